import { FlagtowerError, restatementsSchema, type KpiQuery, type Restatements } from '@flagtower/contracts';
import { measuresOf } from '@flagtower/domain';

import { seqKnownAt, type Ledger } from '../ledger/ledgers.ts';
import { measureCode, measureOfCode } from '../ledger/measure-codes.ts';
import type { Queryable } from '../ledger/queryable.ts';
import { inSnapshot } from '../ledger/snapshot.ts';
import { askedSpan } from './asked-span.ts';
import { ask, type Asked, type KpiReading } from './asked.ts';
import { figureValues, ofFigure, rolesOf } from './explain.ts';
import { instantOf } from './instant.ts';
import { readKpis } from './read-kpi.ts';

/** Groups and entries beyond these are in the exports of the ledger. */
const mostGroups = 200;
const mostEntries = 100;

/**
 * What changed in a figure since it was told: the same question as it was known at `since` and at the cut, and the entries
 * that lie between the two, by who told them and when. The groups add up to the difference as long as there are fewer than
 * 200 of them.
 * @param since epoch milliseconds of an earlier moment of knowledge
 * @throws FlagtowerError as `readKpi`, and `BAD_REQUEST` for a figure that is not made of entries
 */
export async function readRestatements(reading: KpiReading, query: KpiQuery, since: number): Promise<Restatements> {
  return await inSnapshot(reading.db, (db) => restated({ ...reading, db }, { ...query, by: null }, since));
}

async function restated(reading: KpiReading, query: KpiQuery, since: number): Promise<Restatements> {
  const asked = await ask(reading, query);
  const sinceSeq = Math.min(asked.knownSeq, await seqKnownAt(reading.db, reading.ledger.id, since));
  const measures = measuresOf(asked.definition.formula);
  if (measures.length === 0)
    throw new FlagtowerError('BAD_REQUEST', `${query.kpi} is not made of entries`, {
      remedy: 'its readings are at GET /v1/feeds/{id}',
    });
  const [then, now] = await readKpis(reading, [{ ...query, knownSeq: sinceSeq }, query]);
  const span = askedSpan(asked);
  const values = [...figureValues(asked, measures, span), sinceSeq];
  return restatementsSchema.parse({
    since: instantOf(since),
    sinceSeq,
    before: then?.values[0],
    after: now?.values[0],
    groups: await readGroups(reading.db, asked, values, since),
    entries: await readChanges(reading.db, values),
  });
}

/** Sign of each measure in a role, for the sums of `numerator` and `denominator`. */
function weightsOf(asked: Asked, role: 'numerator' | 'denominator'): { codes: number[]; signs: number[] } {
  const terms = rolesOf(asked).flatMap((each) => (each.role === role ? each.terms : []));
  return { codes: terms.map(({ measure }) => measureCode(measure)), signs: terms.map(({ sign }) => sign) };
}

/** The record of an entry, or what else booked it: a retraction, or an adoption of rules, which no source told (`''`). */
const toldBy = `(
  select r.recorded_at, r.source_id as source, r.import_id as import, false as retraction from records r where r.ledger_id = $1 and r.seq = e.seq
  union all select i.retracted_at, i.source_id, i.id, true from imports i where i.ledger_id = $1 and i.retracted_seq = e.seq
  union all select a.recorded_at, '', null, false from adoptions a where a.ledger_id = $1 and a.seq = e.seq limit 1)`;

async function readGroups(db: Queryable, asked: Asked, values: readonly unknown[], since: number): Promise<unknown[]> {
  const upper = weightsOf(asked, 'numerator');
  const lower = weightsOf(asked, 'denominator');
  const { zone }: Pick<Ledger, 'zone'> = asked.reading.ledger;
  const { rows } = await db.query<{ recordedAt: number }>(
    `with changed as (
        select e.*, coalesce((select sum(w.sign) from unnest($11::int2[], $12::int2[]) as w(code, sign) where w.code = e.measure), 0) * e.delta as upper,
          coalesce((select sum(w.sign) from unnest($13::int2[], $14::int2[]) as w(code, sign) where w.code = e.measure), 0) * e.delta as lower
        ${ofFigure} and e.seq > $10)
      select to_char(t.recorded_at at time zone $15, 'YYYY-MM-DD') as day, t.source, t.import, i.file_name as "fileName", t.retraction,
        min(e.seq)::float8 as "firstSeq", max(e.seq)::float8 as "lastSeq", (extract(epoch from max(t.recorded_at)) * 1000)::float8 as "recordedAt",
        count(distinct e.seq)::int as records, count(distinct e.dossier)::int as dossiers, sum(e.upper)::float8 as numerator, sum(e.lower)::float8 as denominator,
        coalesce(sum(e.upper) filter (where e.effective_at <= to_timestamp($16::float8 / 1000)), 0)::float8 as corrected
      from changed e cross join lateral ${toldBy} t left join imports i on i.id = t.import
      group by 1, 2, 3, 4, 5 order by max(e.seq) desc limit ${String(mostGroups)}`,
    [...values, upper.codes, upper.signs, lower.codes, lower.signs, zone, since],
  );
  return rows.map((row) => ({ ...row, recordedAt: instantOf(row.recordedAt) }));
}

async function readChanges(db: Queryable, values: readonly unknown[]): Promise<unknown[]> {
  const { rows } = await db.query<{ recordedAt: number; effectiveAt: number; measure: number }>(
    `select e.seq::float8, (extract(epoch from t.recorded_at) * 1000)::float8 as "recordedAt", (extract(epoch from e.effective_at) * 1000)::float8 as "effectiveAt",
        e.measure, e.delta, e.dossier, h.code, t.source, t.import, t.retraction
      from (select e.* ${ofFigure} and e.seq > $10 order by e.seq desc, e.effective_at desc, e.dossier, e.measure limit ${String(mostEntries)}) e
        cross join lateral ${toldBy} t left join heads h on h.ledger_id = $1 and h.dossier = e.dossier
      order by e.seq desc, e.effective_at desc, e.dossier, e.measure`,
    [...values],
  );
  return rows.map((row) => ({
    ...row,
    recordedAt: instantOf(row.recordedAt),
    effectiveAt: instantOf(row.effectiveAt),
    measure: measureOfCode(row.measure),
  }));
}
