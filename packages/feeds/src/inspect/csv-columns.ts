import { FlagtowerError } from '@flagtower/contracts';

import { columnNames } from '../csv/csv-header.ts';
import { csvRows } from '../csv/csv-rows.ts';
import { csvText } from '../csv/csv-text.ts';
import type { Limits } from '../limits.ts';
import { MAX_SAMPLES, sampleText, type ColumnsSeen } from './columns-seen.ts';

/** Old Vietnamese systems write this where they do not write UTF-8. */
const OLD_ENCODING = 'windows-1258';

function decoded(head: Uint8Array): { text: string; encoding: string | null } {
  try {
    return { text: csvText(undefined).write(head), encoding: null };
  } catch (error) {
    if (!(error instanceof FlagtowerError) || error.place !== 'encoding') throw error;
    return { text: csvText(OLD_ENCODING).write(head), encoding: OLD_ENCODING };
  }
}

/** A table of a data logger tells of itself in its first line, and of units and averages in the third and fourth. */
function withoutPreamble(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [first, header, ...body] = rows;
  return first?.[0] === 'TOA5' && header !== undefined ? [header, ...body.slice(2)] : rows;
}

/** Header and first rows of a table. The last row of the head may be cut off and is not shown. */
export function csvColumns(head: Uint8Array, limits: Limits): ColumnsSeen {
  const { text, encoding } = decoded(head);
  const rows: (readonly string[])[] = [];
  const reader = csvRows(
    { delimiter: undefined, skipLines: 0, rowBytes: limits.rowBytes },
    {
      row: (_line, cells) => {
        if (rows.length <= MAX_SAMPLES) rows.push(cells);
      },
      trouble: () => undefined,
    },
  );
  reader.write(text);
  if (rows.length === 0) reader.end();
  const [header = [], ...body] = withoutPreamble(rows);
  const columns = columnNames(header).slice(0, limits.columns);
  const sample = body.map((cells) =>
    Object.fromEntries(columns.map((name, index) => [name, sampleText(cells[index] ?? '')])),
  );
  return { columns, sample, encoding };
}
