import { FlagtowerError } from '@flagtower/contracts';
import { standingClaims, type FoldRules } from '@flagtower/domain';
import type { PoolClient } from 'pg';

import { bookRetraction } from '../incidents/book-thresholds.ts';
import { rebookNotices } from '../notices/book-lives.ts';
import { writeHeads } from './book-dossiers.ts';
import { rulesInForce, storeError, takeNumbers, type LedgerStore } from './commit.ts';
import { readClaimsOf } from './dossier-claims.ts';
import { ledgerWithId } from './ledgers.ts';
import { notifyCommit } from './note-commit.ts';
import { readWholeHeads } from './read-heads.ts';
import { rebuildObservations } from './rebuild-observations.ts';
import { settleImport } from './settle-quarantine.ts';
import { forgetSnapshotOf } from './source-snapshots.ts';
import { storeEntries, type Entry } from './store-entries.ts';
import { inTransaction } from './transaction.ts';

export interface Retraction {
  readonly import: string;
  readonly knownSeq: number;
  readonly records: number;
  readonly dossiers: number;
}

/**
 * Undoes a wrong file by a commit of its own: from its `seq` on the file's records are not told any more, and the
 * difference is booked. What was known before stays readable by `known`. The file can be imported again afterwards.
 * @throws FlagtowerError `NOT_FOUND`, or `CONFLICT` where it was retracted before
 */
export async function retractImport(store: LedgerStore, importId: string, now: number): Promise<Retraction> {
  try {
    const { retraction, remember } = await inTransaction(store.pool, (client) =>
      retractIn(client, store, importId, now),
    );
    remember();
    return retraction;
  } catch (error) {
    throw storeError(error);
  }
}

async function retractIn(
  client: PoolClient,
  store: LedgerStore,
  importId: string,
  now: number,
): Promise<{ retraction: Retraction; remember: () => void }> {
  const { rows } = await client.query<{ ledgerId: number; sourceId: string; retractedSeq: number | null }>(
    `select ledger_id as "ledgerId", source_id as "sourceId", retracted_seq::float8 as "retractedSeq" from imports where id = $1 for update`,
    [importId],
  );
  const [found] = rows;
  if (found === undefined)
    throw new FlagtowerError('NOT_FOUND', `no import ${importId}`, { remedy: 'GET /v1/imports lists them' });
  if (found.retractedSeq !== null) throw new FlagtowerError('CONFLICT', `import ${importId} was retracted before`);
  const ledger = await ledgerWithId(client, found.ledgerId);
  const { lastSeq: seq, recordedAt, foldVersion } = await takeNumbers(client, { ledger, items: { length: 1 }, now });
  const rules = rulesInForce(store.rules, ledger, foldVersion);

  await forgetSnapshotOf(client, ledger.id, importId);
  const retracted = await client.query<{ dossier: string | null }>(
    `update records set retracted_seq = $2 where import_id = $1 and retracted_seq is null returning dossier`,
    [importId, seq],
  );
  const dossiers = [...new Set(retracted.rows.flatMap(({ dossier }) => (dossier === null ? [] : [dossier])))];
  const entries: Entry[] = [];
  for (let start = 0; start < dossiers.length; start += chunk) {
    entries.push(...(await rebookDossiers(client, ledger, dossiers.slice(start, start + chunk), { seq, rules })));
  }
  const observations = await rebuildObservations(client, ledger.id, importId, seq);
  await bookRetraction(client, { ledgerId: ledger.id, zone: ledger.zone, knownSeq: seq }, store.thresholds);
  await rebookNotices(client, ledger.id, importId);
  const remember = await storeEntries(client, store.dictionaries, ledger, entries);
  await settleImport(client, importId, recordedAt);
  await client.query(
    `update imports set retracted_seq = $2, retracted_at = to_timestamp($3::float8 / 1000) where id = $1`,
    [importId, seq, recordedAt],
  );
  await client.query(
    `insert into commits (ledger_id, last_seq, recorded_at, source_id, import_id, accepted) values ($1, $2, to_timestamp($3::float8 / 1000), $4, null, 0)`,
    [ledger.id, seq, recordedAt, found.sourceId],
  );
  await notifyCommit(client, ledger.id, seq);
  return {
    remember,
    retraction: {
      import: importId,
      knownSeq: seq,
      records: retracted.rows.length + observations,
      dossiers: dossiers.length,
    },
  };
}

const chunk = 2000;

/** Books `facts(what is still told) − facts(what the head held)` of each dossier. */
async function rebookDossiers(
  client: PoolClient,
  ledger: { readonly id: number },
  dossiers: readonly string[],
  { seq, rules }: { readonly seq: number; readonly rules: FoldRules },
): Promise<Entry[]> {
  const held = await readWholeHeads(client, ledger.id, dossiers);
  const told = await readClaimsOf(client, ledger.id, dossiers, seq);
  const heads = held.map((head) => ({ ...head, after: standingClaims(told.get(head.dossier) ?? []), seq }));
  return await writeHeads(client, ledger, heads, rules);
}
