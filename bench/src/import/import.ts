import type { FlagtowerRecord } from '@flagtower/contracts';
import type { PoolClient } from 'pg';

import { lives, recordsOf } from '../dossiers.ts';
import { commitAll, inBatches } from '../fill.ts';
import type { Plan } from '../plan.ts';
import type { Line } from '../report.ts';
import type { ScratchStore } from '../scratch-store.ts';
import { spreadOf } from '../statistics.ts';
import { rotated, timed, type Turn } from '../turns.ts';
import { copyRows, createPlainTables, insertBatch, insertSingly, rowsOf } from './plain-tables.ts';

/** A single insert waits for the disk each time: a few hundred tell. */
const singleRows = 300;

type Rows = ReturnType<typeof rowsOf>;

interface Variant {
  readonly name: string;
  readonly rows: number;
  /** Prepares what is not measured, and gives what is. */
  readonly write: (records: readonly FlagtowerRecord[], rows: Rows) => () => Promise<void>;
}

/**
 * Fills the ledger through `commitBatch` and, in turn with it, plain tables with the same records by other means. A turn
 * is a part of the ledger, so all tables grow together.
 */
export async function benchImport(store: ScratchStore, plan: Plan, say: (text: string) => void): Promise<Line[]> {
  await createPlainTables(store.pool);
  const client = await store.pool.connect();
  const turns = new Map<string, Turn[]>();
  try {
    const variants = variantsOn(store, client, plan);
    const rounds = Math.ceil((plan.dossiers * 2) / plan.recordsATurn);
    const end = Date.now() - 60_000;
    for (let round = 0; round < rounds; round += 1) {
      const from = round * (plan.recordsATurn / 2);
      const to = Math.min(plan.dossiers, from + plan.recordsATurn / 2);
      const records = lives(from, to, plan.dossiers, end).flatMap(recordsOf);
      const prepared = rowsOf(records, from * 2 + 1);
      for (const { name, rows, write } of rotated(variants, round)) {
        const some = records.slice(0, rows);
        const work = write(some, prepared.slice(0, rows));
        const turn = await timed(store.pid, async () => {
          await work();
          return some.length;
        });
        turns.set(name, [...(turns.get(name) ?? []), turn]);
      }
      say(`import: ${String(to)} of ${String(plan.dossiers)} dossiers`);
    }
  } finally {
    client.release();
  }
  return linesOf(turns);
}

function variantsOn(store: ScratchStore, client: PoolClient, plan: Plan): Variant[] {
  const rows = plan.recordsATurn;
  return [
    {
      name: 'ledger',
      rows,
      write: (records) => () => commitAll(store, records),
    },
    {
      name: 'batched inserts',
      rows,
      write: (_, all) => () => inBatches(all, (batch) => insertBatch(client, batch)),
    },
    { name: 'COPY', rows, write: (_, all) => () => inBatches(all, (batch) => copyRows(client, batch)) },
    { name: 'single inserts', rows: singleRows, write: (_, all) => () => insertSingly(client, all) },
  ];
}

function linesOf(turns: ReadonlyMap<string, readonly Turn[]>): Line[] {
  const rate = (name: string): Line['product'] => figureOf(name, 'records/s', ({ rows, ms }) => (rows / ms) * 1000);
  const figureOf = (name: string, unit: string, of: (turn: Turn) => number): Line['product'] => ({
    of: name,
    unit,
    spread: spreadOf((turns.get(name) ?? []).map(of)),
  });
  const cpu = (name: string): Line['product'] =>
    figureOf(name, 'ms CPU/1000', ({ rows, appCpuMs, storeCpuMs }) => ((appCpuMs + (storeCpuMs ?? 0)) / rows) * 1000);
  const appCpu = (name: string): Line['product'] =>
    figureOf(name, 'ms CPU/1000', ({ rows, appCpuMs }) => (appCpuMs / rows) * 1000);
  const part = 'import';
  return [
    { part, product: rate('ledger'), against: rate('COPY'), goal: { of: 'ratio', compare: 'at least', limit: 0.25 } },
    { part, product: rate('ledger'), against: rate('batched inserts'), goal: null },
    {
      part,
      product: rate('ledger'),
      against: rate('single inserts'),
      goal: { of: 'ratio', compare: 'at least', limit: 10 },
    },
    { part, note: 'app and store', product: cpu('ledger'), against: cpu('COPY'), goal: null },
    { part, note: 'app and store', product: cpu('ledger'), against: cpu('batched inserts'), goal: null },
    { part, note: 'app alone', product: appCpu('ledger'), against: appCpu('batched inserts'), goal: null },
  ];
}
