import { catalogueItemSchema, type FlagtowerRecord, type TakenDossierEvent } from '@flagtower/contracts';
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
  readonly procedure: string;
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
  const undue = new Map(offered.flatMap(({ seq, record }) => undueOf(seq, record)));
  if (undue.size === 0) return offered;
  const codes = [...new Set(undue.values().map(({ procedure }) => procedure))];
  const byCode = Map.groupBy(await readProcedures(db, ledgerId, codes), ({ item }) => item.code);
  if (byCode.size === 0) return offered;
  return offered.map((one) => {
    const found = undue.get(one.seq);
    const limit = found === undefined ? null : limitOf(found, byCode.get(found.procedure) ?? [], rules, one.record);
    return limit === null ? one : { ...one, record: withLimit(one.record, limit) };
  });
}

function undueOf(seq: number, record: FlagtowerRecord): [number, Undue][] {
  if (record.kind !== 'dossier-event' || record.procedure === undefined || record.due !== undefined) return [];
  const received = record.steps.find(({ step }) => step === 'received');
  if (received === undefined) return [];
  return [[seq, { procedure: record.procedure, receivedAt: Date.parse(received.at) }]];
}

function limitOf(
  { receivedAt }: Undue,
  items: readonly ToldProcedure[],
  { geography, zone }: FoldRules,
  record: FlagtowerRecord,
): CatalogueLimit | null {
  const unit = record.kind === 'dossier-event' ? record.unit : undefined;
  const key = unit === undefined || geography === null ? null : keyOfCode(geography, unit, receivedAt);
  const level = key === null ? null : (geography?.lives.get(key)?.unit.level ?? null);
  return limitInCatalogue(items, { day: localDay(receivedAt, zone), level });
}

function withLimit(record: FlagtowerRecord, limit: CatalogueLimit): FlagtowerRecord {
  if (record.kind !== 'dossier-event') return record;
  const taken: Omit<TakenDossierEvent, 'limit'> & { limit: CatalogueLimit } = { ...record, limit };
  return taken;
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
