import { FlagtowerError } from '@flagtower/contracts';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

import { badFile } from '../bad-file.ts';
import type { Limits } from '../limits.ts';

/** A workbook is held as a whole: larger tables are better sent as CSV, which is streamed. */
export const maxXlsxBytes = 64 * 1024 * 1024;
const maxUnpackedBytes = 256 * 1024 * 1024;
const maxEntries = 1000;
/** Cells between the first and the last one used, empty ones too: a workbook can name its last cell in a few bytes. */
const maxCells = 20_000_000;
const csvRemedy = 'Save the sheet as CSV (UTF-8) and import that, or import it in parts';

/**
 * Unfolds a workbook once without keeping it, so that what reads it afterwards cannot be made to fill the memory.
 * @throws FlagtowerError `BAD_FILE` when it is no zip, damaged, unfolds beyond the limits or spans too many cells
 */
export async function guardXlsx(bytes: Uint8Array, limits: Pick<Limits, 'columns' | 'unpackedBytes'>): Promise<void> {
  const allowed = Math.min(maxUnpackedBytes, limits.unpackedBytes);
  let unpacked = 0;
  try {
    const zip = await openWorkbook(bytes);
    for await (const entry of zip.eachEntry()) {
      const span = cellSpan(entry);
      for await (const chunk of chunksOf(zip, entry)) {
        unpacked += chunk.length;
        if (unpacked > allowed) throw badFile(`Unpacks to more than ${allowed} bytes`, 'unpackedBytes', csvRemedy);
        span?.look(chunk, limits.columns);
      }
    }
  } catch (error) {
    if (error instanceof FlagtowerError || error instanceof TypeError) throw error;
    throw badFile('Not a workbook, or a damaged one', 'xlsx', 'Save it again as .xlsx', error);
  }
}

async function openWorkbook(bytes: Uint8Array): Promise<ZipFile> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
  });
  if (zip.entryCount > maxEntries) throw badFile(`Holds more than ${maxEntries} files`, 'xlsx', csvRemedy);
  return zip;
}

async function* chunksOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.fileName.endsWith('/')) return;
  const chunks: AsyncIterable<unknown> = await zip.openReadStreamPromise(entry);
  for await (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('the zip gave something else than bytes');
    yield chunk;
  }
}

interface CellSpan {
  readonly look: (chunk: Uint8Array, maxColumns: number) => void;
}

/** Looks for the addresses of cells and rows of a sheet; `null` for the other parts of a workbook. */
function cellSpan({ fileName }: Entry): CellSpan | null {
  if (!/^xl\/worksheets\/[^/]+\.xml$/.test(fileName)) return null;
  let rest = '';
  let [columns, rows] = [0, 0];
  return {
    look: (chunk, maxColumns) => {
      const text = rest + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
      for (const [, column = '', row = '0'] of text.matchAll(/\br=["']([A-Za-z]{0,9})(\d{1,12})["']/g)) {
        columns = Math.max(columns, columnNumber(column));
        rows = Math.max(rows, Number(row));
      }
      // An address may be cut by the end of a chunk; seen twice it does no harm.
      rest = text.slice(-32);
      if (columns > maxColumns || columns * rows > maxCells)
        throw badFile('A sheet spans too many columns or rows', 'cells', csvRemedy);
    },
  };
}

/** `A` is 1, `AA` 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + (letter.codePointAt(0) ?? 64) - 64;
  return number;
}
