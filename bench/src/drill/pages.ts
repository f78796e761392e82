import { readDrillLevel } from '@flagtower/aggregator/drill';
import { hanoi } from '@flagtower/city-hanoi';
import { instantSchema } from '@flagtower/contracts';
import type { Ledger } from '@flagtower/store';
import type { Pool } from 'pg';

import type { Plan } from '../plan.ts';
import type { Line } from '../report.ts';
import { spreadOf } from '../statistics.ts';

const unit = '00004';

/** A page of the drill-down: everything that a leader sees of one level at once. */
const pages = [
  { name: 'page of the city', unit: undefined, where: 'true', known: 1 },
  { name: 'page of a unit', unit, where: `unit = '${unit}'`, known: 1 },
  // The table does not remember what was known when, and answers for the present.
  { name: 'page of the city, as known at two thirds', unit: undefined, where: 'true', known: 2 / 3 },
];

/** What a page over a table of dossiers would ask: its cards, children, fields, channels and days of a month. */
const statements = (where: string): string[] =>
  [`'all'`, 'unit', 'procedure', 'channel', `(received_at at time zone '${hanoi.zone}')::date::text`].map(
    (
      group,
    ) => `select ${group} as key, count(*) filter (where received_at >= $1::timestamptz - interval '30 days') as received,
        count(*) filter (where closed_at between $1::timestamptz - interval '30 days' and $1::timestamptz) as handled,
        count(*) filter (where closed_at is null or closed_at > $1::timestamptz) as open,
        count(*) filter (where due_at < $1::timestamptz and (closed_at is null or closed_at > $1::timestamptz)) as overdue
      from plain_dossiers where received_at <= $1::timestamptz and ${where} group by 1`,
  );

/** A whole page through the one read function against the same page as GROUP BYs over a table of dossiers. */
export async function benchPages(pool: Pool, ledger: Ledger, plan: Plan): Promise<Line[]> {
  const lines: Line[] = [];
  for (const page of pages) {
    const product: number[] = [];
    const against: number[] = [];
    for (let turn = 0; turn < plan.drillTurns; turn += 1) {
      const now = Date.now();
      const at = instantSchema.parse(new Date(now).toISOString());
      product.push(await timed(() => readPage(pool, ledger, page, { now, at })));
      against.push(
        await timed(async () => {
          for (const sql of statements(page.where)) await pool.query(sql, [at]);
        }),
      );
    }
    lines.push({
      part: `drill: ${page.name}`,
      product: { of: 'a level', unit: 'ms', spread: spreadOf(product) },
      against: { of: 'GROUP BYs', unit: 'ms', spread: spreadOf(against) },
      goal: { of: 'figure', compare: 'at most', limit: 1000 },
    });
  }
  return lines;
}

async function readPage(
  pool: Pool,
  ledger: Ledger,
  page: (typeof pages)[number],
  { now, at }: { readonly now: number; readonly at: ReturnType<typeof instantSchema.parse> },
): Promise<void> {
  await readDrillLevel(
    { db: pool, city: hanoi, ledger, now },
    {
      unit: page.unit,
      period: 'month',
      comparison: 'before',
      from: null,
      to: null,
      measure: 'dossiers.received',
      cut: { at, knownSeq: Math.floor(ledger.lastSeq * page.known), geography: null },
    },
  );
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
