import { noticeCellSchema, type NoticeCell } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { alikeNotices } from './alike.ts';

function notice(headline: string, severity = 'severe'): { readonly notice: NoticeCell } {
  return {
    notice: noticeCellSchema.parse({
      noticeType: 'incident',
      category: 'Transport',
      severity,
      urgency: 'immediate',
      certainty: 'observed',
      status: 'actual',
      startsAt: '2026-11-25T01:00:00.000Z',
      endsAt: null,
      sender: 'roads@city.example',
      texts: [{ language: 'vi', event: 'flood', headline }],
      areas: [],
      source: 'roads',
      version: 1,
    }),
  };
}

test('what is said of three places or more is told once, at the place of the first; two stay two', () => {
  const told = ['Ngập', 'Cây đổ', 'Ngập', 'Ngập', 'Cây đổ'].map((headline) => notice(headline));

  const groups = alikeNotices(told, 'vi');

  expect(groups.map((group) => group.map((one) => told.indexOf(one)))).toEqual([[0, 2, 3], [1], [4]]);
});

test('the same words of another severity are another thing', () => {
  const groups = alikeNotices([notice('Ngập'), notice('Ngập'), notice('Ngập', 'minor')], 'vi');

  expect(groups).toHaveLength(3);
});
