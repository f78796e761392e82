import { badFile } from '../bad-file.ts';
import { fold, tidy } from '../text/tidy.ts';

/**
 * Names of columns as a mapping uses them: a repeated name gets ` (2)`, ` (3)` …, an empty one is `column 7`, so that
 * every column can be named and none hides another.
 */
export function columnNames(cells: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  return cells.map((cell, index) => {
    const name = tidy(cell);
    if (name === '') return `column ${index + 1}`;
    const count = (times.get(fold(name)) ?? 0) + 1;
    times.set(fold(name), count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

const MISSING_SHOWN = 8;

/**
 * Where in a row each mapped column stands. Case, blanks and Unicode form of names do not matter.
 * @throws FlagtowerError `BAD_FILE` naming every mapped column that the header lacks
 */
export function columnPlaces(header: readonly string[], mapped: readonly string[], line: number): readonly number[] {
  const places = new Map(columnNames(header).map((name, index) => [fold(name), index]));
  const missing = mapped.filter((name) => !places.has(fold(name)));
  if (missing.length > 0)
    throw badFile(
      `The table has no column ${missing.slice(0, MISSING_SHOWN).join(', ')}`,
      `line ${line}`,
      'Choose another mapping, correct its columns or delimiter, or take these fields out of it',
    );
  return mapped.map((name) => places.get(fold(name)) ?? 0);
}
