import { daySchema, type Day } from '@flagtower/contracts';

/** `31/12/2018` or `2018-12-31`. @returns `null`: no day */
export function reportDay(text: string): Day | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = daySchema.safeParse(iso);
  return parsed.success ? parsed.data : null;
}

/**
 * A number as Vietnam writes it: `1.055`, `55,5`, `55,5%`. A point is only a thousands sign, so that `0.55` is refused
 * instead of being read as something else.
 * @returns `null`: no number
 */
export function reportNumber(text: string): { readonly value: number; readonly isPercent: boolean } | null {
  const [, sign = '', whole = '', decimals = '', percent = ''] =
    /^([-−]?)(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d+))?(\s*%)?$/.exec(text) ?? [];
  if (whole === '' || whole.startsWith('0.')) return null;
  const value = Number(`${whole.replaceAll('.', '')}.${decimals === '' ? '0' : decimals}`);
  return { value: sign === '' ? value : -value, isPercent: percent !== '' };
}
