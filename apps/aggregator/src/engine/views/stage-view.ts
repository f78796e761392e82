import type { CityStage, IncidentRules } from '@flagtower/contracts';
import {
  byIncidentUrgency,
  cityStage,
  countedForStage,
  ladderOn,
  localDay,
  stageSince,
  type Incident,
} from '@flagtower/domain';
import { instantOf, type Source } from '@flagtower/store';

import { silentSince } from './silent-since.ts';

/** What the incidents of a moment make of the city's day; times in epoch milliseconds. */
export type StageOfIncidents = Omit<CityStage, 'silent' | 'tellers'>;

const mostNamed = 20;

/** @returns `null` on days of no ladder */
export function stageOfIncidents(
  { stages }: Pick<IncidentRules, 'stages'>,
  incidents: readonly Incident[],
  { at, zone }: { readonly at: number; readonly zone: string },
): StageOfIncidents | null {
  const ladder = ladderOn(stages, localDay(at, zone));
  const stage = ladder === null ? null : cityStage(ladder, incidents);
  if (ladder === null || stage === null) return null;
  const { because } = stage;
  const since = stageSince(ladder, incidents, at);
  return {
    ...stage,
    since: since === null ? null : instantOf(since),
    incidents:
      because === null
        ? []
        : countedForStage(incidents)
            .filter(({ severity }) => severity >= because.minSeverity)
            .toSorted((one, other) => other.severity - one.severity || byIncidentUrgency(one, other))
            .slice(0, mostNamed)
            .map(({ id }) => id),
  };
}

/**
 * The stage with how far its sources can be believed.
 * @param tellers ids of the sources that tell incidents, or would
 * @param now the service's clock: sources are silent in real time
 */
export function stageView(
  stage: StageOfIncidents,
  tellers: ReadonlySet<string>,
  sources: ReadonlyMap<string, Source>,
  now: number,
): CityStage {
  const heard = [...tellers]
    .toSorted()
    .flatMap((id) => sources.get(id) ?? [])
    .filter(({ lastContactAt }) => lastContactAt !== null);
  return {
    ...stage,
    silent: heard.flatMap((source) => {
      const since = silentSince(source, now);
      return since === null ? [] : [{ id: source.id, silentSince: since }];
    }),
    tellers: heard.length,
  };
}
