import { spanText } from '@flagtower/charts';
import type { SourceCell } from '@flagtower/contracts';

import { shortName } from '../cells/source-names.ts';
import type { Words } from '../words/words.ts';

/**
 * How late the sources are, in one sentence: the oldest sign of life among those that promised a cadence, named when it
 * is out of it.
 */
export function sourceDelay(
  sources: readonly Pick<SourceCell, 'names' | 'freshness'>[],
  nowMs: number | null,
  { timeBar, locale }: Pick<Words, 'timeBar' | 'locale'>,
): string {
  const heard = sources
    .flatMap(({ names, freshness: { observedAt, cadenceSeconds, state } }) =>
      observedAt === null || cadenceSeconds === null ? [] : [{ names, state, at: Date.parse(observedAt) }],
    )
    .toSorted((one, other) => one.at - other.at);
  const slowest = heard.find(({ state }) => state !== 'live') ?? heard[0];
  if (slowest === undefined || nowMs === null) return timeBar.noSource;
  const age = spanText(nowMs - slowest.at, locale);
  return slowest.state === 'live' ? timeBar.allLive(age) : timeBar.slowest(shortName(slowest.names[locale]), age);
}
