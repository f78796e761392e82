import type { CityView, SourceCell, Target } from '@flagtower/contracts';
import { targetInForce, workingDaysOf } from '@flagtower/domain';
import { useMemo, type ReactNode } from 'react';

import { knownOf } from './cells/cell.ts';
import { ledgerDay } from './cells/ledger-day.ts';
import { useKpis, useSeries } from './cells/use-cells.ts';
import { ChannelsPanel } from './channels/channels-panel.tsx';
import { currentUnits } from './city/current-units.ts';
import { FlowCard } from './kpis/flow-card.tsx';
import { HeroCard } from './kpis/hero-card.tsx';
import { LastHourCard } from './kpis/last-hour-card.tsx';
import { OnTimeCard } from './kpis/on-time-card.tsx';
import { OnlineCard } from './kpis/online-card.tsx';
import { MapPanel } from './map-panel.tsx';
import { NoticesPanel } from './notices/notices-panel.tsx';
import { OverviewWhy } from './overview-why.tsx';
import { OverdueRanking } from './ranking/overdue-ranking.tsx';
import { DayCurve } from './time-charts/day-curve.tsx';
import { DaysPanel } from './time-charts/days-panel.tsx';
import { HoursPanel } from './time-charts/hours-panel.tsx';

/** Dossiers left, the city in the middle, movement and notices right. */
export function OverviewPanels({
  city,
  root,
  zone,
  nowMs,
  sources,
}: {
  readonly city: CityView | null;
  /** Code of the unit that is the whole city. */
  readonly root: string;
  readonly zone: string;
  readonly nowMs: number | null;
  readonly sources: readonly SourceCell[];
}): ReactNode {
  const kpis = useKpis(root);
  const hours = useSeries('received.hours');
  const days = useSeries('received.days');
  const onlineDays = useSeries('online-rate.days');
  const units = useMemo(() => currentUnits(city), [city]);
  const targetOf = (kpi: string): Target | null =>
    city === null || nowMs === null
      ? null
      : targetInForce(city.targets, { kpi, unit: root, day: ledgerDay(nowMs, zone) });
  const calendar = useMemo(() => (city === null ? null : workingDaysOf(city.calendar)), [city]);
  const received = knownOf(kpis.cell('dossiers.received', 'today'));
  const overdue = knownOf(kpis.cell('dossiers.overdue', 'now'));
  // A series of zeros of which no source ever told is not a quiet day.
  const isKnown = (received?.value ?? null) !== null;
  const told = { freshness: received?.freshness ?? null, sources: received?.source ?? [] };
  const curve = <DayCurve hours={hours} isKnown={isKnown} nowMs={nowMs} zone={zone} />;
  return (
    <OverviewWhy cut={kpis.cut}>
      <div className="scene-body">
        <HeroCard kpis={kpis} zone={zone} curve={curve} />
        <OnlineCard
          kpis={kpis}
          days={onlineDays}
          target={targetOf('dossiers.online-rate')}
          calendar={calendar}
          nowMs={nowMs}
          zone={zone}
        />
        <OnTimeCard kpis={kpis} targetOf={targetOf} zone={zone} />
        <OverdueRanking units={units} total={overdue?.value ?? null} rows={7} sources={told.sources} />
        <MapPanel city={city} units={units} sources={told.sources} />
        <HoursPanel hours={hours} nowMs={nowMs} zone={zone} {...told} />
        <DaysPanel days={days} calendar={calendar} zone={zone} {...told} />
        <FlowCard kpis={kpis} zone={zone} />
        <ChannelsPanel rows={3} isKnown={isKnown} sources={told.sources} />
        <LastHourCard kpis={kpis} rows={4} />
        <NoticesPanel zone={zone} rows={3} silentSources={silentCount(sources)} />
      </div>
    </OverviewWhy>
  );
}

function silentCount(sources: readonly SourceCell[]): number | null {
  if (sources.length === 0) return null;
  return sources.filter(({ freshness: { state } }) => state === 'none' || state === 'lost').length;
}
