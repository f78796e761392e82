import type { Center, CityView, KpiDefinition } from '@flagtower/contracts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';

import { useKpis } from './cells/use-cells.ts';
import { CenterFigure } from './center-figure.tsx';
import { CenterPanels } from './center-panels.tsx';
import { CenterThing } from './center-thing.tsx';
import { CenterThings } from './center-things.tsx';
import { centerState } from './centers/center-state.ts';
import { centerWords } from './centers/center-words.ts';
import { Ribbon } from './centers/ribbon.tsx';
import { useCityFacts } from './city-facts.ts';
import { useCity } from './city/city-view.ts';
import { hasParts } from './figure-parts.ts';
import { levelColor } from './look/level.ts';
import { Mark } from './look/mark.tsx';
import { centerOfPath, figurePath, partOfCenter } from './navigation/center-path.ts';
import { pageHref } from './navigation/page-href.ts';
import { OverviewWhy } from './overview-why.tsx';
import { useLedgerNow } from './stream/use-server-clock.ts';
import { useWords } from './words/language.tsx';

import './center-scene.css';

const LOOK_AGAIN_MS = 5000;

/** `/centers` and `/centers/{id}`: all centers, or one with its figures, map, tasks, trend and sources. */
export function CenterPage(): ReactNode {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  const pathname = useLocation({ select: (at): string => at.pathname });
  const id = centerOfPath(pathname);
  const part = partOfCenter(pathname);
  const city = useCity();
  const words = useWords();
  if (city === null) return <p className="label center-missing">{words.loading}</p>;
  const center = city.centers.find((one) => one.id === id);
  return (
    <QueryClientProvider client={queries}>
      {center === undefined ? (
        <AllCenters city={city} unknown={id} />
      ) : part?.kind === 'figure' ? (
        <CenterFigure city={city} center={center} kpi={part.id} />
      ) : part?.kind === 'things' ? (
        <CenterThings city={city} center={center} />
      ) : part?.kind === 'entity' ? (
        <CenterThing city={city} center={center} entity={part.id} />
      ) : (
        <OneCenter key={center.id} city={city} center={center} />
      )}
    </QueryClientProvider>
  );
}

function AllCenters({ city, unknown }: { readonly city: CityView; readonly unknown: string | null }): ReactNode {
  const words = centerWords[useWords().locale];
  const nowMs = useLedgerNow(LOOK_AGAIN_MS);
  const facts = useCityFacts(city.root, nowMs);
  return (
    <main className="center-all">
      <h1>{unknown === null ? words.all : words.unknown(unknown)}</h1>
      <p className="label">{words.allIntro}</p>
      <Ribbon centers={city.centers} facts={facts} nowMs={nowMs} />
    </main>
  );
}

function OneCenter({ city, center }: { readonly city: CityView; readonly center: Center }): ReactNode {
  const words = useWords();
  const kpis = useKpis(city.root);
  return (
    <main className="center-page" data-center={center.id}>
      <CenterHead city={city} center={center} />
      <OverviewWhy
        cut={kpis.cut}
        names={Object.fromEntries(city.kpis.map(({ id, names }) => [id, names[words.locale]]))}
        hasLevels={(kpi) => city.kpis.some(({ id, formula }) => id === kpi && isCounted(formula))}
        thingsOf={({ kpi, from }) =>
          city.kpis.some((one) => one.id === kpi && hasParts(city, one))
            ? pageHref(figurePath(center.id, kpi), { from: from ?? undefined }, location.search)
            : null
        }
      >
        <CenterPanels city={city} center={center} />
      </OverviewWhy>
    </main>
  );
}

/** Whose page it is and how it stands, in the words of the ribbon. */
function CenterHead({ city, center }: { readonly city: CityView; readonly center: Center }): ReactNode {
  const words = useWords();
  const nowMs = useLedgerNow(LOOK_AGAIN_MS);
  const { level, sentence, beside } = centerState(center.id, useCityFacts(city.root, nowMs), words);
  const numbered = String(city.centers.filter(({ no }) => no !== null).length);
  return (
    <header className="center-head">
      <h1>{center.names[words.locale]}</h1>
      <p className="center-state" style={{ color: levelColor(level) }}>
        <Mark level={level} name={words.marks[level]} size={18} /> {sentence}
        {beside === null ? null : <span className="label"> · {beside}</span>}
      </p>
      <p className="note nowrap">
        {center.no === null ? words.ribbon.cityWide : words.ribbon.place(String(center.no), numbered)}
      </p>
    </header>
  );
}

/** Made of cases, which units have. */
function isCounted({ kind }: KpiDefinition['formula']): boolean {
  return kind === 'flow' || kind === 'state' || kind === 'share' || kind === 'handling-time';
}
