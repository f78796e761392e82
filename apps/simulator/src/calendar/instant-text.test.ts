import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { instantText } from './instant-text.ts';

test('a moment is written as Date writes it', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      expect(instantText(date.getTime())).toBe(date.toISOString());
    }),
  );
});
