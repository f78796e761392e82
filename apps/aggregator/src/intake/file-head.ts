import { open, readFile } from 'node:fs/promises';

import { detectFormat, maxXlsxBytes } from '@flagtower/feeds';

/** Enough of a file to tell what it is. */
const headBytes = 64 * 1024;

/** A file's first bytes; a workbook as a whole, since its directory is at its end. */
export async function headOf({ path, bytes }: { readonly path: string; readonly bytes: number }): Promise<Uint8Array> {
  const head = await firstBytes(path);
  const isWhole = bytes <= headBytes || bytes > maxXlsxBytes || detectFormat(head, null)?.format !== 'xlsx';
  return isWhole ? head : await readFile(path);
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
