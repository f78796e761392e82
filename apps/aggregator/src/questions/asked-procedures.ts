import { FlagtowerError, type City } from '@flagtower/contracts';
import { readProcedureCodes, type Queryable } from '@flagtower/store';

/** The group of everything that is not in the city's catalogue, also of what was told without a procedure. */
const otherGroup = 'other';

export interface ProcedureWords {
  readonly procedure?: string | undefined;
  /** A group of the city's catalogue, or `other`. */
  readonly group?: string | undefined;
}

/**
 * The procedure codes that a question is limited to; `undefined`: it is not. `procedure` may be empty: what was told
 * without one.
 * @throws FlagtowerError `BAD_REQUEST` for a group that is not in the catalogue
 */
export async function askedProcedures(
  db: Queryable,
  city: City,
  ledgerId: number,
  { procedure, group }: ProcedureWords,
): Promise<string[] | undefined> {
  if (procedure !== undefined) return [procedure];
  if (group === undefined) return undefined;
  if (group === otherGroup) {
    const listed = new Set(city.procedures.map(({ code }) => code));
    return (await readProcedureCodes(db, ledgerId)).filter((code) => !listed.has(code));
  }
  const codes = city.procedures.filter((each) => each.group === group).map(({ code }) => code);
  if (codes.length === 0)
    throw new FlagtowerError('BAD_REQUEST', 'there is no such group of procedures', {
      place: 'group',
      remedy: 'GET /v1/city lists procedures with their groups',
    });
  return codes;
}

export function groupOf(city: City, procedure: string): string {
  return city.procedures.find(({ code }) => code === procedure)?.group ?? otherGroup;
}
