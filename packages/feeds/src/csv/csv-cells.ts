/** One row cut into cells. `end` is the index after its line break, `lines` how many lines it took. */
export type CutRow =
  | { readonly state: 'row'; readonly cells: readonly string[]; readonly end: number; readonly lines: number }
  /** Text follows a closing quote. */
  | { readonly state: 'malformed' }
  /** A quoted cell is not closed yet. */
  | { readonly state: 'open' };

const QUOTE = '"';

interface Cell {
  readonly text: string;
  /** Index of the delimiter or line break after it. */
  readonly end: number;
}

/** @returns `'open'` or `'malformed'` as in `CutRow` */
function quotedCell(text: string, from: number, delimiter: string): Cell | 'open' | 'malformed' {
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf(QUOTE, at);
    if (quote === -1 || quote + 1 >= text.length) return 'open';
    const next = text[quote + 1];
    if (next === delimiter || next === '\n')
      return { text: text.slice(from + 1, quote).replaceAll('""', QUOTE), end: quote + 1 };
    if (next !== QUOTE) return 'malformed';
    at = quote + 2;
  }
}

function plainCell(text: string, from: number, delimiter: string): Cell {
  // Cut first: a search for the delimiter must not run through all the lines behind.
  const rest = text.slice(from, text.indexOf('\n', from));
  const next = rest.indexOf(delimiter);
  const cell = next === -1 ? rest : rest.slice(0, next);
  return { text: cell, end: from + cell.length };
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** The common row: one line without any quote. */
export function plainRow(line: string, lineEnd: number, delimiter: string): CutRow {
  return { state: 'row', cells: line.split(delimiter), end: lineEnd + 1, lines: 1 };
}

/** Cuts the row that begins at `from`. The text must hold a line break after `from`. A quote inside a plain cell is text. */
export function cutRow(text: string, from: number, delimiter: string): CutRow {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const cell = text[at] === QUOTE ? quotedCell(text, at, delimiter) : plainCell(text, at, delimiter);
    if (typeof cell === 'string') return { state: cell };
    cells.push(cell.text);
    at = cell.end + 1;
    if (text[cell.end] === '\n') return { state: 'row', cells, end: at, lines: linesIn(text, from, at) };
    // The row goes on, but its line break has not come yet.
    if (!text.includes('\n', at)) return { state: 'open' };
  }
}
