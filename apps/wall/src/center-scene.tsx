import type {
  Center,
  CityView,
  CountedDossier,
  KpiCell,
  KpiDefinition,
  NoticeCell,
  SourceCell,
} from '@flagtower/contracts';
import { markOfNotice } from '@flagtower/domain';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';

import { StationsPanel } from './air/stations-panel.tsx';
import { callFiguresOf } from './calls/call-figures.ts';
import { CasesPanel } from './cases/cases-panel.tsx';
import { casesQuery } from './cases/cases-requests.ts';
import { knownOf } from './cells/cell.ts';
import { knownCells, useIncidents, useKpis, useNotices, useRanking, useSources } from './cells/use-cells.ts';
import { CallsPanel } from './center-calls.tsx';
import { CenterFigure } from './center-figure.tsx';
import { CenterHospitals } from './center-hospitals.tsx';
import { CenterMap, layersOf } from './center-map.tsx';
import { tasksOf, type TaskWays } from './center-tasks.ts';
import { CenterThing } from './center-thing.tsx';
import { CenterThings } from './center-things.tsx';
import { TopicsPanel } from './center-topics.tsx';
import { CenterTrend } from './center-trend.tsx';
import { CenterSources } from './centers/center-sources.tsx';
import { centerState } from './centers/center-state.ts';
import { centerWords } from './centers/center-words.ts';
import { Ribbon } from './centers/ribbon.tsx';
import { TasksPanel } from './centers/tasks-panel.tsx';
import { useCityFacts } from './city-facts.ts';
import { useCity } from './city/city-view.ts';
import { currentUnits } from './city/current-units.ts';
import { placeNames } from './city/place-names.ts';
import { caseSortName, feedThingName } from './city/thing-names.ts';
import { hasParts } from './figure-parts.ts';
import { careFiguresOf } from './hospitals/care-figures.ts';
import { FiguresPanel } from './kpis/figures-panel.tsx';
import { levelColor } from './look/level.ts';
import { Mark } from './look/mark.tsx';
import { MapPanel } from './map-panel.tsx';
import { useAskWhy } from './navigation/ask-why.ts';
import { centerOfPath, figurePath, partOfCenter } from './navigation/center-path.ts';
import { pageEntries } from './navigation/page-entries.ts';
import { pageHref } from './navigation/page-href.ts';
import { WarningsPanel } from './notices/warnings-panel.tsx';
import { OverviewWhy } from './overview-why.tsx';
import { toneFiguresOf } from './press/tone-figures.ts';
import { useStream } from './stream/stream-context.ts';
import { useLedgerNow } from './stream/use-server-clock.ts';
import { useWords } from './words/language.tsx';

import './center-scene.css';

const LOOK_AGAIN_MS = 5000;
const NO_FEED = 'none';
const OVERDUE_REPORTS = 'field-reports.overdue';
/** The center that looks after the sources of all. */
const SOURCES_OF_ALL = 'analytics';

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

