import { catalogueItemSchema, type DossierEvent, type TakenDossierEvent } from '@flagtower/contracts';
import {
  keyOfCode,
  limitInCatalogue,
  localDay,
  type CatalogueLimit,
  type FoldRules,
  type ToldProcedure,
} from '@flagtower/domain';

import type { Queryable } from './queryable.ts';
import type { Offered } from './take-records.ts';

/** A receipt of which nobody told when it is due. */
interface Undue {
  readonly record: DossierEvent & { readonly procedure: string };
  /** Epoch milliseconds. */
  readonly receivedAt: number;
}

/**
 * Writes into each receipt without a due date the time limit that the ledger's catalogue has for its procedure on that day, as it is known
 * now: whatever is told of the catalogue later, the record keeps what it was taken down with. What makes a record a duplicate is left
 * as its source told it.
 */
export async function withKnownLimits(
  db: Queryable,
  ledgerId: number,
  rules: FoldRules,
  offered: readonly Offered[],
): Promise<readonly Offered[]> {
  if (rules.dueRule === null) return offered;
  const undue = new Map(offered.flatMap(undueIn));
  if (undue.size === 0) return offered;
  const codes = [...new Set(undue.values().map(({ record }) => record.procedure))];
  const byCode = Map.groupBy(await readProcedures(db, ledgerId, codes), ({ item }) => item.code);
  if (byCode.size === 0) return offered;
  return offered.map((one) => {
    const found = undue.get(one.seq);
    if (found === undefined) return one;
    const limit = limitOf(found, byCode.get(found.record.procedure) ?? [], rules);
    if (limit === null) return one;
    const record: Omit<TakenDossierEvent, 'limit'> & { limit: CatalogueLimit } = { ...found.record, limit };
    return { ...one, record };
  });
}

function undueIn({ seq, record }: Offered): [seq: number, Undue][] {
  if (record.kind !== 'dossier-event' || record.procedure === undefined || record.due !== undefined) return [];
  const received = record.steps.find(({ step }) => step === 'received');
  if (received === undefined) return [];
  const { procedure } = record;
  return [[seq, { record: { ...record, procedure }, receivedAt: Date.parse(received.at) }]];
}

function limitOf(
  { record: { unit }, receivedAt }: Undue,
  items: readonly ToldProcedure[],
  { geography, zone }: FoldRules,
): CatalogueLimit | null {
  const key = unit === undefined || geography === null ? null : keyOfCode(geography, unit, receivedAt);
  const level = key === null ? null : (geography?.lives.get(key)?.unit.level ?? null);
  return limitInCatalogue(items, { day: localDay(receivedAt, zone), level });
}

async function readProcedures(db: Queryable, ledgerId: number, codes: readonly string[]): Promise<ToldProcedure[]> {
  const { rows } = await db.query<{ source: string; rank: number; payload: unknown }>(
    `select distinct on (r.source_id, r.record_id) r.source_id as source, s.rank, r.payload from records r join sources s on s.ledger_id = r.ledger_id and s.id = r.source_id
      where r.ledger_id = $1 and r.kind = 'catalogue-item' and r.payload ->> 'itemType' in ('procedure', 'service') and r.payload ->> 'code' = any($2) and r.retracted_seq is null
      order by r.source_id, r.record_id, r.version desc, r.seq desc`,
    [ledgerId, codes],
  );
  return rows.map(({ source, rank, payload }) => ({ source, rank, item: catalogueItemSchema.parse(payload) }));
}
