import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { realPath } from './real-feeds.ts';

/** Lets `use` have a copy of a table with its rows in another order, one in ten of them twice. */
export async function withShuffled<T>(path: string, use: (copy: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'flagtower-shuffled-'));
  try {
    const copy = join(folder, 'shuffled.csv');
    await writeFile(copy, shuffledAndDoubled(await readFile(realPath(path), 'utf8')));
    return await use(copy);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function shuffledAndDoubled(text: string): string {
  const [header = '', ...rows] = text.trimEnd().split('\n');
  const doubled = rows.flatMap((row, index) => (index % 10 === 0 ? [row, row] : [row]));
  let seed = 7;
  const keyed = doubled.map((row) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return { row, key: seed };
  });
  return [header, ...keyed.toSorted((a, b) => a.key - b.key).map(({ row }) => row), ''].join('\n');
}
