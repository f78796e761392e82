import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import { anyHistory, rules } from '../testing/any-history.ts';
import { standingClaims, type Claim } from './claim.ts';
import { entriesFor, factKey, type Fact } from './fact.ts';
import { foldDossier } from './fold.ts';

vi.setConfig({ testTimeout: 60_000 });

const factsOf = (claims: readonly Claim[]): readonly Fact[] => foldDossier(claims, rules).facts;

/** Facts or entries as what they add up to: key → delta, without zeros. */
function added(facts: readonly Fact[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const fact of facts) sums.set(factKey(fact), (sums.get(factKey(fact)) ?? 0) + fact.delta);
  return new Map([...sums].filter(([, sum]) => sum !== 0));
}

const anyArrival = anyHistory.chain((claims) =>
  fc.record({
    claims: fc.constant(claims),
    again: fc.subarray(claims),
    shuffled: fc.shuffledSubarray(claims, { minLength: claims.length }),
    batchSize: fc.integer({ min: 1, max: 4 }),
  }),
);

test('claims in any order, some of them twice, fold into the same dossier', () => {
  fc.assert(
    fc.property(anyArrival, ({ claims, shuffled, again }) => {
      expect(foldDossier([...again, ...shuffled], rules)).toEqual(foldDossier(claims, rules));
    }),
    { numRuns: 500 },
  );
});

test('what is booked batch by batch adds up to the facts of all claims, however they are cut', () => {
  fc.assert(
    fc.property(anyArrival, ({ shuffled, again, batchSize }) => {
      const arriving = [...shuffled, ...again];
      const booked: Fact[] = [];
      let known: Claim[] = [];
      for (let next = 0; next < arriving.length; next += batchSize) {
        const after = [...known, ...arriving.slice(next, next + batchSize)];
        booked.push(...entriesFor(factsOf(known), factsOf(after)));
        known = after;
      }

      expect(added(booked)).toEqual(added(factsOf(arriving)));
    }),
    { numRuns: 1000 },
  );
});

test('what no longer stands may be forgotten on the way', () => {
  fc.assert(
    fc.property(anyArrival, ({ shuffled, again }) => {
      let kept: Claim[] = [];
      for (const claim of [...shuffled, ...again]) kept = standingClaims([...kept, claim]);

      expect(foldDossier(kept, rules)).toEqual(foldDossier(shuffled, rules));
    }),
    { numRuns: 500 },
  );
});

test('a claim that is taken back leaves nothing behind', () => {
  fc.assert(
    fc.property(anyHistory, (claims) => {
      const before = factsOf(claims.slice(1));
      const after = factsOf(claims);

      expect(added([...before, ...entriesFor(before, after), ...entriesFor(after, before)])).toEqual(added(before));
    }),
    { numRuns: 500 },
  );
});
