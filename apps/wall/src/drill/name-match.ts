import { plainText } from '../words/plain-text.ts';

/**
 * How well a name fits what somebody typed, lower is better: the name itself, its beginning, the beginning of a word, the
 * first letters of its words (`bd` for Ba Đình), any part of it, its code. `null`: not at all.
 */
export function matchRank(typed: string, name: string, code: string): number | null {
  const wanted = plainText(typed);
  if (wanted === '') return null;
  const plain = plainText(name);
  const words = plain.split(' ');
  const initials = words.map((one) => one.slice(0, 1)).join('');
  const ways = [
    plain === wanted,
    code.toLowerCase() === wanted,
    plain.startsWith(wanted),
    initials === wanted,
    words.some((_, index) => words.slice(index).join(' ').startsWith(wanted)),
    initials.startsWith(wanted) && wanted.length > 1,
    plain.includes(wanted),
    code.toLowerCase().startsWith(wanted),
    wanted.split(' ').every((part) => plain.includes(part)),
  ];
  const rank = ways.indexOf(true);
  return rank === -1 ? null : rank;
}
