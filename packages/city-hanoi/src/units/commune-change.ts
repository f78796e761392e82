/** A commune that began on the day of a change: its code, its name, and the codes of those it was made of. */
export type CommuneChange = readonly [
  code: string,
  /** `null`: the name that its code had before. */
  name: string | null,
  /** Codes with spaces between; a star: only a part of it went here. */
  from: string,
];

/** A predecessor, and whether all of it went. */
export interface Origin {
  readonly code: string;
  readonly extent: 'whole' | 'part';
}

/** Reads `00241 00250 00253*`. */
export function originsOf(from: string): Origin[] {
  return from.split(' ').map((word) => ({
    code: word.replace('*', ''),
    extent: word.endsWith('*') ? 'part' : 'whole',
  }));
}
