import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { csvRows, guessDelimiter } from './csv-rows.ts';

type Told = { rows: [number, readonly string[]][]; troubles: [number, string][] };

function read(
  pieces: readonly string[],
  options: { delimiter?: string; skipLines?: number; rowBytes?: number } = {},
): Told {
  const told: Told = { rows: [], troubles: [] };
  const { delimiter, skipLines = 0, rowBytes = 1000 } = options;
  const rows = csvRows(
    { delimiter, skipLines, rowBytes },
    {
      row: (line, cells) => told.rows.push([line, cells]),
      trouble: (line, trouble) => told.troubles.push([line, trouble]),
    },
  );
  for (const piece of pieces) rows.write(piece);
  rows.end();
  return told;
}

describe('rows of a table', () => {
  test('quoted cells hold delimiters, line breaks and doubled quotes, and rows know their line', () => {
    const { rows } = read(['a,b\n"1,\n2","say ""hi"""\n3,4']);

    expect(rows).toEqual([
      [1, ['a', 'b']],
      [2, ['1,\n2', 'say "hi"']],
      [4, ['3', '4']],
    ]);
  });

  test('a broken quote costs its own row and no other', () => {
    const { rows, troubles } = read(['a,b\n"x"y,1\n2,3\n"never closed,4\n5,6\n']);

    expect(rows).toEqual([
      [1, ['a', 'b']],
      [3, ['2', '3']],
      [5, ['5', '6']],
    ]);
    expect(troubles).toEqual([
      [2, 'text-after-quote'],
      [4, 'quote-not-closed'],
    ]);
  });

  test('a quote inside a plain cell is text', () => {
    expect(read(['a,b\n5" pipe,x\n']).rows[1]).toEqual([2, ['5" pipe', 'x']]);
  });

  test('a row without end is dropped at the limit, and reading goes on after it', () => {
    const long = 'x'.repeat(400);
    const { rows, troubles } = read(['a\n', long, long, long, `${long}\n`, 'b\n'], { rowBytes: 1000 });

    expect(rows).toEqual([
      [1, ['a']],
      [3, ['b']],
    ]);
    expect(troubles).toEqual([[2, 'too-long']]);
  });

  test('lines before the header may hold anything', () => {
    expect(read(['“Báo cáo” "tháng\n\na;b\n1;2\n'], { skipLines: 2 }).rows).toEqual([
      [3, ['a', 'b']],
      [4, ['1', '2']],
    ]);
  });

  test.each([
    ['a,b,c', ','],
    ['a;b;c,d', ';'],
    ['a\tb', '\t'],
    ['"x,y,z"|b|c', '|'],
    ['alone', ','],
  ])('the header %s is cut at %j', (header, delimiter) => {
    expect(guessDelimiter(header)).toBe(delimiter);
  });
});

test('any table comes back as it was written, in whatever pieces it arrives', { timeout: 60_000 }, () => {
  const cell = fc.oneof(fc.string({ unit: fc.constantFrom('a', 'ộ', '"', ',', '\n', ' ', '1') }), fc.constant(''));
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 7 }), (rows, size) => {
      const text = rows.map((cells) => cells.map((it) => `"${it.replaceAll('"', '""')}"`).join(',')).join('\n');
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? [];

      expect(read(pieces, { delimiter: ',' }).rows.map(([, cells]) => cells)).toEqual(rows);
    }),
  );
});
