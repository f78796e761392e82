import { catalogueItemSchema, type CatalogueItem } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { byCompetence } from './by-competence.ts';
import { catalogueFigure } from './catalogue-figure.ts';

let records = 0;

function item(code: string, more: Partial<CatalogueItem>): CatalogueItem {
  records += 1;
  return catalogueItemSchema.parse({
    kind: 'catalogue-item',
    recordId: String(records),
    occurredAt: '2019-01-01T00:00:00.000Z',
    itemType: 'procedure',
    code,
    names: [],
    validFrom: null,
    validTo: null,
    ...more,
  });
}

const question = { day: '2026-03-02', level: null, withOnlineDossier: new Set<string>() };

test('a procedure counts once, by the levels in force on the day; one whose level nobody told is not counted', () => {
  const items = [
    item('a', { serviceLevel: 'level-4', validTo: catalogueItemSchema.shape.validTo.parse('2022-06-23') }),
    item('a', { serviceLevel: 'full', validFrom: catalogueItemSchema.shape.validFrom.parse('2022-06-24') }),
    item('b', { serviceLevel: 'partial', competence: ['district'] }),
    item('b', { serviceLevel: 'none', competence: ['commune'] }),
    item('c', { serviceLevel: 'level-2' }),
    item('d', {}),
  ];

  expect(catalogueFigure(items, { ...question, statistic: 'online-share' })).toEqual({
    value: 2 / 3,
    numerator: 2,
    denominator: 3,
  });
  expect(catalogueFigure(items, { ...question, statistic: 'online-share', level: 'commune' })).toMatchObject({
    numerator: 1,
    denominator: 3,
  });
  expect(catalogueFigure(items, { ...question, statistic: 'online-share', day: '2020-01-01' })).toMatchObject({
    numerator: 2,
    denominator: 3,
  });
});

test('by the levels that handle its procedures a catalogue has one of several in each, and those that do not say apart', () => {
  const items = [
    item('a', { competence: ['commune', 'department'] }),
    item('b', { competence: ['commune'] }),
    item('c', {}),
  ];

  const codes = [...byCompetence(items)].map(([level, own]) => [level, own.map(({ code }) => code)]);

  expect(codes).toEqual([
    ['department', ['a']],
    ['commune', ['a', 'b']],
    [null, ['c']],
  ]);
});

test('of the online services those count that had a dossier sent online', () => {
  const items = [item('a', { serviceLevel: 'full' }), item('b', { serviceLevel: 'partial' })];

  expect(
    catalogueFigure(items, {
      ...question,
      statistic: 'online-with-dossier-share',
      withOnlineDossier: new Set(['b', 'z']),
    }),
  ).toEqual({ value: 0.5, numerator: 1, denominator: 2 });
});

test('a fee that is not told is no fee and no missing fee; an empty catalogue has no share', () => {
  const items = [item('a', { feeBearing: true, payableOnline: true }), item('b', { feeBearing: true }), item('c', {})];

  expect(catalogueFigure(items, { ...question, statistic: 'payable-online-share' }).value).toBe(0.5);
  expect(catalogueFigure([], { ...question, statistic: 'online-share' }).value).toBeNull();
});
