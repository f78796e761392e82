import { measureSchema } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

import { workingDaysOf } from '../calendar/working-days.ts';
import { anyHistories, momentsOf, rules } from '../testing/any-history.ts';
import { marchCalendar } from '../testing/march-calendar.ts';
import { handlingTimes, recount } from '../testing/oracle.ts';
import { sumUpTo } from '../testing/sum-up.ts';
import type { Claim } from './claim.ts';
import type { DueRule, TimeLimit } from './due-rule.ts';
import type { Fact } from './fact.ts';
import { foldDossier } from './fold.ts';
import type { FoldRules } from './rules.ts';

vi.setConfig({ testTimeout: 60_000 });

type Folding = (claims: readonly Claim[]) => readonly Fact[];

const folding: Folding = (claims) => foldDossier(claims, rules).facts;

/** The first moment at which the facts up to it do not add up to the recount; `null` where there is none. */
function firstDifference(fold: Folding, histories: readonly Claim[][]): object | null {
  const facts = histories.flatMap(fold);
  for (const at of momentsOf(histories)) {
    const [booked, counted] = [sumUpTo(facts, at), recount(histories, at, rules)];
    const same = booked.size === counted.size && [...counted].every(([key, count]) => booked.get(key) === count);
    if (!same)
      return {
        at: new Date(at).toISOString(),
        booked: Object.fromEntries(booked),
        counted: Object.fromEntries(counted),
      };
  }
  return null;
}

/** Whether the comparison finds out that a fold is not what it should be. */
function isCaught(fold: Folding): boolean {
  const agrees = fc.property(anyHistories, (histories) => firstDifference(fold, histories) === null);
  return fc.check(agrees, { numRuns: 5000, endOnFailure: true }).failed;
}

test('at every moment the facts up to it add up to a recount of the dossiers', () => {
  fc.assert(
    fc.property(anyHistories, (histories) => {
      expect(firstDifference(folding, histories)).toBeNull();
    }),
    { numRuns: 200 },
  );
});

test('at every moment the handling times of its facts are those of the ends told up to it', () => {
  fc.assert(
    fc.property(anyHistories, (histories) => {
      const facts = histories.flatMap(folding);

      for (const at of momentsOf(histories)) {
        const times = facts.flatMap((fact) => (fact.at <= at && fact.handlingMs !== null ? [fact.handlingMs] : []));
        expect(times.toSorted((a, b) => a - b)).toEqual(handlingTimes(histories, at, rules));
      }
    }),
    { numRuns: 100 },
  );
});

describe('the recount finds a fold that', () => {
  test.each(measureSchema.options)('turns the sign of one fact of %s', (measure) => {
    const flipping: Folding = (claims) => {
      const facts = folding(claims);
      const index = facts.findIndex((fact) => fact.measure === measure);
      return facts.map((fact, at) => (at === index ? { ...fact, delta: -fact.delta } : fact));
    };

    expect(isCaught(flipping)).toBe(true);
  });

  test.each(measureSchema.options)('books %s a millisecond late', (measure) => {
    const late: Folding = (claims) =>
      folding(claims).map((fact) => (fact.measure === measure ? { ...fact, at: fact.at + 1 } : fact));

    expect(isCaught(late)).toBe(true);
  });

  const ofClaims = (change: (claim: Claim) => Claim): Folding => {
    return (claims) => folding(claims.map(change));
  };
  const limitsOf = ({ dueRule }: FoldRules): DueRule['limits'] => dueRule?.limits ?? new Map();
  const withLimits = (change: (limit: TimeLimit) => TimeLimit): Folding => {
    const limits = new Map([...limitsOf(rules)].map(([code, list]) => [code, list.map(change)] as const));
    const calendar = workingDaysOf(marchCalendar);
    return (claims) => foldDossier(claims, { ...rules, dueRule: { limits, calendar } }).facts;
  };
  const wrongRules: Readonly<Record<string, Folding>> = {
    'lets corrections act like changes': ofClaims((claim) => ({ ...claim, dating: 'change' })),
    'lets changes act like corrections': ofClaims((claim) => ({ ...claim, dating: 'correction' })),
    'knows no pauses': ofClaims((claim) => ({ ...claim, steps: claim.steps.filter(({ step }) => step !== 'paused') })),
    'takes the lowest version': ofClaims((claim) => ({ ...claim, version: 9 - claim.version })),
    'takes the highest rank': ofClaims((claim) => ({ ...claim, rank: 9 - claim.rank })),
    'believes the last name of equals': ofClaims((claim) => ({
      ...claim,
      source: claim.source === 'hall' ? 'z-hall' : claim.source,
    })),
    'is late at the due moment itself': ofClaims((claim) =>
      claim.due === undefined || claim.due === null ? claim : { ...claim, due: { ...claim.due, at: claim.due.at - 1 } },
    ),
    'cuts days in UTC': (claims) => foldDossier(claims, { ...rules, zone: 'UTC' }).facts,
    'warns an hour too early': (claims) =>
      foldDossier(claims, { ...rules, nearDueMs: rules.nearDueMs + 3_600_000 }).facts,
    'computes no due date': (claims) => foldDossier(claims, { ...rules, dueRule: null }).facts,
    'knows no limit that was taken down': ofClaims((claim) => ({ ...claim, limit: undefined })),
    'takes a limit for any procedure': (claims) => {
      const [told] = claims.flatMap(({ limit }) => limit ?? []);
      return folding(claims.map((claim) => ({ ...claim, limit: claim.limit ?? told })));
    },
    'counts the day of the receipt into a limit': withLimits((limit) => ({
      ...limit,
      workingDays: limit.workingDays - 1,
    })),
    'takes a limit for another day’s': withLimits((limit) => ({ ...limit, validFrom: null })),
    'works on days off': (claims) => {
      const calendar = workingDaysOf({ ...marchCalendar, weekend: [], daysOff: [] });
      return foldDossier(claims, { ...rules, dueRule: { limits: limitsOf(rules), calendar } }).facts;
    },
    'takes nothing for online': (claims) => foldDossier(claims, { ...rules, onlineChannels: new Set() }).facts,
    'takes what is online for at home': (claims) =>
      foldDossier(claims, { ...rules, atHomeChannels: rules.onlineChannels }).facts,
    'knows no change of units': (claims) => foldDossier(claims, { ...rules, geography: null }).facts,
    'leaves open dossiers in units that ended': (claims) => {
      const endless = [...rules.geography.lives].map(([key, life]) => [key, { ...life, endMs: Infinity }] as const);
      return foldDossier(claims, {
        ...rules,
        geography: { ...rules.geography, lives: new Map(endless), found: new Map() },
      }).facts;
    },
    'takes a code for the newest unit that has it': (claims) => {
      const newest = new Map([...rules.geography.byCode].map(([code, lives]) => [code, lives.slice(-1)]));
      return foldDossier(claims, { ...rules, geography: { ...rules.geography, byCode: newest, found: new Map() } })
        .facts;
    },
    'moves what a split unit had into a part of it': (claims) =>
      folding(claims).map((fact) =>
        fact.cell.unit === '2@2020-01-01/unallocated'
          ? { ...fact, cell: { ...fact.cell, unit: '00160@2026-03-04' } }
          : fact,
      ),
    'counts one dossier twice': (claims) => [...folding(claims), ...folding(claims)],
    'forgets the last fact': (claims) => folding(claims).slice(0, -1),
  };
  test.each(Object.entries(wrongRules))('%s', (_name, fold) => {
    expect(isCaught(fold)).toBe(true);
  });
});
