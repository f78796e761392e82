import { hanoi } from '@flagtower/city-hanoi';
import { ledgerNamed, readKpi, sealBalances, type Ledger } from '@flagtower/store';
import type { Pool } from 'pg';

import type { Plan } from '../plan.ts';
import type { Line } from '../report.ts';
import type { ScratchStore } from '../scratch-store.ts';
import { spreadOf } from '../statistics.ts';
import { drillsAt, type Drill } from './drills.ts';
import { benchPages } from './pages.ts';

/** From how many dossiers on the goal holds: a small table is scanned in no time. */
const goalFrom = 1_000_000;

/** The read function on the ledger against a scan or an index of a plain table of the same dossiers. */
export async function benchDrill(store: ScratchStore, plan: Plan, say: (text: string) => void): Promise<Line[]> {
  // A service does this beside its work.
  await sealBalances(store.pool, store.ledger.id);
  await createPlainDossiers(store.pool, store.ledger.id);
  const ledger = await ledgerNamed(store.pool, hanoi.id, store.ledger.name);
  const lines: Line[] = [];
  for (const drill of drillsAt(Date.now(), ledger.lastSeq)) lines.push(await measure(store.pool, ledger, drill, plan));
  lines.push(...(await benchPages(store.pool, ledger, plan)));
  say(`drill: ${String(lines.length)} questions, ${String(plan.drillTurns)} times each`);
  return lines;
}

/** What a program without a ledger would keep: a row a dossier, and an index on what is asked. */
async function createPlainDossiers(pool: Pool, ledgerId: number): Promise<void> {
  await pool.query(
    `create table plain_dossiers as select dossier, split_part(unit, '@', 1) as unit, procedure, channel, received_at, due_at, closed_at from heads where ledger_id = ${String(ledgerId)}`,
  );
  await pool.query(`create index on plain_dossiers (received_at)`);
  await pool.query(`create index on plain_dossiers (unit, received_at)`);
  await pool.query(`vacuum analyze`);
}

async function measure(pool: Pool, ledger: Ledger, drill: Drill, plan: Plan): Promise<Line> {
  const figures: number[] = [];
  const scans: number[] = [];
  for (let turn = 0; turn < plan.drillTurns; turn += 1) {
    const figure = await timed(async () => {
      const { values } = await readKpi({ db: pool, city: hanoi, ledger, now: Date.now() }, drill.query);
      return values.reduce((sum, { value }) => sum + (value ?? 0), 0);
    });
    const scan = await timed(async () => {
      const { rows } = await pool.query<{ value: number }>(drill.sql, [drill.query.at]);
      return rows.reduce((sum, { value }) => sum + value, 0);
    });
    if (drill.differs !== true && figure.sum !== scan.sum)
      throw new Error(`${drill.name}: ${String(figure.sum)} and ${String(scan.sum)} cannot both be right`);
    figures.push(figure.ms);
    scans.push(scan.ms);
  }
  return {
    part: `drill: ${drill.name}`,
    product: { of: 'readKpi', unit: 'ms', spread: spreadOf(figures) },
    against: { of: 'GROUP BY', unit: 'ms', spread: spreadOf(scans) },
    goal: plan.dossiers < goalFrom ? null : { of: 'ratio', compare: 'at most', limit: 1 / 15 },
  };
}

async function timed(work: () => Promise<number>): Promise<{ ms: number; sum: number }> {
  const started = performance.now();
  const sum = await work();
  return { ms: performance.now() - started, sum };
}
