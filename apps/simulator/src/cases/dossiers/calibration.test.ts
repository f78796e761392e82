import { beforeAll, describe, expect, test } from 'vitest';

import { dayOfIso } from '../../calendar/city-days.ts';
import { isWorkingDay } from '../../calendar/working-days.ts';
import { cityModel } from '../../city-model.ts';
import { sampleCity } from '../../testing/sample-city.ts';
import { isOnline } from '../case-life.ts';
import type { CaseRecord } from '../case-record.ts';
import { dossierCohort } from './dossier-cohort.ts';

/**
 * Published figures of Hanoi's communes for 1 July to 23 September 2025: 531,269 received in about 60 working days,
 * 59.71% online, 0.24% by post; of 510,541 handled 763 late; 20,734 open at the end.
 */
const first = dayOfIso('2026-09-07');
const last = dayOfIso('2026-09-27');
/** A third of Hanoi is enough to count, and quicker. */
const view = sampleCity(42);
const people = view.units.reduce(
  (sum, { level, population }) => sum + (level === 'commune' ? (population ?? 0) : 0),
  0,
);
const share = people / 8_811_473;
/** Long cases of the days before are still open when the counted days begin. */
const warmUpDays = 35;

interface Count {
  received: number;
  online: number;
  post: number;
  handled: number;
  late: number;
  open: number;
}

/** What is known of a dossier on the way through its records. */
interface Known {
  due: number;
  paused: boolean;
  late: boolean;
}

function countOf(seed: number): Count {
  const city = cityModel(view, seed);
  const from = city.days.startOf(first);
  const to = city.days.startOf(last + 1);
  const count: Count = { received: 0, online: 0, post: 0, handled: 0, late: 0, open: 0 };
  const known = new Map<string, Known>();
  for (let day = first - warmUpDays; day <= last; day += 1) {
    for (const { at, record } of [...dossierCohort(city, day)].flat()) {
      if (at < to) add(count, known, { record, at, counted: at >= from ? 1 : 0 });
    }
  }
  return count;
}

function add(
  count: Count,
  known: Map<string, Known>,
  { record, at, counted }: { record: CaseRecord; at: number; counted: number },
): void {
  const names = new Set(record.steps.map(({ step }) => step));
  const { late } = learn(known, { record, at, names });
  const ends = names.has('handled') || names.has('withdrawn') ? 1 : 0;
  const begins = names.has('received') || names.has('reopened') ? 1 : 0;
  count.open += begins - ends;
  count.handled += ends * counted;
  count.late += late ? ends * counted : 0;
  if (!names.has('received')) return;
  count.received += counted;
  if (isOnline(record.channel ?? '')) count.online += counted;
  if (record.channel === 'post') count.post += counted;
}

function learn(
  known: Map<string, Known>,
  { record, at, names }: { record: CaseRecord; at: number; names: ReadonlySet<string> },
): Known {
  const held = known.get(record.dossier) ?? { due: Infinity, paused: false, late: false };
  known.set(record.dossier, held);
  // The clock stops while it is paused: only a due moment that passes while a desk could work makes it late.
  if (!held.paused && held.due < at) held.late = true;
  held.paused = names.has('paused') || (held.paused && !names.has('resumed'));
  if (record.due) held.due = Date.parse(record.due.at);
  return held;
}

describe.each([1])('three weeks of a third of Hanoi with seed %i', (seed) => {
  const workingDays = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((day) =>
    isWorkingDay(day, { feast: new Set() }),
  ).length;
  let count: Count;
  beforeAll(() => {
    count = countOf(seed);
  }, 300_000);

  test('receives what its people bring of 8,900 dossiers a working day', () => {
    expect(count.received / workingDays / (8854 * share)).toBeGreaterThan(0.95);
    expect(count.received / workingDays / (8854 * share)).toBeLessThan(1.05);
  });

  test('receives six in ten online and almost nothing by post', () => {
    expect(Math.abs(count.online / count.received - 0.5971)).toBeLessThan(0.02);
    expect(Math.abs(count.post / count.received - 0.0024)).toBeLessThan(0.0008);
  });

  test('handles at least 99.6% of what it handles on time, and not everything', () => {
    expect(count.late / count.handled).toBeLessThan(0.004);
    expect(count.late / count.handled).toBeGreaterThan(0.0008);
  });

  test('has as many dossiers open as Hanoi’s 21,000', () => {
    expect(count.open / (20_734 * share)).toBeGreaterThan(0.85);
    expect(count.open / (20_734 * share)).toBeLessThan(1.15);
  });
});
