import { measuredText, sharePointsText, shareText, signedText, type Language } from '@flagtower/charts';

/** A figure’s value with its unit in words; `—` where none is known. */
export function valueText(value: number | null, unitOfMeasure: string, language: Language): string {
  if (value === null) return '—';
  return unitOfMeasure === '1' ? shareText(value, language, 2) : measuredText(value, unitOfMeasure, language);
}

/** By how much a value changed, with its sign; shares differ in points. `—` where one of the two is not known. */
export function changeText(
  [before, after]: readonly [number | null, number | null],
  unitOfMeasure: string,
  language: Language,
): string {
  if (before === null || after === null) return '—';
  const gap = after - before;
  if (unitOfMeasure === '1') return sharePointsText(gap, language);
  if (gap === 0) return signedText(0, language);
  return `${gap < 0 ? '−' : '+'}${measuredText(Math.abs(gap), unitOfMeasure, language)}`;
}
