/** Columns and sample rows of the beginning of a file. */
export interface ColumnsSeen {
  readonly columns: readonly string[];
  readonly sample: readonly Readonly<Record<string, string>>[];
  /** Encoding that a mapping has to name; `null`: none needs to be. */
  readonly encoding: string | null;
  /** Of JSON: where its rows seem to be. Left out elsewhere, and where the document itself is the list. */
  readonly rows?: string;
}

export const MAX_SAMPLES = 10;
const MAX_SAMPLE_CHARS = 200;

/** A sample value, short enough to show. */
export function sampleText(text: string): string {
  return text.length <= MAX_SAMPLE_CHARS ? text : `${text.slice(0, MAX_SAMPLE_CHARS - 1)}…`;
}

export const nothingSeen: ColumnsSeen = { columns: [], sample: [], encoding: null };
