import { FlagtowerError, recordSchema, rejectionSchema } from '@flagtower/contracts';
import * as fc from 'fast-check';

import type { Parsed } from './parsed.ts';

const piece = fc.oneof(
  fc.constantFrom(
    '"',
    '<',
    '>',
    '{',
    '[',
    ']',
    '}',
    ',',
    '\n',
    '\r',
    '&',
    '\\',
    '\0',
    '\uFEFF',
    '<!DOCTYPE x>',
    '<![CDATA[',
    '=HYPERLINK()',
    '1e999',
    '9999999999999999',
  ),
  fc.string({ unit: 'binary' }),
);

/** For tests: cuts, doubles, swaps in or overwrites a stretch. */
export const breakage = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 40 }),
  how: fc.constantFrom('cut', 'double', 'insert', 'overwrite'),
  piece,
});

/** For tests: a text with some of its stretches broken. */
export function broken(
  text: string,
  breaks: readonly (typeof breakage extends fc.Arbitrary<infer T> ? T : never)[],
): string {
  return breaks.reduce((it, { from, length, how, piece: inserted }) => {
    const start = Math.floor(from * it.length);
    const [before, middle, after] = [it.slice(0, start), it.slice(start, start + length), it.slice(start + length)];
    if (how === 'cut') return before + after;
    if (how === 'double') return before + middle + middle + after;
    return before + inserted + (how === 'insert' ? middle : '') + after;
  }, text);
}

/** For tests: what a reader says may be committed or quarantined as it is. */
export const keepsTheContract = (it: Parsed): boolean => {
  if (it.kind === 'record') return recordSchema.safeParse(it.record).success;
  return it.kind !== 'rejected' || rejectionSchema.safeParse(it.rejection).success;
};

/** For tests: a file is refused as a whole, with its place and what to do. */
export const isClearRefusal = (error: unknown): boolean =>
  error instanceof FlagtowerError &&
  error.code === 'BAD_FILE' &&
  error.place !== undefined &&
  error.remedy !== undefined;
