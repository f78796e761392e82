import { ledgerNameSchema, sourceIdSchema } from '@flagtower/contracts';
import { Command } from 'commander';
import { z } from 'zod';

import { withDesk } from '../desk/open-desk.ts';
import { ledgerOption } from '../options.ts';
import { run } from '../run.ts';

const listSchema = z.object({
  ledger: ledgerNameSchema,
  source: sourceIdSchema.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
const replaySchema = z.object({ ledger: ledgerNameSchema, source: sourceIdSchema });

export function quarantineCommand(): Command {
  return new Command('quarantine')
    .description('what could not be taken: places and reasons, never values')
    .addCommand(listCommand())
    .addCommand(replayCommand());
}

function listCommand(): Command {
  return new Command('list')
    .description('newest first')
    .addOption(ledgerOption())
    .option('--source <id>', 'only of this source')
    .option('--limit <number>', 'at most this many')
    .action(
      run(listSchema, async (context, _args, { ledger, source, limit }) => {
        const quarantine = await withDesk(context, (desk) => desk.quarantine(ledger, source ?? null, limit));
        context.output.result({ ledger, quarantine }, () =>
          quarantine.length === 0
            ? ['nothing is in quarantine']
            : quarantine.map(
                (it) =>
                  `${it.source} line ${String(it.line)}: ${it.reason}${it.fields.length === 0 ? '' : ` (${it.fields.join(', ')})`}. ${it.remedy}${it.replayable && it.replayedAt === null ? ' [can be replayed]' : ''}`,
              ),
        );
      }),
    );
}

function replayCommand(): Command {
  return new Command('replay')
    .description('offer again what was sound but came too early; for the rest, mend the file and import it again')
    .addOption(ledgerOption())
    .requiredOption('--source <id>', 'of this source')
    .action(
      run(replaySchema, async (context, _args, { ledger, source }) => {
        const replayed = await withDesk(context, (desk) => desk.replayQuarantine(ledger, source));
        context.output.result(replayed, () => [
          `${String(replayed.offered)} offered again, ${String(replayed.accepted)} accepted, ${String(replayed.stillRefused)} still ahead of the ledger’s clock`,
        ]);
      }),
    );
}
