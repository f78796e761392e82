import { availableParallelism, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';

import { fullPlan, smallPlan, type Plan } from './plan.ts';
import { judge, markdownTable, type Line } from './report.ts';
import { openScratchStore } from './scratch-store.ts';

// Node has `Temporal` of its own from 26 on.
await import('temporal-polyfill/global');
const { benchImport } = await import('./import/import.ts');
const { benchFile } = await import('./import/file.ts');
const { benchFanOut } = await import('./fan-out/fan-out.ts');
const { benchDrill } = await import('./drill/drill.ts');
const { benchLatency } = await import('./latency/latency.ts');

const { values: options } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    /** Which parts, separated by commas. */
    only: { type: 'string' },
    dossiers: { type: 'string' },
  },
});

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
const base = options.full ? fullPlan : smallPlan;
const plan: Plan = options.dossiers === undefined ? base : { ...base, dossiers: Number(options.dossiers) };
const wanted = options.only?.split(',');
const isWanted = (part: string): boolean => wanted === undefined || wanted.includes(part);

const started = performance.now();
const lines: Line[] = [];
const store = await openScratchStore();
// A run that is stopped leaves no PostgreSQL and no files behind either.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void store.close().finally(() => process.exit(1)));
try {
  if (isWanted('latency')) lines.push(...(await benchLatency(store, plan, say)));
  if (isWanted('fan-out')) lines.push(...(await benchFanOut(store.url, plan, say)));
  if (isWanted('import') || isWanted('drill')) lines.push(...(await benchImport(store, plan, say)));
  if (isWanted('import')) lines.push(...(await benchFile(store.url, plan, say)));
  if (isWanted('drill')) lines.push(...(await benchDrill(store, plan, say)));
} finally {
  await store.close();
}
const judged = lines.map(judge);
const seconds = Math.round((performance.now() - started) / 1000);
if (options.json)
  process.stdout.write(`${JSON.stringify({ plan: plan.name, dossiers: plan.dossiers, seconds, lines: judged })}\n`);
else
  process.stdout.write(
    `${markdownTable(judged)}\n\n${plan.name}: ${String(plan.dossiers)} dossiers, ${String(seconds)} s, ${String(availableParallelism())} cores, ${String(Math.round(totalmem() / 2 ** 30))} GiB, ${process.platform}, Node ${process.versions.node}, load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}\n`,
  );
