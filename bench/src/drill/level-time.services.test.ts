import { readDrillLevel, type DrillOrder } from '@flagtower/aggregator/drill';
import { hanoi } from '@flagtower/city-hanoi';
import { instantSchema, type DrillLevel } from '@flagtower/contracts';
import { ledgerNamed, sealBalances, type Ledger } from '@flagtower/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { lives } from '../dossiers.ts';
import { fillLedger } from '../fill.ts';
import { openScratchStore, type ScratchStore } from '../scratch-store.ts';
import { spreadOf } from '../statistics.ts';

const dossiers = 200_000;
/** What a leader waits for a level, with the page's own parts: less of it is the service's. */
const goalMs = 1000;
const turns = 7;
const fillMs = 400_000;

let store: ScratchStore;
let ledger: Ledger;
const end = Date.now() - 60_000;

beforeAll(async () => {
  store = await openScratchStore();
  await fillLedger(store, dossiers, end);
  // A service does this beside its work.
  await sealBalances(store.pool, store.ledger.id);
  await store.pool.query('vacuum (analyze) entries');
  ledger = await ledgerNamed(store.pool, hanoi.id, store.ledger.name);
}, fillMs);

afterAll(async () => {
  await store.close();
});

describe(`a level of ${String(dossiers)} dossiers is read in less than a second`, () => {
  test.for<{ name: string } & Pick<DrillOrder, 'unit' | 'group' | 'procedure'>>([
    { name: 'the city', unit: undefined, group: undefined, procedure: undefined },
    { name: 'a commune', unit: '00004', group: undefined, procedure: undefined },
    { name: 'a field of a commune', unit: '00004', group: 'other', procedure: undefined },
    { name: 'a procedure of a commune', unit: '00004', group: undefined, procedure: '1.100000' },
  ])('$name', async ({ unit, group, procedure }) => {
    const times: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const started = performance.now();
      const level = await read({ unit, group, procedure });
      times.push(performance.now() - started);
      expect(cumulated(level)).toBe(received({ unit, procedure }));
    }
    expect(spreadOf(times).median).toBeLessThan(goalMs);
  });
});

async function read(place: Pick<DrillOrder, 'unit' | 'group' | 'procedure'>): Promise<DrillLevel> {
  const now = Date.now();
  return await readDrillLevel(
    { db: store.pool, city: hanoi, ledger, now },
    {
      ...place,
      period: 'month',
      comparison: 'before',
      from: null,
      to: null,
      measure: 'dossiers.received',
      cut: { at: instantSchema.parse(new Date(now).toISOString()), knownSeq: ledger.lastSeq, geography: null },
    },
  );
}

function cumulated({ cards }: DrillLevel): number | null | undefined {
  return cards.find(({ kpi }) => kpi === 'dossiers.received')?.cumulative?.value;
}

/** Counted from what was generated; all of its procedures are in no field of the catalogue. */
function received({ unit, procedure }: Pick<DrillOrder, 'unit' | 'procedure'>): number {
  return lives(0, dossiers, dossiers, end).filter(
    (life) => (unit === undefined || life.unit === unit) && (procedure === undefined || life.procedure === procedure),
  ).length;
}
