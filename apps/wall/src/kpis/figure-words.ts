import { numberText, shareDigits, spanText, type Language } from '@flagtower/charts';
import type { KpiDefinition } from '@flagtower/contracts';

/** How a figure of the catalogue is written, whatever it measures. */
export interface FigureWords {
  readonly isShare: boolean;
  /** Digits alone; a time is written with its units. */
  readonly write: (value: number) => string;
  /** Beside the digits; `''`: none, or already written. */
  readonly unit: string;
}

/** UCUM codes as people write them; what is not here is written as it is. */
const unitSigns: Readonly<Record<string, string>> = {
  '%': '%',
  Cel: '°C',
  'ug/m3': 'µg/m³',
  'mg/m3': 'mg/m³',
  'm3/s': 'm³/s',
};

const msOf: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };

export function figureWords({ unitOfMeasure }: Pick<KpiDefinition, 'unitOfMeasure'>, language: Language): FigureWords {
  const ms = msOf[unitOfMeasure];
  if (ms !== undefined) return { isShare: false, write: (value) => signedSpan(value * ms, language), unit: '' };
  if (unitOfMeasure === '1') return { isShare: true, write: (value) => shareDigits(value, language), unit: '%' };
  const unit = unitOfMeasure.startsWith('{') ? '' : unitOfMeasure;
  return {
    isShare: false,
    write: (value) => numberText(value, language, Number.isInteger(value) || Math.abs(value) >= 1000 ? 0 : 1),
    unit: unitSigns[unit] ?? unit,
  };
}

/** Buses come early too. */
function signedSpan(ms: number, language: Language): string {
  return ms < 0 ? `−${spanText(-ms, language)}` : spanText(ms, language);
}
