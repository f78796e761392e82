import type { City, Freshness, Topic } from '@flagtower/contracts';
import type { Json } from '@flagtower/domain';
import type { Ledger } from '@flagtower/store';

import type { Comparison } from './comparison.ts';
import type { Surroundings } from './surroundings.ts';
import type { Tally } from './tally.ts';
import { feedEntities } from './views/feed-entities.ts';
import { incidentCells } from './views/incident-cells.ts';
import { kpiCells } from './views/kpi-cells.ts';
import { noticeCells } from './views/notice-cells.ts';
import { channelCells, overdueRanking, rankedUnits } from './views/rankings.ts';
import { daysSeries, hoursSeries, type DaysSeriesId } from './views/series.ts';
import { sourceCells } from './views/source-cells.ts';
import { stageView } from './views/stage-view.ts';

export interface TopicFrom {
  readonly city: City;
  readonly ledger: Ledger;
  readonly tally: Tally;
  /** The ledger's time of the cut, epoch milliseconds. */
  readonly at: number;
  /** The service's clock: sources are fresh or not in real time, also where the ledger's clock is driven. */
  readonly now: number;
  readonly comparison: Comparison | null;
  readonly surroundings: Surroundings;
}

const daysSeriesIds: ReadonlySet<string> = new Set<DaysSeriesId>([
  'received.days',
  'handled.days',
  'online-rate.days',
  'open.days',
]);

function isDaysSeries(id: string): id is DaysSeriesId {
  return daysSeriesIds.has(id);
}

/** The whole state of a topic at a cut; `null` where there is no such topic. */
export function topicState(topic: Topic, from: TopicFrom): ReadonlyMap<string, Json> | null {
  const { city, ledger, tally, at, now, comparison, surroundings } = from;
  const [kind, id] = splitTopic(topic);
  switch (kind) {
    case 'kpis':
      return kpiCells({
        city,
        tally,
        at,
        unit: id,
        comparison,
        freshnessOf: (definition, measured) => surroundings.freshnessOf(definition, measured),
        read: id === city.root ? new Map([...surroundings.figures, ...surroundings.conduct]) : new Map(),
      });
    case 'series':
      if (id === 'received.hours' || id === 'handled.hours')
        return hoursSeries(tally, id === 'received.hours' ? 'received' : 'handled', at, ledger.zone);
      return isDaysSeries(id) ? daysSeries(tally, id, ledger.zone) : null;
    case 'ranking':
      return rankingState(id, from);
    case 'feed':
      return feedEntities(surroundings.latest, id, at, surroundings.sources);
    case 'notices':
      return noticeCells(surroundings.notices.current, at, city.incidents?.kinds ?? []);
    case 'incidents':
      return incidentCells(surroundings.incidents.open, surroundings.sources, now);
    case 'stage':
      return stageCells(surroundings, now);
    case 'sources':
      return sourceCells(ledger, [...surroundings.sources.values()], now);
    default:
      return null;
  }
}

/** Topic `stage`: one cell, `city`; none on days of no ladder. */
function stageCells({ incidents, sources }: Surroundings, now: number): Map<string, Json> {
  if (incidents.stage === null) return new Map();
  return new Map([['city', stageView(incidents.stage, incidents.tellersOf(sources.values()), sources, now)]]);
}

function rankingState(id: string, { city, tally, at, surroundings }: TopicFrom): ReadonlyMap<string, Json> | null {
  const freshness = dossierFreshness(city, surroundings);
  if (id === 'units') return rankedUnits(city, tally, freshness, at);
  if (id === 'overdue') return overdueRanking(city, tally, freshness, rankedUnits(city, tally, freshness, at), at);
  return id === 'channels' ? channelCells(tally, freshness) : null;
}

function dossierFreshness(city: City, surroundings: Surroundings): Freshness {
  const definition = city.kpis.find(({ id }) => id === 'dossiers.received');
  if (definition === undefined) throw new TypeError('the city counts no received dossiers');
  return surroundings.freshnessOf(definition).freshness;
}

function splitTopic(topic: Topic): [string, string] {
  const slash = topic.indexOf('/');
  return slash === -1 ? [topic, ''] : [topic.slice(0, slash), topic.slice(slash + 1)];
}
