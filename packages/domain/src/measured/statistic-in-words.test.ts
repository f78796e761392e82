import { feedIdSchema } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { ruleInWords } from './statistic-in-words.ts';

const rule = (latestHours?: number) =>
  ruleInWords({
    kind: 'observation',
    feed: feedIdSchema.parse('bus'),
    metric: 'position',
    statistic: 'latest-count',
    ...(latestHours === undefined ? {} : { latestHours }),
  });

test('the age from which a value takes no part is told in hours, and in minutes where it is a part of one', () => {
  expect(rule(0.25).vi).toMatch(/Số cũ hơn 15 phút không còn được tính\.$/u);
  expect([1, 2, undefined].map((hours) => rule(hours).en)).toEqual([
    expect.stringMatching(/older than 1 hour takes/u),
    expect.stringMatching(/older than 2 hours takes/u),
    expect.stringMatching(/older than 24 hours takes/u),
  ]);
});
