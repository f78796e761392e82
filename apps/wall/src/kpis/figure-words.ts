import { measureWord, msOfUnit, numberText, shareDigits, spanText, type Language } from '@flagtower/charts';
import type { KpiDefinition } from '@flagtower/contracts';

/** How a figure of the catalogue is written, whatever it measures. */
export interface FigureWords {
  readonly isShare: boolean;
  /** Digits alone; a time is written with its units. */
  readonly write: (value: number) => string;
  /** Beside the digits; `''`: none, or already written. */
  readonly unit: string;
}

export function figureWords({ unitOfMeasure }: Pick<KpiDefinition, 'unitOfMeasure'>, language: Language): FigureWords {
  const ms = msOfUnit(unitOfMeasure);
  if (ms !== null) return { isShare: false, write: (value) => signedSpan(value * ms, language), unit: '' };
  if (unitOfMeasure === '1') return { isShare: true, write: (value) => shareDigits(value, language), unit: '%' };
  return {
    isShare: false,
    write: (value) => numberText(value, language, Number.isInteger(value) || Math.abs(value) >= 1000 ? 0 : 1),
    // What is counted is said by the figure's name; how much an hour, or in what, is not.
    unit: /^\{[^}]*\}$/u.test(unitOfMeasure) ? '' : measureWord(unitOfMeasure, language),
  };
}

/** Buses come early too. */
function signedSpan(ms: number, language: Language): string {
  return ms < 0 ? `−${spanText(-ms, language)}` : spanText(ms, language);
}
