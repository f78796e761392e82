import { cutRow, plainRow } from './csv-cells.ts';

export interface CsvRowsOptions {
  /** `undefined`: guessed from the header line. */
  readonly delimiter: string | undefined;
  /** Lines before the header row; they may hold anything. */
  readonly skipLines: number;
  readonly rowBytes: number;
}

export type RowTrouble = 'text-after-quote' | 'quote-not-closed' | 'too-long';

export interface RowTaker {
  /** `line` is where the row begins, from 1. Blank lines are not rows. */
  readonly row: (line: number, cells: readonly string[]) => void;
  readonly trouble: (line: number, trouble: RowTrouble) => void;
}

/** Text in pieces to rows. */
export interface CsvRows {
  readonly write: (text: string) => void;
  readonly end: () => void;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The sign that is in the header line most often, the comma where none is. */
export function guessDelimiter(headerLine: string): string {
  const bare = headerLine.replaceAll(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((sign) => ({ sign, count: bare.split(sign).length }));
  return counts.reduce((best, it) => (it.count > best.count ? it : best)).sign;
}

/**
 * Cuts rows. Unlike the usual parsers it begins again at the next line after a row with a broken quote, so that one bad
 * row never swallows the good ones behind it.
 */
export function csvRows(options: CsvRowsOptions, take: RowTaker): CsvRows {
  let { delimiter } = options;
  let rest = '';
  let line = 1;
  let skipping = false;

  /** @returns the index after the row that begins at `from` and ends at `lineEnd` or later; `null`: more text is needed */
  const takeRow = (from: number, lineEnd: number, last: boolean): number | null => {
    const text = rest.slice(from, lineEnd);
    delimiter ??= guessDelimiter(text);
    const cut = text.includes('"') ? cutRow(rest, from, delimiter) : plainRow(text, lineEnd, delimiter);
    if (cut.state === 'row') {
      take.row(line, cut.cells);
      line += cut.lines;
      return cut.end;
    }
    if (cut.state === 'open' && !last && rest.length - from <= options.rowBytes) return null;
    take.trouble(line, cut.state === 'open' ? 'quote-not-closed' : 'text-after-quote');
    line += 1;
    return lineEnd + 1;
  };
  /** @returns the index after one line, or `null` when more text is needed */
  const takeLine = (from: number, lineEnd: number, last: boolean): number | null => {
    if (!skipping && line > options.skipLines && lineEnd > from) return takeRow(from, lineEnd, last);
    skipping = false;
    line += 1;
    return lineEnd + 1;
  };
  const drain = (last: boolean): void => {
    let from = 0;
    for (let lineEnd = rest.indexOf('\n'); lineEnd !== -1; lineEnd = rest.indexOf('\n', from)) {
      const next = takeLine(from, lineEnd, last);
      if (next === null) break;
      from = next;
    }
    rest = rest.slice(from);
  };
  return {
    write: (text) => {
      rest += text;
      drain(false);
      if (rest.length <= options.rowBytes || rest.includes('\n')) return;
      if (!skipping) take.trouble(line, 'too-long');
      skipping = true;
      rest = '';
    },
    end: () => {
      if (rest !== '') rest += '\n';
      drain(true);
    },
  };
}
