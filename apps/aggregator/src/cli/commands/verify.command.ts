import { FlagtowerError, ledgerNameSchema } from '@flagtower/contracts';
import { ledgersOf, recordAudit, verifyLedger, type Verification } from '@flagtower/store';
import { Command, Option } from 'commander';
import { z } from 'zod';

import { openStore } from '../../ops/open-store.ts';
import type { CommandContext } from '../context.ts';
import { run } from '../run.ts';

const optionsSchema = z.object({
  ledger: ledgerNameSchema.optional(),
  sample: z.coerce.number().positive().max(1).default(1),
});

export function verifyCommand(): Command {
  return new Command('verify')
    .description('recompute every balance from the records; exit 1 and a list where any differs')
    .addOption(new Option('--ledger <name>', 'only this one').choices(ledgerNameSchema.options))
    .option('--sample <share>', 'fold only a part of the dossiers anew, in (0, 1]')
    .action(
      run(optionsSchema, async (context, _args, { ledger, sample }) => {
        const verifications = await verifyAll(context, ledger ?? null, sample);
        const differences = verifications.flatMap((it) => it.differences);
        context.output.result({ ok: differences.length === 0, ledgers: verifications }, () => [
          ...verifications.map(
            (it) =>
              `${it.ledger}: ${String(it.balances)} balances, ${String(it.sealedBalances)} seals, ${String(it.dossiers)} dossiers${it.waiting === 0 ? '' : ` (${String(it.waiting)} more wait for the rules of this release)`}, ${String(it.rollups)} roll-ups compared at ${String(it.knownSeq)} by rules ${String(it.rules)}: ${String(it.differences.length)} differences`,
          ),
          ...differences.map(
            ({ stage, place, stored, expected }) =>
              `  ${stage} ${place}: ${String(stored)}, must be ${String(expected)}`,
          ),
        ]);
        return differences.length === 0 ? 0 : 1;
      }),
    );
}

async function verifyAll(
  { url, place, city, now, output }: CommandContext,
  only: string | null,
  share: number,
): Promise<Verification[]> {
  if (url !== null)
    throw new FlagtowerError('BAD_REQUEST', 'verify reads the store itself', {
      remedy: 'run it where the data folder or DATABASE_URL is; the running service is joined and not disturbed',
    });
  const store = await openStore(place, { city, connections: 2 });
  try {
    const verifications: Verification[] = [];
    for (const ledger of await ledgersOf(store.pool, city.id)) {
      if (only !== null && ledger.name !== only) continue;
      const verification = await verifyLedger(store.pool, ledger.id, { share, from: 0, rules: store.rules }, (done) => {
        if (output.isTerminal) process.stderr.write(`\r\u001B[K${ledger.name}: ${String(done)} dossiers`);
      });
      if (output.isTerminal) process.stderr.write('\r\u001B[K');
      await recordAudit(store.pool, ledger.id, {
        at: now(),
        seq: verification.knownSeq,
        coverage: share,
        differences: verification.differences.length,
      });
      verifications.push(verification);
    }
    return verifications;
  } finally {
    await store.close();
  }
}
