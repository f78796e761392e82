import type { Language } from '@flagtower/charts';
import type { Unit } from '@flagtower/contracts';

import { unitNameIn } from '../period/unit-name.ts';
import type { FormLine } from './form-rows.ts';
import { formWords } from './form-words.ts';

export function lineName({ kind, unit, statedBy }: FormLine, units: readonly Unit[], language: Language): string {
  const words = formWords[language];
  if (kind === 'total') return words.total;
  if (kind === 'unallocated' || unit === null) return words.unallocated;
  const name = unitNameIn(units, unit, language);
  return statedBy === null ? name : `${name}, ${words.stated(statedBy)}`;
}
