import { readFile } from 'node:fs/promises';

import { codeOf } from '@flagtower/store';

/** Local address, and the last column, in a line of the kernel's list of sockets. */
const line = /^\s*\d+: [0-9A-F]+:([0-9A-F]{4}) .* (\d+)\s*$/;

/**
 * Datagrams to this port that the system dropped since the socket was opened, because we did not fetch them in time.
 * @returns 0 on a system that does not tell (all but Linux)
 */
export async function kernelDrops(port: number): Promise<number> {
  const lists = await Promise.all(['/proc/net/udp', '/proc/net/udp6'].map(textOf));
  return lists
    .flatMap((text) => text.split('\n'))
    .map((text) => line.exec(text))
    .filter((match) => match !== null && Number.parseInt(match[1] ?? '', 16) === port)
    .reduce((sum, match) => sum + Number(match?.[2] ?? 0), 0);
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EACCES') return '';
    throw error;
  }
}
