import type { Fact } from '../dossier/fact.ts';

/** What a ledger answers for a moment: the facts up to then, added up by measure and cell, nothing where they cancel. */
export function sumUpTo(facts: readonly Fact[], at: number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { measure, cell, delta, cohortAt } of facts.filter((fact) => fact.at <= at)) {
    const key = [measure, cell.unit, cell.procedure, cell.channel, ...(cohortAt === null ? [] : [cohortAt])].join('|');
    const sum = (sums.get(key) ?? 0) + delta;
    if (sum === 0) sums.delete(key);
    else sums.set(key, sum);
  }
  return sums;
}
