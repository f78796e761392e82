import { addWorkingDaysTo, type WorkingDays } from '../calendar/working-days.ts';
import { localDayNumber, startOfDayMs } from '../time/zone-days.ts';
import type { ToldLimit } from './life.ts';

/** In how many working days a procedure has to be handled, and from which to which day (numbers, both included) that held. */
export interface TimeLimit {
  readonly workingDays: number;
  readonly validFrom: number | null;
  readonly validTo: number | null;
}

/** How a due date is computed where none was told. */
export interface DueRule {
  readonly calendar: WorkingDays;
  /** By procedure code. */
  readonly limits: ReadonlyMap<string, readonly TimeLimit[]>;
}

/** A due moment that nobody told; epoch milliseconds. */
export interface ComputedDue {
  readonly at: number;
  readonly precision: 'computed';
}

/**
 * The due moment of a dossier that nobody told one for: the end of the last working day of its limit; the day of receipt does not count
 * (Civil Code 91/2015/QH13, Art. 147.2 and 148). The limit that its record was taken down with goes first, where it is of the same
 * procedure; else the one of the rules that was in force when it was received.
 * @returns `null` where there is no rule, no limit of the procedure on that day, or the calendar does not reach that far
 */
export function computedDue(
  receivedAt: number,
  { procedure, limit }: { readonly procedure: string | null; readonly limit: ToldLimit | null },
  { dueRule, zone }: { readonly dueRule: DueRule | null; readonly zone: string },
): ComputedDue | null {
  if (dueRule === null || procedure === null) return null;
  const receipt = localDayNumber(receivedAt, zone);
  const workingDays = limit?.procedure === procedure ? limit.workingDays : limitOn(dueRule, procedure, receipt);
  if (workingDays === null) return null;
  const day = addWorkingDaysTo(dueRule.calendar, receipt, workingDays);
  return day === null ? null : { at: startOfDayMs(day + 1, zone) - 1, precision: 'computed' };
}

function limitOn({ limits }: DueRule, procedure: string, day: number): number | null {
  const inForce = limits
    .get(procedure)
    ?.find(({ validFrom, validTo }) => (validFrom ?? day) <= day && day <= (validTo ?? day));
  return inForce?.workingDays ?? null;
}
