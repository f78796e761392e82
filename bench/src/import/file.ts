import { z } from 'zod';

import { startChild } from '../child.ts';
import type { Plan } from '../plan.ts';
import type { Figure, Line } from '../report.ts';
import { spreadOf } from '../statistics.ts';
import { rotated } from '../turns.ts';

const turns = 2;
const patienceMs = 30 * 60_000;
const answerSchema = z.object({ records: z.number(), ms: z.number(), peakMb: z.number() });
type Answer = z.infer<typeof answerSchema>;

/** A file read and committed as it streams, against reading it alone and copying its records alone. */
export async function benchFile(databaseUrl: string, plan: Plan, say: (text: string) => void): Promise<Line[]> {
  const rows = plan.fileRows;
  const done = new Map<string, Answer[]>();
  for (let turn = 0; turn < turns; turn += 1) {
    for (const mode of rotated(['parse', 'copy', 'import'], turn)) {
      say(`file: ${mode}`);
      const answer = await runWorker(databaseUrl, mode, turn * rows, rows);
      if (answer.records !== rows) throw new Error(`${mode} took ${String(answer.records)} of ${String(rows)} rows`);
      done.set(mode, [...(done.get(mode) ?? []), answer]);
    }
  }
  const quarter = await runWorker(databaseUrl, 'import', turns * rows, rows / 4);
  say(`file: ${String(turns)} turns of ${String(rows)} rows`);
  const rate = (ms: number): number => (rows / ms) * 1000;
  const [parsed, copied, imported] = ['parse', 'copy', 'import'].map((mode) => done.get(mode) ?? []);
  const apart = (parsed ?? []).map(({ ms }, turn) => rate(ms + (copied?.[turn]?.ms ?? 0)));
  return [
    {
      part: 'file',
      product: figure(
        'read and committed',
        'rows/s',
        (imported ?? []).map(({ ms }) => rate(ms)),
      ),
      against: figure('read, then COPY', 'rows/s', apart),
      goal: { of: 'ratio', compare: 'at least', limit: 0.5 },
    },
    {
      part: 'file',
      note: `memory of ${String(rows)} rows against a quarter of them`,
      product: figure(
        'peak',
        'MB',
        (imported ?? []).map(({ peakMb }) => peakMb),
      ),
      against: figure('a quarter', 'MB', [quarter.peakMb]),
      goal: { of: 'ratio', compare: 'at most', limit: 1.3 },
    },
  ];
}

function figure(of: string, unit: string, values: readonly number[]): Figure {
  return { of, unit, spread: spreadOf(values) };
}

async function runWorker(databaseUrl: string, mode: string, first: number, rows: number): Promise<Answer> {
  const worker = startChild('import/file-worker.ts', [mode, String(first), String(rows)], {
    DATABASE_URL: databaseUrl,
  });
  try {
    return answerSchema.parse(await worker.hear(patienceMs));
  } finally {
    await worker.stop();
  }
}
