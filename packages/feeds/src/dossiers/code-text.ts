import { digest } from '../text/digest.ts';

const CODE_SIGNS = /[^\p{L}\p{N}\p{M} .,:;&()'’/+_#*-]/gu;
const DOSSIER_SIGNS = /[^\p{L}\p{N}._:/#-]/gu;
const LEADING_SIGNS = /^[^\p{L}\p{N}]+/u;
const MAX_DOSSIER_CHARS = 100;
const MARK_CHARS = 8;

/** A word of a list with the signs that a code may not have turned into `_`; the same word always gives the same code. */
export function codeText(word: string): string {
  return word.replace(LEADING_SIGNS, '').replaceAll(CODE_SIGNS, '_');
}

/**
 * A case id with blanks turned into `_`. Where more had to be changed, a mark made of the original is added, so that
 * two cases never become one. Empty where the id has no letter or digit at all.
 */
export function dossierText(id: string): string {
  const joined = id.replaceAll(/\s+/gu, '_');
  const clean = joined.replace(LEADING_SIGNS, '').replaceAll(DOSSIER_SIGNS, '_');
  if (clean === '' || (clean === joined && clean.length <= MAX_DOSSIER_CHARS)) return clean;
  const mark = digest([id]).slice(0, MARK_CHARS);
  return `${clean.slice(0, MAX_DOSSIER_CHARS - MARK_CHARS - 1)}#${mark}`;
}
