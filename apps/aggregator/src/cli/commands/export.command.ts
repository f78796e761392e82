import { writeFile } from 'node:fs/promises';

import { FlagtowerError, ledgerNameSchema } from '@flagtower/contracts';
import { Argument, Command, Option } from 'commander';
import { z } from 'zod';

import { exportNames, type ExportName } from '../../exporting/exported-view.ts';
import { exportFormats } from '../../exporting/view-file.ts';
import { withDesk } from '../desk/open-desk.ts';
import { ledgerOption } from '../options.ts';
import { run } from '../run.ts';

const optionsSchema = z.object({
  ledger: ledgerNameSchema,
  format: z.enum(exportFormats),
  kpi: z.string().optional(),
  out: z.string(),
  language: z.enum(['vi', 'en']),
  unit: z.string().optional(),
  geography: z.string().optional(),
  source: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  at: z.string().optional(),
  known: z.string().optional(),
});

export function exportCommand(): Command {
  return new Command('export')
    .description('write a view to a file')
    .addArgument(new Argument('<view>', 'what to write').choices(exportNames))
    .addOption(ledgerOption())
    .addOption(
      new Option('--format <name>', 'a table, or a picture of the chart or else the table')
        .choices(exportFormats)
        .default('csv'),
    )
    .requiredOption('--out <file>', 'the file to write')
    .addOption(new Option('--language <code>', 'of titles and decimal signs').choices(['vi', 'en']).default('en'))
    .option('--kpi <id>', 'the figure of a trend; default: dossiers.received')
    .option('--unit <code>', 'a unit and those below it')
    .option('--geography <date>', 'the units of that day')
    .option('--source <id>', 'only what this source told')
    .option('--from <time>', 'a day or an instant, included')
    .option('--to <time>', 'a day or an instant, excluded')
    .option('--at <time>', 'what was true then')
    .option('--known <time>', 'as we knew it then')
    .action(
      run(optionsSchema, async (context, [view], { ledger, format, out, language, kpi, ...words }) => {
        const order = { name: nameOf(view), words, language, kpi };
        const file = await withDesk(context, (desk) => desk.exportFile(ledger, order, format));
        await writeFile(out, file);
        context.output.result({ view, format, out, bytes: file.byteLength }, () => [`wrote ${out}`]);
      }),
    );
}

function nameOf(text: string | undefined): ExportName {
  const name = exportNames.find((known) => known === text);
  if (name === undefined) throw new FlagtowerError('BAD_REQUEST', 'there is no such view', { place: 'view' });
  return name;
}
