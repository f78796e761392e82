import type { Language } from '@flagtower/charts';

const words = {
  vi: ['Không', 'Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Mười'],
  en: ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'],
} as const satisfies Record<Language, readonly string[]>;

/** A count at the start of a sentence: in words to ten, in digits above. */
export function spelledNumber(count: number, language: Language): string {
  return words[language][count] ?? String(count);
}
