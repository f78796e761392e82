import { describe, expect, test } from 'vitest';

import { instantFrom } from './moment-text.ts';

describe('a moment as a person writes it', () => {
  test.for([
    ['2011-07-01T00:00Z', '2011-07-01T00:00:00.000Z'],
    ['2026-11-24T08:00:00+07:00', '2026-11-24T01:00:00.000Z'],
    ['2026-11-24T01:00:00.123456Z', '2026-11-24T01:00:00.123Z'],
    ['2026-11-24', '2026-11-23T17:00:00.000Z'],
  ] as const)('%s is %s in Hanoi', ([text, instant]) => {
    expect(instantFrom(text, 'Asia/Ho_Chi_Minh', 'at')).toBe(instant);
  });

  test('a day without midnight begins at its first moment', () => {
    expect(instantFrom('2018-11-04', 'America/Sao_Paulo', 'at')).toBe('2018-11-04T03:00:00.000Z');
  });

  test.for(['', 'now', '24/11/2026', '2026-11-24T08:00', '2026-02-30', '2026-11-24T25:00Z'])('%s is none', (text) => {
    expect(() => instantFrom(text, 'Asia/Ho_Chi_Minh', 'at')).toThrow(
      expect.objectContaining({ code: 'BAD_REQUEST', place: 'at' }),
    );
  });
});
