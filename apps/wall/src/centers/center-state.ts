import { numberText } from '@flagtower/charts';
import type { FreshnessState } from '@flagtower/contracts';

import { worstLevel, type Level } from '../look/level.ts';
import type { Words } from '../words/words.ts';

/** What is known of the city, as far as the ribbon speaks of it; `null`: not known. */
export interface CityFacts {
  readonly overdue: number | null;
  /** Overdue of open. */
  readonly overdueShare: number | null;
  /** Vehicles that reported a position; `null`: the feed was never heard. */
  readonly buses: number | null;
  /** `null`: not told yet, which is not the same as none. */
  readonly sources: readonly SourceFact[] | null;
  /** Those that go on. Small ones come and go by themselves and are left out. */
  readonly incidents: readonly IncidentFact[];
}

interface IncidentFact {
  readonly center: string;
  readonly level: Level;
}

interface SourceFact {
  readonly center: string | null;
  readonly state: FreshnessState;
  /** Last sign of life, epoch milliseconds; `null`: none ever. */
  readonly observedMs: number | null;
}

export interface CenterState {
  readonly level: Level;
  readonly sentence: string;
  /** What would be the sentence if nothing happened, where there is room for two; `null`: the sentence is it. */
  readonly beside: string | null;
}

type Texts = Pick<Words, 'ribbon' | 'locale' | 'loading'>;

const troubleLevels: Readonly<Record<FreshnessState, Level>> = {
  live: 'normal',
  late: 'watch',
  stale: 'watch',
  lost: 'lost',
  none: 'none',
};

/**
 * A center stands as the worst of its incidents and its sources, and as its own figure where the wall has one. A center without a source
 * says so.
 */
export function centerState(center: string, facts: CityFacts, words: Texts): CenterState {
  const state = quietState(center, facts, words);
  const mine = facts.incidents.filter((incident) => incident.center === center);
  if (mine.length === 0) return { ...state, beside: null };
  return {
    level: worstLevel([state.level, ...mine.map(({ level }) => level)]),
    sentence: words.ribbon.incidents(numberText(mine.length, words.locale)),
    beside: state.sentence,
  };
}

type QuietState = Omit<CenterState, 'beside'>;

function quietState(center: string, facts: CityFacts, words: Texts): QuietState {
  const { sources } = facts;
  if (sources === null) return { level: 'none', sentence: words.loading };
  if (center === 'analytics') return analyticsState(sources, words);
  const own = sources.filter((source) => source.center === center);
  if (own.length === 0) return { level: 'none', sentence: words.ribbon.noSource };
  const heard = own.filter(({ state }) => state !== 'none');
  if (heard.length === 0) return { level: 'none', sentence: words.ribbon.waiting };
  const sourceLevel = worstLevel(heard.map(({ state }) => troubleLevels[state]));
  if (center === 'public-service' && facts.overdue !== null) return publicServiceState(facts, sourceLevel, words);
  if (center === 'traffic' && facts.buses !== null) {
    const sentence =
      facts.buses === 0 ? words.ribbon.noBuses : words.ribbon.buses(numberText(facts.buses, words.locale));
    return { level: sourceLevel, sentence };
  }
  const { late, lost } = troubles(heard);
  return {
    level: sourceLevel,
    sentence: late + lost === 0 ? words.ribbon.reporting : troubleText(late, lost, words),
  };
}

/** The newest sign of life of a center's sources, epoch milliseconds; `null`: none. The analysis center watches all. */
export function newestSign(center: string, { sources }: Pick<CityFacts, 'sources'>): number | null {
  const signs = (sources ?? []).flatMap((source) =>
    source.observedMs !== null && (source.center === center || center === 'analytics') ? [source.observedMs] : [],
  );
  return signs.length === 0 ? null : Math.max(...signs);
}

/** Shares of open dossiers that are overdue, as for a single unit. */
function publicServiceState(
  { overdue, overdueShare }: CityFacts,
  sourceLevel: Level,
  { ribbon, locale }: Texts,
): QuietState {
  const own: Level =
    overdueShare === null || overdueShare < 0.015 ? 'normal' : overdueShare < 0.025 ? 'watch' : 'warning';
  return { level: worstLevel([own, sourceLevel]), sentence: ribbon.overdue(numberText(overdue ?? 0, locale)) };
}

/** The analysis center watches the sources themselves, those of all centers. */
function analyticsState(sources: readonly SourceFact[], words: Texts): QuietState {
  const { ribbon } = words;
  const heard = sources.filter(({ state }) => state !== 'none');
  if (heard.length === 0) return { level: 'none', sentence: sources.length === 0 ? ribbon.noSource : ribbon.waiting };
  const { late, lost } = troubles(heard);
  const level: Level = lost > 0 ? 'warning' : late > 0 ? 'watch' : 'normal';
  const live = String(heard.length - late - lost);
  return {
    level,
    sentence: late + lost === 0 ? ribbon.sourcesLive(live, String(sources.length)) : troubleText(late, lost, words),
  };
}

function troubles(sources: readonly { readonly state: FreshnessState }[]): { late: number; lost: number } {
  return {
    late: sources.filter(({ state }) => state === 'late' || state === 'stale').length,
    lost: sources.filter(({ state }) => state === 'lost').length,
  };
}

function troubleText(late: number, lost: number, { ribbon }: Texts): string {
  return [late > 0 ? ribbon.late(String(late)) : null, lost > 0 ? ribbon.lost(String(lost)) : null]
    .filter((part) => part !== null)
    .join(' · ');
}
