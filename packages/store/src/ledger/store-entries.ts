import { measureSchema, type Measure } from '@flagtower/contracts';
import { balanceLevels, bucketOf } from '@flagtower/domain';
import type { PoolClient } from 'pg';

import { plainArray } from './array-text.ts';
import type { Dictionary } from './dictionary.ts';
import { measureCode, measureColumn } from './measure-codes.ts';
import { SliceSums } from './slice-sums.ts';

/** A signed change of a dated fact, ready to be written. Times are epoch milliseconds; `''`: nobody told. */
export interface Entry {
  readonly seq: number;
  readonly dossier: string;
  readonly measure: Measure;
  readonly at: number;
  readonly delta: number;
  readonly handlingMs: number | null;
  /** The receipt's moment, only on cohort measures. */
  readonly cohortAt: number | null;
  readonly caseKind: string;
  readonly source: string;
  readonly unit: string;
  readonly procedure: string;
  readonly channel: string;
}

export interface Dictionaries {
  readonly cells: Dictionary;
  readonly slices: Dictionary;
}

/**
 * Writes entries and adds them to the balances of every grain. Runs in the transaction of the records that they come from.
 * @returns what to do once that transaction is committed
 */
export async function storeEntries(
  client: PoolClient,
  dictionaries: Dictionaries,
  ledger: { readonly id: number; readonly zone: string },
  entries: readonly Entry[],
): Promise<() => void> {
  if (entries.length === 0) return nothing;
  const cellKey = ({ caseKind, source, unit, procedure, channel }: Entry): string =>
    dictionaries.cells.keyOf(ledger.id, [caseKind, source, unit, procedure, channel]);
  const cells = await dictionaries.cells.idsOf(client, entries.map(cellKey));
  await client.query({
    name: 'insert-entries',
    text: `insert into entries (ledger_id, seq, effective_at, cell, measure, delta, dossier, handling_ms, cohort_at)
      select $1, seq, to_timestamp(at / 1000), cell, measure, delta, dossier, handling_ms, to_timestamp(cohort_at / 1000)
      from unnest($2::int8[], $3::float8[], $4::int4[], $5::int2[], $6::int2[], $7::uuid[], $8::int8[], $9::float8[]) as e(seq, at, cell, measure, delta, dossier, handling_ms, cohort_at)`,
    values: [
      ledger.id,
      plainArray(entries.map(({ seq }) => seq)),
      plainArray(entries.map(({ at }) => at)),
      plainArray(entries.map((entry) => idOf(cells.ids, cellKey(entry)))),
      plainArray(entries.map(({ measure }) => measureCode(measure))),
      plainArray(entries.map(({ delta }) => delta)),
      plainArray(entries.map(({ dossier }) => dossier)),
      plainArray(entries.map(({ handlingMs }) => handlingMs)),
      plainArray(entries.map(({ cohortAt }) => cohortAt)),
    ],
  });
  const slices = await addToBalances(client, dictionaries.slices, ledger, entries);
  return () => {
    cells.remember();
    slices();
  };
}

async function addToBalances(
  client: PoolClient,
  dictionary: Dictionary,
  ledger: { readonly id: number; readonly zone: string },
  entries: readonly Entry[],
): Promise<() => void> {
  const changed = sumUp(dictionary, ledger, entries).changed();
  // A correction may move only a handling time: its entries cancel in every balance.
  if (changed.length === 0) return nothing;
  const slices = await dictionary.idsOf(
    client,
    changed.map(({ slice }) => slice),
  );
  const rows = changed
    .map((sum) => ({ ...sum, id: idOf(slices.ids, sum.slice) }))
    // In the order of the key, so that neighbours are found on one page.
    .toSorted((a, b) => a.id - b.id || a.level - b.level || a.bucket - b.bucket);
  const measures = measureSchema.options.filter((measure) => rows.some(({ sums }) => sums[measureCode(measure)] !== 0));
  const columns = measures.map(measureColumn);
  await client.query({
    // One plan a set of measures; PostgreSQL tells names apart by 63 characters only, so the set is one number.
    name: `add-to-balances-${measures.reduce((set, measure) => set + 2 ** measureCode(measure), 0).toString(36)}`,
    text: `insert into balances as b (slice, level, bucket, ${columns.join(', ')})
      select * from unnest($1::int4[], $2::int2[], $3::int4[], ${columns.map((_, index) => `$${String(index + 4)}::int4[]`).join(', ')})
      on conflict (slice, level, bucket) do update set ${columns.map((name) => `${name} = coalesce(b.${name} + excluded.${name}, excluded.${name}, b.${name})`).join(', ')}`,
    values: [
      plainArray(rows.map(({ id }) => id)),
      plainArray(rows.map(({ level }) => level)),
      plainArray(rows.map(({ bucket }) => bucket)),
      ...measures.map((measure) => {
        const code = measureCode(measure);
        // `null`: this row's sum stays, and one that nobody told stays unknown.
        return plainArray(rows.map(({ sums }) => (sums[code] === 0 ? null : (sums[code] ?? null))));
      }),
    ],
  });
  return slices.remember;
}

function sumUp(
  dictionary: Dictionary,
  ledger: { readonly id: number; readonly zone: string },
  entries: readonly Entry[],
): SliceSums {
  const sums = new SliceSums();
  const slicesOfCell = new Map<string, { total: string; byUnit: string; byProcedure: string }>();
  for (const { caseKind, source, unit, procedure, channel, measure, at, cohortAt, delta } of entries) {
    const cell = `${caseKind}\u0000${source}\u0000${unit}\u0000${procedure}\u0000${channel}`;
    let slices = slicesOfCell.get(cell);
    if (slices === undefined) {
      slices = {
        total: dictionary.keyOf(ledger.id, ['total', caseKind, source, '', '', channel]),
        byUnit: dictionary.keyOf(ledger.id, ['unit', caseKind, source, unit, '', channel]),
        byProcedure: dictionary.keyOf(ledger.id, ['procedure', caseKind, source, '', procedure, '']),
      };
      slicesOfCell.set(cell, slices);
    }
    const code = measureCode(measure);
    const moment = cohortAt ?? at;
    for (const level of [balanceLevels.month, balanceLevels.day]) {
      const bucket = bucketOf(level, moment, ledger.zone);
      sums.add({ slice: slices.total, level, bucket }, code, delta);
      sums.add({ slice: slices.byUnit, level, bucket }, code, delta);
      sums.add({ slice: slices.byProcedure, level, bucket }, code, delta);
    }
    // Hours of single units and procedures hardly compress: part-days of those are read from the entries.
    const { hour } = balanceLevels;
    sums.add({ slice: slices.total, level: hour, bucket: bucketOf(hour, moment, ledger.zone) }, code, delta);
  }
  return sums;
}

function idOf(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new TypeError('every key of a batch has got its number');
  return id;
}

function nothing(): void {
  // Nothing was written.
}
