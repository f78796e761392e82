import type { Measure } from '@flagtower/contracts';
import { balanceLevels, bucketOf } from '@flagtower/domain';
import type { PoolClient } from 'pg';

import { plainArray } from './array-text.ts';
import type { Dictionary } from './dictionary.ts';
import { measureCode } from './measure-codes.ts';
import { SliceSums } from './slice-sums.ts';

/** A signed change of a dated fact, ready to be written. Times are epoch milliseconds; `''`: nobody told. */
export interface Entry {
  readonly seq: number;
  readonly dossier: string;
  readonly measure: Measure;
  readonly at: number;
  readonly delta: number;
  readonly handlingMs: number | null;
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
    text: `insert into entries (ledger_id, seq, effective_at, cell, measure, delta, dossier, handling_ms)
      select $1, seq, to_timestamp(at / 1000), cell, measure, delta, dossier, handling_ms
      from unnest($2::int8[], $3::float8[], $4::int4[], $5::int2[], $6::int2[], $7::uuid[], $8::int8[]) as e(seq, at, cell, measure, delta, dossier, handling_ms)`,
    values: [
      ledger.id,
      plainArray(entries.map(({ seq }) => seq)),
      plainArray(entries.map(({ at }) => at)),
      plainArray(entries.map((entry) => idOf(cells.ids, cellKey(entry)))),
      plainArray(entries.map(({ measure }) => measureCode(measure))),
      plainArray(entries.map(({ delta }) => delta)),
      plainArray(entries.map(({ dossier }) => dossier)),
      plainArray(entries.map(({ handlingMs }) => handlingMs)),
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
  const sums = new SliceSums();
  const slicesOfCell = new Map<string, { total: string; byUnit: string; byProcedure: string }>();
  for (const { caseKind, source, unit, procedure, channel, measure, at, delta } of entries) {
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
    for (const level of [balanceLevels.month, balanceLevels.day]) {
      const bucket = bucketOf(level, at, ledger.zone);
      sums.add(slices.total, code, level, bucket, delta);
      sums.add(slices.byUnit, code, level, bucket, delta);
      sums.add(slices.byProcedure, code, level, bucket, delta);
    }
    // Hours of single units and procedures hardly compress: part-days of those are read from the entries.
    sums.add(slices.total, code, balanceLevels.hour, bucketOf(balanceLevels.hour, at, ledger.zone), delta);
  }
  const changed = sums.changed();
  const slices = await dictionary.idsOf(
    client,
    changed.map(({ slice }) => slice),
  );
  await client.query({
    name: 'add-to-balances',
    text: `insert into balances (slice, measure, level, bucket, sum)
      select * from unnest($1::int4[], $2::int2[], $3::int2[], $4::int4[], $5::int8[])
      on conflict (slice, measure, level, bucket) do update set sum = balances.sum + excluded.sum`,
    values: [
      plainArray(changed.map(({ slice }) => idOf(slices.ids, slice))),
      plainArray(changed.map(({ measure }) => measure)),
      plainArray(changed.map(({ level }) => level)),
      plainArray(changed.map(({ bucket }) => bucket)),
      plainArray(changed.map(({ sum }) => sum)),
    ],
  });
  return slices.remember;
}

function idOf(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new TypeError('every key of a batch has got its number');
  return id;
}

function nothing(): void {
  // Nothing was written.
}
