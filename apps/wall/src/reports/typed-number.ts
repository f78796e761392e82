import type { Language } from '@flagtower/charts';

/**
 * A number as the reader's language writes it: `1.055` and `55,5` in Vietnamese, `1,055` and `55.5` in English. What could
 * be read in two ways is no number.
 * @returns `null`: none
 */
export function typedNumber(text: string, language: Language): number | null {
  const [thousands, decimal] = language === 'vi' ? ['\\.', ','] : [',', '\\.'];
  const form = new RegExp(`^(\\d+|[1-9]\\d{0,2}(?:${thousands}\\d{3})+)(?:${decimal}(\\d+))?\\s*%?$`);
  const [, whole, decimals] = form.exec(text.trim()) ?? [];
  return whole === undefined ? null : Number(`${whole.replaceAll(/[.,]/g, '')}.${decimals ?? '0'}`);
}
