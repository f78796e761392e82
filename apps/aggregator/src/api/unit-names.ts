import type { City, Unit } from '@flagtower/contracts';
import { isValidOn } from '@flagtower/domain';

/** The life of a code on a day, or the last one before it: codes were used again for other units. */
export function unitOn({ units }: Pick<City, 'units'>, code: string, day: string): Unit | null {
  const lives = units.filter((unit) => unit.code === code && unit.validFrom <= day);
  return lives.find((unit) => isValidOn(unit, day)) ?? lives.at(-1) ?? null;
}

/** A unit with its type, as people say it: `Quận Ba Đình`, `Ba Dinh urban district`. */
export function unitNames(unit: Unit | null, code: string): { readonly vi: string; readonly en: string } {
  if (unit === null) return { vi: code, en: code };
  const { type, names } = unit;
  return { vi: `${capital(type.vi)} ${names.vi}`, en: `${names.en} ${type.en}` };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
