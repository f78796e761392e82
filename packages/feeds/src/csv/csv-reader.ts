import { inBatches, type ChunkParser } from '../in-batches.ts';
import type { Reader, ReadOptions } from '../reader.ts';
import { csvRows } from './csv-rows.ts';
import { csvText } from './csv-text.ts';
import { requireMapping } from './require-mapping.ts';
import { tableTaker } from './table-taker.ts';

/** Tables with a mapping, in both shapes. Only mapped columns are read; the header decides where they stand. */
export const csvReader: Reader = (bytes, options) => inBatches(bytes, csvParser(options));

function csvParser(options: ReadOptions): ChunkParser {
  const mapping = requireMapping(options);
  const { rowBytes } = options.limits;
  const table = tableTaker(mapping, options);
  const rows = csvRows({ delimiter: mapping.delimiter, skipLines: mapping.skipLines ?? 0, rowBytes }, table);
  const text = csvText(mapping.encoding);
  return {
    write: (chunk, out) => {
      table.into(out);
      rows.write(text.write(chunk));
    },
    end: (out) => {
      table.into(out);
      rows.write(text.end());
      rows.end();
      table.end();
    },
  };
}
