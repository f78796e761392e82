import { readFileSync } from 'node:fs';

const tickMs = 10;

/**
 * User and system time of a process and its descendants (a postmaster and its backends) so far, in ms, in steps of 10 ms.
 * @returns `null` where the system does not tell (it has no /proc)
 */
export function cpuOfTree(pid: number): number | null {
  const own = cpuOf(pid);
  if (own === null) return null;
  return childrenOf(pid).reduce((sum, child) => sum + (cpuOfTree(child) ?? 0), own);
}

function cpuOf(pid: number): number | null {
  const text = readOf(`/proc/${String(pid)}/stat`);
  if (text === null) return null;
  // The second field is the name in brackets, which may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  // Its own user and system time, and that of children which have ended.
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * tickMs;
}

function childrenOf(pid: number): number[] {
  const text = readOf(`/proc/${String(pid)}/task/${String(pid)}/children`) ?? '';
  return text.split(' ').filter(Boolean).map(Number);
}

function readOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Another system, or a process that just ended.
    return null;
  }
}
