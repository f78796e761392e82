import type { Language } from '@flagtower/charts';
import type { Unit } from '@flagtower/contracts';

import type { FormLine } from './form-rows.ts';
import { formWords } from './form-words.ts';

/** `Phường Hoàn Kiếm` / `Hoan Kiem ward`; a code that no unit of the day has is its own name. */
export function unitName(code: string, units: readonly Unit[], language: Language): string {
  const unit = units.find((one) => one.code === code);
  if (unit === undefined) return code;
  if (unit.level === 'city') return unit.names[language];
  const vi = `${unit.type.vi.slice(0, 1).toUpperCase()}${unit.type.vi.slice(1)} ${unit.names.vi}`;
  return language === 'vi' ? vi : `${unit.names.en} ${unit.type.en}`;
}

export function lineName({ kind, unit, statedBy }: FormLine, units: readonly Unit[], language: Language): string {
  const words = formWords[language];
  if (kind === 'total') return words.total;
  if (kind === 'unallocated' || unit === null) return words.unallocated;
  const name = unitName(unit, units, language);
  return statedBy === null ? name : `${name}, ${words.stated(statedBy)}`;
}
