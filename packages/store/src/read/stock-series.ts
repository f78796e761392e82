import type { Measure } from '@flagtower/contracts';
import { localDayNumber, localMonthNumber, dayOfNumber } from '@flagtower/domain';

import type { SumQuestion, SumsByGroup } from './sums.ts';

const hourMs = 3_600_000;

/**
 * A state over time: its value at the end of each bucket of the period (of the running one: at `at`). Every bucket of
 * the period is there, also one in which nothing changed: the state did not vanish.
 */
export async function cumulated(
  readSums: (question: SumQuestion) => Promise<SumsByGroup>,
  question: SumQuestion,
  asked: { readonly from: number | null; readonly to: number | null; readonly at: number },
): Promise<SumsByGroup> {
  const end = asked.to === null ? asked.at + 1 : Math.min(asked.to, asked.at + 1);
  const before =
    asked.from === null
      ? new Map<Measure, number>()
      : ((await readSums({ ...question, by: null, span: { from: null, to: asked.from } })).get('') ??
        new Map<Measure, number>());
  const changes = await readSums({ ...question, span: { from: asked.from, to: end } });
  const from = asked.from ?? firstMoment([...changes.keys()]);
  const running = new Map(before);
  const series: SumsByGroup = new Map();
  if (from === null) return series;
  for (const bucket of bucketsBetween(question, from, end)) {
    for (const [measure, sum] of changes.get(bucket) ?? []) running.set(measure, (running.get(measure) ?? 0) + sum);
    series.set(bucket, new Map(running));
  }
  return series;
}

function firstMoment(groups: readonly string[]): number | null {
  const first = groups.toSorted()[0];
  if (first === undefined) return null;
  return Date.parse(first.length === 7 ? `${first}-15` : first);
}

function bucketsBetween({ by, ledger }: SumQuestion, from: number, end: number): string[] {
  const last = end - 1;
  if (by === 'hour')
    return range(Math.floor(from / hourMs), Math.floor(last / hourMs)).map((hour) =>
      new Date(hour * hourMs).toISOString(),
    );
  if (by === 'day')
    return range(localDayNumber(from, ledger.zone), localDayNumber(last, ledger.zone)).map((day) =>
      dayOfNumber(day).toString(),
    );
  return range(localMonthNumber(from, ledger.zone), localMonthNumber(last, ledger.zone)).map(
    (month) => `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`,
  );
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
