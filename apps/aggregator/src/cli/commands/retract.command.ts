import { Command } from 'commander';
import { z } from 'zod';

import { withDesk } from '../desk/open-desk.ts';
import { run } from '../run.ts';

const optionsSchema = z.object({ import: z.string().max(80) });

export function retractCommand(): Command {
  return new Command('retract')
    .description(
      'undo a wrong file by a record: figures are as if it had never come, what was known before stays readable',
    )
    .requiredOption('--import <id>', 'the import, as its summary names it')
    .action(
      run(optionsSchema, async (context, _args, options) => {
        const retraction = await withDesk(context, (desk) => desk.retract(options.import));
        context.output.result(retraction, () => [
          `Import ${retraction.import} is retracted: ${String(retraction.records)} records of ${String(retraction.dossiers)} dossiers`,
        ]);
      }),
    );
}
