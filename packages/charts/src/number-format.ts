import type { Language } from './language.ts';

const locales = { vi: 'vi-VN', en: 'en-GB' } as const satisfies Record<Language, string>;
const formats = new Map<string, Intl.NumberFormat>();

/** U+2212: as wide as a digit in the wall's face, and no line break before it. */
const MINUS = '−';

function format(language: Language, fraction: number, sign: 'auto' | 'exceptZero'): Intl.NumberFormat {
  const key = `${language} ${fraction} ${sign}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
    signDisplay: sign,
    useGrouping: 'always',
  });
  formats.set(key, made);
  return made;
}

function realMinus(text: string): string {
  return text.replace('-', MINUS);
}

/** `311402` → `311.402` (vi), `311,402` (en). `fraction`: digits after the decimal sign, 0 by default. */
export function numberText(value: number, language: Language, fraction = 0): string {
  // −0 after rounding would print a minus in front of nothing.
  return realMinus(format(language, fraction, 'auto').format(Math.abs(value) < 0.5 * 10 ** -fraction ? 0 : value));
}

/** The same with a sign that is always there, but for zero: `+56`, `−13,8`. */
export function signedText(value: number, language: Language, fraction = 0): string {
  return realMinus(
    format(language, fraction, 'exceptZero').format(Math.abs(value) < 0.5 * 10 ** -fraction ? 0 : value),
  );
}

/**
 * A share in [0, 1] as the digits of a percentage, without the sign: `0.998` → `99,8`. Only a whole is written as 100: one
 * late dossier in twenty thousand must not vanish in the rounding.
 */
export function shareDigits(share: number, language: Language, fraction = 1): string {
  const step = 10 ** -fraction;
  const percent = share < 1 ? Math.min(share * 100, 100 - step) : share * 100;
  return numberText(percent, language, fraction);
}

/** `0.998` → `99,8%`. */
export function shareText(share: number, language: Language, fraction = 1): string {
  return `${shareDigits(share, language, fraction)}%`;
}

const points = { vi: 'điểm %', en: 'pp' } as const satisfies Record<Language, string>;

/** The difference of two shares, in points and never in per cent: `−13,8 điểm %`. */
export function sharePointsText(difference: number, language: Language): string {
  return `${signedText(difference * 100, language, 1)} ${points[language]}`;
}

const million = { vi: 'triệu', en: 'million' } as const satisfies Record<Language, string>;

/** From a million on in millions with three valid digits (`3,31 triệu`), below in full. */
export function shortNumberText(value: number, language: Language): string {
  if (Math.abs(value) < 1_000_000) return numberText(value, language);
  const millions = value / 1_000_000;
  const fraction = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(millions))));
  return `${numberText(millions, language, fraction)} ${million[language]}`;
}
