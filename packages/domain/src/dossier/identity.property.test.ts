import { stateSchema, type Measure } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import { anyHistory, momentsOf, rules } from '../testing/any-history.ts';
import type { Fact } from './fact.ts';
import { foldDossier } from './fold.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Sum of a measure's facts in `[from, to)`, of one unit or of the city. */
const sumOf = (facts: readonly Fact[], measure: Measure, [from, to]: readonly [number, number], unit?: string | null) =>
  facts
    .filter((fact) => fact.measure === measure && fact.at >= from && fact.at < to)
    .filter(({ cell }) => unit === undefined || cell.unit === unit)
    .reduce((sum, { delta }) => sum + delta, 0);

/** Carried over + received + re-opened + transferred in, less all that these must be found in again. */
function remainder(facts: readonly Fact[], period: readonly [number, number], unit?: string | null): number {
  const flow = (measure: Measure): number => sumOf(facts, measure, period, unit);
  const atStart = (measure: Measure): number => sumOf(facts, measure, [-Infinity, period[0]], unit);
  const atEnd = (measure: Measure): number => sumOf(facts, measure, [-Infinity, period[1]], unit);
  const carriedOver = atStart('open');
  const inProgress = atEnd('open') - atEnd('paused');
  const came = carriedOver + flow('received') + flow('reopened') + flow('transferred-in');
  const went = flow('handled') + flow('transferred-out') + inProgress + atEnd('paused');
  return came - went;
}

/** Every unit that the facts speak of, no unit, and the whole city. */
function unitsIn(facts: readonly Fact[]): (string | null | undefined)[] {
  return [...new Set([...facts.map(({ cell }) => cell.unit), null]), undefined];
}

/** What a period shows of ends and receipts that were not told in the order of a life: all that the identity may lack. */
function outOfOrder(facts: readonly Fact[], period: readonly [number, number], unit?: string | null): number {
  const flow = (measure: Measure): number => sumOf(facts, measure, period, unit);
  return flow('ends-before-start') - flow('handled-unreceived') - flow('handled-before-receipt');
}

test('carried over + received + re-opened + transferred in is found again, in every period, unit and in the city', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(), fc.nat(), (claims, first, second) => {
      const { facts } = foldDossier(claims, rules);
      const moments = momentsOf([claims]);
      const [from = 0, to = 0] = [first, second]
        .map((pick) => moments[pick % moments.length] ?? 0)
        .toSorted((a, b) => a - b);

      for (const unit of unitsIn(facts))
        expect(remainder(facts, [from, to], unit)).toBe(outOfOrder(facts, [from, to], unit));
    }),
    { numRuns: 1000 },
  );
});

test('over all time the city lacks exactly the receipts that nobody told', () => {
  fc.assert(
    fc.property(anyHistory, (claims) => {
      const { facts } = foldDossier(claims, rules);
      const allTime = [-Infinity, Infinity] as const;

      expect(remainder(facts, allTime)).toBe(-sumOf(facts, 'handled-unreceived', allTime) || 0);
    }),
    { numRuns: 1000 },
  );
});

test('a dossier is in a state or it is not, and nowhere twice', () => {
  fc.assert(
    fc.property(anyHistory, (claims) => {
      const { facts } = foldDossier(claims, rules);

      for (const at of momentsOf([claims])) {
        const upToNow = [-Infinity, at + 1] as const;
        const [open = 0, ...others] = stateSchema.options.map((state) => sumOf(facts, state, upToNow));
        expect(open === 0 || open === 1).toBe(true);
        for (const other of others) expect(other >= 0 && other <= open).toBe(true);
        const byUnit = unitsIn(facts)
          .slice(0, -1)
          .map((unit) => sumOf(facts, 'open', upToNow, unit));
        expect(byUnit.filter((count) => count !== 0)).toEqual(open === 0 ? [] : [1]);
      }
    }),
    { numRuns: 200 },
  );
});

test('an open dossier is overdue, without a due date, or neither, and near due only where neither', () => {
  fc.assert(
    fc.property(anyHistory, (claims) => {
      const { facts } = foldDossier(claims, rules);

      for (const at of momentsOf([claims])) {
        const now = (measure: Measure): number => sumOf(facts, measure, [-Infinity, at + 1]);
        expect(now('overdue') + now('open-no-due') + now('near-due')).toBeLessThanOrEqual(now('open'));
      }
    }),
    { numRuns: 200 },
  );
});

test('what is handled is on time, late or without a due date, and early only where on time', () => {
  fc.assert(
    fc.property(anyHistory, (claims) => {
      const { facts } = foldDossier(claims, rules);

      for (const unit of unitsIn(facts)) {
        const all = (measure: Measure): number => sumOf(facts, measure, [-Infinity, Infinity], unit);
        expect(all('handled-on-time') + all('handled-late') + all('handled-no-due')).toBe(all('handled'));
        expect(all('handled-early')).toBeLessThanOrEqual(all('handled-on-time'));
        expect(all('withdrawn')).toBeLessThanOrEqual(all('handled'));
      }
    }),
    { numRuns: 500 },
  );
});

test('what is paused is overdue or without a due date only where the open ones are too', () => {
  fc.assert(
    fc.property(anyHistory, (claims) => {
      const { facts } = foldDossier(claims, rules);

      for (const at of momentsOf([claims])) {
        const now = (measure: Measure): number => sumOf(facts, measure, [-Infinity, at + 1]);
        expect(now('paused-overdue')).toBe(Math.min(now('paused'), now('overdue')));
        expect(now('paused-no-due')).toBe(Math.min(now('paused'), now('open-no-due')));
      }
    }),
    { numRuns: 200 },
  );
});

test('of the dossiers received in any period each is late, without a due date or neither, in the unit that received it', () => {
  fc.assert(
    fc.property(anyHistory, (claims) => {
      const { facts } = foldDossier(claims, rules);
      const receipt = facts.find(({ measure }) => measure === 'received');
      const cohorts = facts.filter(({ cohortAt }) => cohortAt !== null);

      for (const fact of cohorts) expect([fact.cohortAt, fact.cell]).toEqual([receipt?.at, receipt?.cell]);
      for (const at of momentsOf([claims])) {
        const late = sumOf(facts, 'cohort-late', [-Infinity, at + 1]);
        const noDue = sumOf(facts, 'cohort-no-due', [-Infinity, at + 1]);
        const received = sumOf(facts, 'received', [-Infinity, at + 1]);
        expect([late, noDue].every((count) => count === 0 || count === 1)).toBe(true);
        expect(late + noDue).toBeLessThanOrEqual(received);
      }
    }),
    { numRuns: 300 },
  );
});
