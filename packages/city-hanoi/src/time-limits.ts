import type { ProcedureInput } from './city-input.ts';

type Limit = NonNullable<ProcedureInput['timeLimits']>[number];

function since(validFrom: string, workingDays: number, basis: string): Limit[] {
  return [{ workingDays, validFrom, validTo: null, basis }];
}

const civilStatus = 'Law on Civil Status 60/2014/QH13';
const civilDecree = 'Decree 123/2015/NĐ-CP';
const residence = 'Law on Residence 68/2020/QH14';

/**
 * Limits that the law itself gives in working days, by procedure code: the longest that handling may take. A city may have
 * promised less; a due date that a source tells always goes first. Not here: what is due at once or on the day of receipt (copies
 * and signatures, births, marriages, deaths), limits in calendar days (building permits) and those that we did not find.
 */
export const timeLimits: ReadonlyMap<string, Limit[]> = new Map([
  ['2.001035', since('2015-04-10', 2, 'Decree 23/2015/NĐ-CP, Art. 37')],
  ['1.004873', since('2016-01-01', 3, `${civilDecree}, Art. 22`)],
  ['1.004859', since('2016-01-01', 3, `${civilStatus}, Art. 28`)],
  ['1.001022', since('2016-01-01', 3, `${civilStatus}, Art. 25`)],
  ['1.004837', since('2016-01-01', 3, `${civilStatus}, Art. 20`)],
  ['1.004884', since('2016-01-01', 5, `${civilDecree}, Art. 26`)],
  ['1.001612', since('2021-01-04', 3, 'Decree 01/2021/NĐ-CP, Art. 87; kept by Decree 168/2025/NĐ-CP')],
  ['1.004222', since('2021-07-01', 7, `${residence}, Art. 22`)],
  ['1.004194', since('2021-07-01', 3, `${residence}, Art. 28`)],
]);
