import { expect, test } from 'vitest';

import { pageHref } from './page-href.ts';

test('another page shows the same books in the same language; words of this page stay here', () => {
  expect(pageHref('/drill', {}, '?ledger=trial&lang=en&sort=overdue')).toBe('/drill?ledger=trial&lang=en');
  expect(pageHref('/', {}, '?unit=01')).toBe('/');
});

test('words of the other page win, and one without a value is left out', () => {
  expect(pageHref('/drill', { ledger: 'real', at: undefined, sort: 'open' }, '?ledger=trial')).toBe(
    '/drill?ledger=real&sort=open',
  );
});
