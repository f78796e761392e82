import type { Language } from '@flagtower/charts';
import type { Unit } from '@flagtower/contracts';

/** `Phường Hoàn Kiếm` / `Hoan Kiem ward`; a code that no unit of the day has is its own name. */
export function unitNameIn(units: readonly Unit[], code: string, language: Language): string {
  const unit = units.find((one) => one.code === code);
  if (unit === undefined) return code;
  // A department’s name says what it is.
  if (unit.level === 'city' || unit.level === 'department') return unit.names[language];
  const vi = `${unit.type.vi.slice(0, 1).toUpperCase()}${unit.type.vi.slice(1)} ${unit.names.vi}`;
  return language === 'vi' ? vi : `${unit.names.en} ${unit.type.en}`;
}
