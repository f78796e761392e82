import { cpuOfTree } from './process-cpu.ts';

/** One turn of one variant. */
export interface Turn {
  readonly rows: number;
  readonly ms: number;
  /** Of this process. */
  readonly appCpuMs: number;
  /** Of PostgreSQL; `null` where the system does not tell. */
  readonly storeCpuMs: number | null;
}

/**
 * Runs one turn and takes its time.
 * @param work returns how many rows it wrote
 */
export async function timed(storePid: number, work: () => Promise<number>): Promise<Turn> {
  const storeBefore = cpuOfTree(storePid);
  const appBefore = process.cpuUsage();
  const started = performance.now();
  const rows = await work();
  const ms = performance.now() - started;
  const app = process.cpuUsage(appBefore);
  const storeAfter = cpuOfTree(storePid);
  return {
    rows,
    ms,
    appCpuMs: (app.user + app.system) / 1000,
    storeCpuMs: storeBefore === null || storeAfter === null ? null : storeAfter - storeBefore,
  };
}

/** The same things in another order each round, so that none always comes first. */
export function rotated<Thing>(things: readonly Thing[], round: number): Thing[] {
  const first = round % Math.max(1, things.length);
  return [...things.slice(first), ...things.slice(0, first)];
}
