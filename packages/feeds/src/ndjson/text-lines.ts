export interface LineTaker {
  /** Lines count from 1; blank ones are counted and not told. */
  readonly line: (text: string, line: number) => void;
  readonly tooLong: (line: number) => void;
}

/** Cuts text in pieces into lines; one that is too long is dropped up to its end. */
export function textLines(maxChars: number, take: LineTaker): { write: (text: string) => void; end: () => void } {
  let rest = '';
  let line = 1;
  let dropping = false;
  const finish = (text: string): void => {
    if (text.length > maxChars && !dropping) take.tooLong(line);
    else if (!dropping && text.trim() !== '') take.line(text, line);
    dropping = false;
    line += 1;
  };
  return {
    write: (text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const it of lines) finish(it);
      if (rest.length <= maxChars) return;
      if (!dropping) take.tooLong(line);
      dropping = true;
      rest = '';
    },
    end: () => {
      if (rest !== '') finish(rest);
    },
  };
}
