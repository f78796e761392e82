import type { Formula } from '@flagtower/contracts';

import type { Source } from '../ledger/sources.ts';

/** The sources that declared to tell what a formula counts: that none is told is their word, and as old as it. */
export function declaredTellers(
  sources: Iterable<Source>,
  { noticeType }: Pick<Extract<Formula, { kind: 'notices' }>, 'noticeType'>,
): string[] {
  return [...sources].flatMap(({ id, config: { notices = [] } }) =>
    notices.some((type) => noticeType === undefined || type === noticeType) ? [id] : [],
  );
}