function CenterPanels({ city, center }: { readonly city: CityView; readonly center: Center }): ReactNode {
  const { locale } = useWords();
  const mine = centerWords[locale];
  const kpis = useKpis(city.root);
  const nowMs = useLedgerNow(LOOK_AGAIN_MS);
  const definitions = useMemo(() => liveFigures(city, center.id), [city, center.id]);
  const { sources, cut, notices } = useCenterCells(center.id, definitions);
  const [chosen, setChosen] = useState(center.leads[0] ?? definitions[0]?.id ?? null);
  const hasMap = layersOf(city, center.id).length > 0;
  const tasks = useTasks(city, center.id, { definitions, sources, notices, nowMs });
  const air = city.airQuality?.center === center.id ? city.airQuality : null;
  const waiting = definitions.find(isListedOneByOne) ?? null;
  const written = toneFiguresOf(definitions);
  const calls = callFiguresOf(definitions);
  const care = careFiguresOf(definitions);
  const told = sources.map(({ id }) => id);
  const units = useMemo(() => currentUnits(city), [city]);
  const warns = definitions.some(countsWarnings) || sources.some((source) => tellsWarnings(source, center.id));
  const isOneStop = definitions.some(({ caseKind, formula }) => caseKind === 'dossier' && formula.kind === 'state');
  return (
    <div
      className="center-body"
      data-map={hasMap || isOneStop || waiting !== null}
      data-air={air !== null || written !== null}
      data-figures={roomOf(definitions.length)}
      data-warnings={warns}
    >
      <FiguresPanel
        title={mine.figures}
        measured={mine.figuresMeasured}
        none={mine.noFigures}
        definitions={definitions}
        leads={center.leads}
        kpis={kpis}
        zone={city.zone}
        chosen={chosen}
        onChoose={(kpi) => setChosen(definitions.find(({ id }) => id === kpi)?.id ?? null)}
      />
      {air === null ? null : <StationsPanel air={air} nowMs={nowMs} zone={city.zone} />}
      {written === null ? null : (
        <TopicsPanel
          figures={written}
          topicName={(code) => feedThingName(city, written.items, code, locale)}
          nowMs={nowMs}
          zone={city.zone}
          freshness={knownOf(kpis.cell(written.items.id, 'today'))?.freshness ?? null}
          sources={told}
        />
      )}
      {calls === null ? null : (
        <CallsPanel
          city={city}
          figures={calls}
          nowMs={nowMs}
          freshness={knownOf(kpis.cell(calls.hour.id, 'now'))?.freshness ?? null}
          sources={told}
        />
      )}
      {care === null ? null : <CenterHospitals city={city} center={center.id} care={care} sources={told} />}
      {waiting === null ? null : (
        <CasesPanel
          definition={waiting}
          sortName={(code) => caseSortName(city, waiting.caseKind, code, locale)}
          freshness={knownOf(kpis.cell(waiting.id, 'now'))?.freshness ?? null}
          zone={city.zone}
        />
      )}
      {isOneStop ? <OneStopMap city={city} sources={told} /> : null}
      {hasMap && !isOneStop ? <CenterMap city={city} center={center} /> : null}
      {warns ? <WarningsPanel units={units} zone={city.zone} /> : null}
      <TasksPanel tasks={tasks} cut={cut} sources={told} isHeard={sources.some(isHeard)} />
      {definitions.length === 0 ? null : (
        <CenterTrend
          definition={definitions.find(({ id }) => id === chosen) ?? null}
          cut={kpis.cut}
          nowMs={nowMs}
          zone={city.zone}
        />
      )}
      <CenterSources sources={sources} cut={cut} zone={city.zone} hrefOf={sourceHref} />
    </div>
  );
}

/** One that never spoke has not said that there is nothing to do. */
function isHeard({ freshness }: SourceCell): boolean {
  return freshness.state !== 'none';
}

/** How much of the wall the figures need: a part of a column, the whole of it, or two columns of their list. */
function roomOf(figures: number): 'part' | 'column' | 'columns' {
  if (figures <= 10) return 'part';
  return figures <= 20 ? 'column' : 'columns';
}

/** Dossiers have a place everywhere in the city: the map of the overview. */
function OneStopMap({ city, sources }: { readonly city: CityView; readonly sources: readonly string[] }): ReactNode {
  const units = useMemo(() => currentUnits(city), [city]);
  return <MapPanel city={city} units={units} sources={sources} vehicles={NO_FEED} />;
}

/** Made of cases, which units have. */
function isCounted({ kind }: KpiDefinition['formula']): boolean {
  return kind === 'flow' || kind === 'state' || kind === 'share' || kind === 'handling-time';
}

/** A center that counts public warnings has to know what each of them says, as has one whose own source tells them. */
function countsWarnings({ formula }: KpiDefinition): boolean {
  return formula.kind === 'notices' && (formula.noticeType === undefined || formula.noticeType === 'alert');
}

function tellsWarnings({ center, notices }: SourceCell, own: string): boolean {
  return center === own && notices.includes('alert');
}

/** Cases that are open and few enough to be looked at one by one; dossiers and field reports have pages of their own. */
function isListedOneByOne({ caseKind, formula }: KpiDefinition): boolean {
  return (
    caseKind !== 'dossier' &&
    caseKind !== 'field-report' &&
    formula.kind === 'state' &&
    formula.moment === undefined &&
    formula.terms.every(({ measure, sign }) => measure === 'open' && sign === 1)
  );
}

