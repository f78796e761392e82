import { dayNumberOf } from '../time/zone-days.ts';

/**
 * The forms that Vietnamese dossier codes have had. `2018`: `000.00.13.H26-190305-0001`, the unit's own numbers before the
 * province (Circular 01/2018/TT-VPCP, Art. 19). `2020`: `H26.13-211114-0012`, the province first (Decision 20/2020/QĐ-TTg).
 * `2025`: the same, with the unit codes of Decision 4078/QĐ-UBND of 1 August 2025; only its date tells it apart.
 */
export type CodeForm = '2018' | '2020' | '2025';

/** A dossier code taken apart. Only for telling what disagrees: everywhere else a code is opaque. */
export interface VietnameseCode {
  readonly form: CodeForm;
  /** As the code writes it, in the form's own order. */
  readonly unit: string;
  /** ISO day of the receipt, says the code. */
  readonly day: string;
  /** Within the day and unit. */
  readonly number: number;
}

const shape = /^((?:\d{3}\.\d{2}\.\d{2}\.)?[A-Y]\d{2}(?:\.\d+)*)-(\d{2})(\d{2})(\d{2})-(\d{4,})$/;
/** A level-1 code and groups, 35 characters at most, says Decision 20/2020/QĐ-TTg. */
const maxUnitChars = 35;
const reissuedFrom = '2025-08-01';

/** @returns `null` where the text has none of the forms, or its date is none */
export function vietnameseCode(text: string): VietnameseCode | null {
  const [, unit, year, month, date, number] = shape.exec(text) ?? [];
  if (unit === undefined || unit.length > maxUnitChars) return null;
  if (!isDay(Number(`20${year ?? ''}`), Number(month), Number(date))) return null;
  const day = `20${year ?? ''}-${month ?? ''}-${date ?? ''}`;
  return { form: formOf(unit, day), unit, day, number: Number(number) };
}

/** `2018` codes carry three groups of numbers before the province. */
function formOf(unit: string, day: string): CodeForm {
  if (/^\d/.test(unit)) return '2018';
  return day >= reissuedFrom ? '2025' : '2020';
}

function isDay(year: number, month: number, date: number): boolean {
  if (month < 1 || month > 12 || date < 1) return false;
  const firstOf = (monthOfYear: number): number =>
    dayNumberOf(
      `${String(year + Math.floor((monthOfYear - 1) / 12))}-${String(((monthOfYear - 1) % 12) + 1).padStart(2, '0')}-01`,
    );
  return date <= firstOf(month + 1) - firstOf(month);
}

/** What a code says otherwise than the record that carries it: told, never repaired. */
export type CodeDisagreement = 'code-form-unknown' | 'code-date-differs' | 'code-unit-differs';

/**
 * @param code the dossier's code
 * @param told whether the record was received on an ISO day of the source's zone, and by which unit; `null`: it does not say
 */
export function codeDisagreements(
  code: string,
  told: { readonly receivedOn: ((day: string) => boolean) | null; readonly unit: string | null },
): CodeDisagreement[] {
  const read = vietnameseCode(code);
  if (read === null) return ['code-form-unknown'];
  const disagreements: CodeDisagreement[] = [];
  if (told.receivedOn !== null && !told.receivedOn(read.day)) disagreements.push('code-date-differs');
  // Only a unit that is named in the same register can be compared; the statistical codes are another one.
  if (told.unit !== null && unitShape.test(told.unit) && told.unit !== read.unit)
    disagreements.push('code-unit-differs');
  return disagreements;
}

const unitShape = /^(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Y]\d{2}(?:\.\d+)*$/;
