import type { CityView, SourceCell, Target, Unit } from '@flagtower/contracts';
import { useMemo, type ReactNode } from 'react';

import { knownOf } from './cells/cell.ts';
import { knownCells, useFeed, useKpis, useNotices, useSeries, useSources } from './cells/use-cells.ts';
import type { CityFacts } from './centers/center-state.ts';
import { Ribbon } from './centers/ribbon.tsx';
import { ChannelsPanel } from './channels/channels-panel.tsx';
import { useCity } from './city/city-view.ts';
import { Header } from './header/header.tsx';
import { FlowCard } from './kpis/flow-card.tsx';
import { HeroCard } from './kpis/hero-card.tsx';
import { LastHourCard } from './kpis/last-hour-card.tsx';
import { OnTimeCard } from './kpis/on-time-card.tsx';
import { OnlineCard } from './kpis/online-card.tsx';
import { MapPanel } from './map-panel.tsx';
import { noticeLevel, noticeText } from './notices/notice-level.ts';
import { NoticesPanel } from './notices/notices-panel.tsx';
import { OverdueRanking } from './ranking/overdue-ranking.tsx';
import { useStream } from './stream/stream-context.ts';
import { useLedgerNow } from './stream/use-server-clock.ts';
import { sourceDelay } from './time-bar/source-delay.ts';
import { TimeBar, type DayMark } from './time-bar/time-bar.tsx';
import { DayCurve } from './time-charts/day-curve.tsx';
import { DaysPanel } from './time-charts/days-panel.tsx';
import { HoursPanel } from './time-charts/hours-panel.tsx';
import { useWords } from './words/language.tsx';

import './overview-scene.css';

/** Until the city is known its root is not either; this topic has no values, which the cards say. */
const NO_CITY = 'unknown';
const NO_ZONE = 'UTC';

/** The whole city on one screen: dossiers left, the city in the middle, movement and notices right, all centers below. */
export function OverviewScene(): ReactNode {
  const words = useWords();
  const city = useCity();
  const zone = city?.zone ?? NO_ZONE;
  const { ledger } = useStream();
  const nowMs = useLedgerNow(10_000);
  const kpis = useKpis(city?.root ?? NO_CITY);
  const hours = useSeries('received.hours');
  const days = useSeries('received.days');
  const onlineDays = useSeries('online-rate.days');
  const notices = knownCells(useNotices().all).map(([key, notice]) => ({ key, notice }));
  const sources = knownCells(useSources().all).map(([, source]) => source);
  const units = useMemo(() => currentUnits(city), [city]);
  const received = knownOf(kpis.cell('dossiers.received', 'today'));
  const targetOf = (kpi: string): Target | null =>
    city?.targets.find((target) => target.kpi === kpi && target.unit === city.root) ?? null;
  // A series of zeros of which no source ever told is not a quiet day.
  const isKnown = received?.value !== null && received !== null;
  const facts = useCityFacts(city);
  const ofReceived = { freshness: received?.freshness ?? null, sources: received?.source ?? [] };
  return (
    <main className="scene" data-scene="overview" data-contact={hours.contact}>
      <Header
        city={city}
        scene={words.overview}
        ledger={ledger}
        zone={zone}
        levels={notices.map(({ notice }) => noticeLevel(notice))}
        sources={sources}
      />
      <div className="scene-body">
        <HeroCard
          kpis={kpis}
          zone={zone}
          curve={<DayCurve hours={hours} isKnown={isKnown} nowMs={nowMs} zone={zone} />}
        />
        <OnlineCard kpis={kpis} days={onlineDays} target={targetOf('dossiers.online-rate')} nowMs={nowMs} zone={zone} />
        <OnTimeCard kpis={kpis} targetOf={targetOf} zone={zone} />
        <OverdueRanking
          units={units}
          total={knownOf(kpis.cell('dossiers.overdue', 'now'))?.value ?? null}
          rows={7}
          sources={ofReceived.sources}
        />
        <MapPanel city={city} units={units} sources={ofReceived.sources} />
        <HoursPanel hours={hours} nowMs={nowMs} zone={zone} {...ofReceived} />
        <DaysPanel days={days} zone={zone} {...ofReceived} />
        <FlowCard kpis={kpis} zone={zone} />
        <ChannelsPanel rows={3} isKnown={isKnown} sources={ofReceived.sources} />
        <LastHourCard kpis={kpis} rows={4} />
        <NoticesPanel zone={zone} rows={3} silentSources={silentCount(sources)} />
      </div>
      <Ribbon centers={city?.centers ?? []} facts={facts} nowMs={nowMs} />
      <TimeBar
        zone={zone}
        delay={sourceDelay(sources, nowMs, words)}
        marks={notices.map(({ key, notice }) => dayMark(key, notice, words.locale))}
      />
    </main>
  );
}

function silentCount(sources: readonly SourceCell[]): number | null {
  if (sources.length === 0) return null;
  return sources.filter(({ freshness: { state } }) => state === 'none' || state === 'lost').length;
}

function dayMark(
  key: string,
  notice: Parameters<typeof noticeText>[0] & Parameters<typeof noticeLevel>[0] & { startsAt: string },
  language: string,
): DayMark {
  return { key, at: Date.parse(notice.startsAt), level: noticeLevel(notice), title: noticeText(notice, language) };
}

/** Units that are valid now: codes were re-used, so an ended unit must not lend its name. */
function currentUnits(city: CityView | null): ReadonlyMap<string, Unit> {
  return new Map((city?.units ?? []).filter(({ validTo }) => validTo === null).map((unit) => [unit.code, unit]));
}

function useCityFacts(city: CityView | null): CityFacts {
  const kpis = useKpis(city?.root ?? NO_CITY);
  const buses = useFeed('bus');
  const sources = knownCells(useSources().all).map(([, { center, freshness }]) => ({
    center,
    state: freshness.state,
    observedMs: freshness.observedAt === null ? null : Date.parse(freshness.observedAt),
  }));
  const overdue = knownOf(kpis.cell('dossiers.overdue', 'now'))?.value ?? null;
  const open = knownOf(kpis.cell('dossiers.open', 'now'))?.value ?? null;
  return {
    overdue,
    overdueShare: overdue === null || open === null || open === 0 ? null : overdue / open,
    buses: buses.cut === null ? null : buses.all.size,
    sources,
  };
}
