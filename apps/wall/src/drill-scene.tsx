import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';

import { useCity } from './city/city-view.ts';
import { DossierPage } from './dossier/dossier-page.tsx';
import { DrillFrameContext, drillHref, type DrillFrame } from './drill/drill-frame.ts';
import { placeOf, type DrillPlace, type LevelPlace } from './drill/drill-place.ts';
import { levelQuery, unitsQuery, type LevelAnswer } from './drill/drill-requests.ts';
import { useDrillSearch, type DrillSearch } from './drill/drill-search.ts';
import { drillWords } from './drill/drill-words.ts';
import { kindOf } from './drill/figure-text.ts';
import { levelNames } from './drill/level-names.ts';
import { LevelPage } from './drill/level-page.tsx';
import { LevelFailure, LevelSkeleton } from './drill/level-skeleton.tsx';
import { LevelMapPanel } from './level-map-panel.tsx';
import { LevelWhy } from './level-why.tsx';
import { useStream } from './stream/stream-context.ts';
import { TrendPanel } from './time-charts/trend-panel.tsx';
import { useWords } from './words/language.tsx';

const NO_ZONE = 'UTC';

/** `/drill/…`: a level of the city, or one dossier. */
export function DrillPage(): ReactNode {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  return (
    <QueryClientProvider client={queries}>
      <Place />
    </QueryClientProvider>
  );
}

function Place(): ReactNode {
  const pathname: string = useLocation({ select: ({ pathname: path }) => path });
  const search = useDrillSearch();
  const place = useMemo(() => placeOf(pathname), [pathname]);
  return place.kind === 'dossier' ? (
    <DossierPage id={place.id} search={search} levelHref={levelHrefFrom(place, search)} />
  ) : (
    <Level place={place} search={search} />
  );
}

function levelHrefFrom(place: DrillPlace, search: DrillSearch): (unit: string | null) => string {
  return (unit) => drillHref({ place, search }, { place: { kind: 'level', unit, group: null, procedure: null } });
}

function Level({ place, search }: { readonly place: LevelPlace; readonly search: DrillSearch }): ReactNode {
  const { ledger } = useStream();
  const level = useQuery(levelQuery(ledger, place, search));
  if (level.data === undefined)
    return level.isError ? (
      <LevelFailure error={level.error} onRetry={() => void level.refetch()} />
    ) : (
      <LevelSkeleton />
    );
  return <KnownLevel search={search} answer={level.data} isUpdating={level.isPlaceholderData} />;
}

function KnownLevel({
  search,
  answer,
  isUpdating,
}: {
  readonly search: DrillSearch;
  readonly answer: LevelAnswer;
  readonly isUpdating: boolean;
}): ReactNode {
  const words = useWords();
  const mine = drillWords[words.locale];
  const city = useCity();
  // The place of what is shown, so that no part of the page runs ahead of the others.
  const { place } = answer;
  const units = useQuery(unitsQuery(answer.geography)).data;
  const zone = city?.zone ?? NO_ZONE;
  const names = useMemo(() => levelNames(city, units ?? null, words, mine), [city, units, words, mine]);
  const frame = useMemo(
    (): DrillFrame => ({
      place,
      search,
      answer,
      names,
      zone,
      measure: answer.level.trend.kpi,
      href: (change) => drillHref({ place, search }, change),
    }),
    [place, search, answer, names, zone],
  );
  const { trend } = answer.level;
  const card = answer.level.cards.find(({ kpi }) => kpi === trend.kpi);
  const changed = trend.breaks.map(({ day }) => mine.trend.changed(day.split('-').toReversed().join('/'))).join(' · ');
  const measured = [trend.by === 'day' ? mine.trend.byDay : mine.trend.byMonth, changed].filter((text) => text !== '');
  return (
    <DrillFrameContext value={frame}>
      <LevelPage
        units={units ?? []}
        isUpdating={isUpdating}
        trend={
          <TrendPanel
            trend={trend}
            isShare={card !== undefined && kindOf(card.now.unitOfMeasure) === 'share'}
            zone={zone}
            title={mine.trend.title(names.kpi(trend.kpi))}
            measured={measured.join(' · ')}
            description={mine.trend.description(String(trend.points.length))}
          />
        }
        map={<LevelMapPanel frame={frame} units={units ?? []} />}
      />
      {search.why === undefined ? null : <LevelWhy kpi={search.why} frame={frame} />}
    </DrillFrameContext>
  );
}
