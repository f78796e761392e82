import { FlagtowerError, type SeriesMapping } from '@flagtower/contracts';

import { converted } from '../ngsi/units.ts';
import { fold } from '../text/tidy.ts';

/** A figure of a cell; `null`: it is absent; `undefined`: the cell holds no number. */
export type ReadNumber = (text: string) => number | null | undefined;

const usuallyAbsent = ['NaN', 'NA', 'N/A', 'ND', 'null'];

const plain = /^[-+−]?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,30})?(?:[eE][-+]?\d{1,3})?$/;
const withComma = /^[-+−]?(?:\d{1,15}|\d{1,3}(?:\.\d{3}){1,4})(?:,\d{1,30})?$/;

/** A cell without a figure is absent and never 0. With a decimal comma a point only parts thousands, and the other way round. */
export function numberReader({ absent, decimal }: SeriesMapping): ReadNumber {
  const words = new Set(['', ...(absent ?? usuallyAbsent)].map(fold));
  return (text) => {
    if (words.has(fold(text))) return null;
    if (!(decimal === ',' ? withComma : plain).test(text)) return undefined;
    const bare = decimal === ',' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
    const value = Number(bare.replace('−', '-'));
    return Number.isFinite(value) ? value : undefined;
  };
}

export interface Measure {
  readonly unitOfMeasure: string;
  readonly inUnit: (value: number) => number;
}

/** @throws FlagtowerError `BAD_REQUEST` for a unit that nobody here knows, or one that cannot become the other */
export function measureOf({ column, unit, keepAs }: SeriesMapping['values'][number]): Measure {
  const isCount = unit === '1' || /^\{[^{}]{1,18}\}$/.test(unit);
  if (isCount && (keepAs === undefined || keepAs === unit)) return { unitOfMeasure: unit, inUnit: (value) => value };
  const known = isCount ? null : converted(0, unit, keepAs ?? null);
  if (known === null)
    throw new FlagtowerError('BAD_REQUEST', 'The mapping names a unit that is not known, or does not fit', {
      place: `series.values: ${column}`,
      remedy: 'Give the units by UCUM, such as Cel, K, hPa, m/s, mm, %, {person}, and keepAs of the same quantity',
    });
  return { unitOfMeasure: known.unit, inUnit: (value) => converted(value, unit, keepAs ?? null)?.value ?? value };
}
