import { expect, test } from 'vitest';

import { on, told } from '../testing/told.ts';
import { standingClaims } from './claim.ts';
import { claimsOfSpeaker } from './speaker.ts';

const row = { recordId: 'r1' };

test('the highest version of a record stands, whatever came last', () => {
  const second = told('received', on(3), { ...row, version: 2 });

  expect(standingClaims([second, told('handled', on(9), { ...row, version: 1 })])).toEqual([second]);
});

test('at equal versions the telling that goes further in life stands', () => {
  const handled = told('handled', on(9), { ...row, hash: 'a' });

  expect(standingClaims([handled, told('received', on(3), { ...row, hash: 'z' })])).toEqual([handled]);
});

test('any step goes further than none', () => {
  const submitted = told('submitted', on(9), { ...row, hash: 'a' });

  expect(standingClaims([submitted, { ...submitted, steps: [], hash: 'z' }])).toEqual([submitted]);
});

test('the hash decides last', () => {
  const higher = told('received', on(3), { ...row, hash: 'b' });

  expect(standingClaims([higher, told('received', on(2), { ...row, hash: 'a' })])).toEqual([higher]);
});

test('a claim that comes twice stands once', () => {
  const claim = told('received', on(3), row);

  expect(standingClaims([claim, claim])).toEqual([claim]);
});

test('records of two sources may have the same id', () => {
  expect(
    standingClaims([told('received', on(3), row), told('received', on(3), { ...row, source: 'portal' })]),
  ).toHaveLength(2);
});

test('the lowest rank that speaks is heard, then the newest version, then the first name', () => {
  const claims = [
    told('received', on(2), { source: 'c', rank: 1 }),
    told('received', on(2), { source: 'b', rank: 2, version: 3, unit: '00004' }),
    told('received', on(2), { source: 'a', rank: 2, version: 3, unit: '00007' }),
    told('received', on(2), { source: 'd', rank: 2, version: 1, unit: '00160' }),
  ];

  expect(claimsOfSpeaker(claims, () => true).map(({ source }) => source)).toEqual(['c']);
  expect(claimsOfSpeaker(claims, ({ unit }) => unit !== undefined).map(({ source }) => source)).toEqual(['a']);
  expect(claimsOfSpeaker(claims, () => false)).toEqual([]);
});