/** Counted and measured figures of the stream; what is stated for a period has pages of its own. */
function liveFigures({ kpis }: CityView, center: string): KpiDefinition[] {
  return kpis.filter((kpi) => kpi.center === center && kpi.live && kpi.formula.kind !== 'stated');
}

interface CenterCells {
  readonly sources: readonly SourceCell[];
  readonly cut: ReturnType<typeof useSources>['cut'];
  readonly notices: readonly (readonly [string, NoticeCell])[];
}

/**
 * The sources of a center, and what they give notice of; a center that counts the city's notices has all of them to act on.
 * Who watches the data has all sources and no notices.
 */
function useCenterCells(center: string, definitions: readonly KpiDefinition[]): CenterCells {
  const told = useSources();
  const notices = useNotices();
  const sources = knownCells(told.all)
    .map(([, source]) => source)
    .filter((source) => center === SOURCES_OF_ALL || source.center === center);
  const own = new Set<string>(sources.filter((source) => source.center === center).map(({ id }) => id));
  const countsAll = definitions.some(({ formula }) => formula.kind === 'notices' && formula.noticeType === undefined);
  return {
    sources,
    cut: told.cut,
    notices: knownCells(notices.all).filter(([, { source }]) => countsAll || own.has(source)),
  };
}

function useTasks(
  city: CityView,
  center: string,
  facts: {
    readonly definitions: readonly KpiDefinition[];
    readonly sources: readonly SourceCell[];
    readonly notices: readonly (readonly [string, NoticeCell])[];
    readonly nowMs: number | null;
  },
): ReturnType<typeof tasksOf> {
  const words = useWords();
  const kpis = useKpis(city.root);
  const why = useAskWhy();
  const ranked = knownCells(useRanking('overdue').all).map(([, unit]) => unit);
  const units = useMemo(() => currentUnits(city), [city]);
  const stateOf = (kpi: string): KpiCell | null => knownOf(kpis.cell(kpi, 'now'));
  const incidents = knownCells(useIncidents().all)
    .map(([, incident]) => incident)
    .filter((incident) => incident.center === center);
  const nameOf = useMemo(() => placeNames(city, words.locale), [city, words.locale]);
  const placeOf = (notice: NoticeCell): string | null => {
    const point = markOfNotice(notice.areas);
    return point === null ? null : nameOf(point);
  };
  const ways: TaskWays = {
    dossiersOf,
    source: sourceHref,
    incidents: pageHref('/incidents', { center, state: 'raised' }, location.search),
    allIncidents: pageHref('/incidents', { state: 'raised' }, location.search),
    thingsOf: (kpi) => pageHref(figurePath(center, kpi), {}, location.search),
    incident: (id) => pageHref(`/incidents/${id}`, {}, location.search),
    caseOf: (id) => pageHref(`/drill/dossier/${id}`, {}, location.search),
    why,
  };
  return tasksOf(
    {
      ...facts,
      incidents,
      reports: useOverdueReports(facts.definitions),
      sortName: (code) => caseSortName(city, 'field-report', code, words.locale),
      stateOf,
      ranked,
      unitOf: (code) => units.get(code),
      placeOf,
      zone: city.zone,
    },
    ways,
    words,
  );
}

/** The field reports whose time has passed, where the center counts them. */
function useOverdueReports(definitions: readonly KpiDefinition[]): readonly CountedDossier[] {
  const { ledger } = useStream();
  const mine = definitions.find(({ id }) => id === OVERDUE_REPORTS);
  const { data } = useQuery({ ...casesQuery(ledger, OVERDUE_REPORTS), enabled: mine !== undefined });
  return data?.cases ?? [];
}

function dossiersOf(unit: string): string {
  return pageHref(`/drill/${encodeURIComponent(unit)}`, { measure: 'dossiers.overdue' }, location.search);
}

function sourceHref(source: string): string | null {
  const board = pageEntries.find(({ path }) => path === '/sources');
  return board === undefined ? null : pageHref(board.path, { source }, location.search);
}
