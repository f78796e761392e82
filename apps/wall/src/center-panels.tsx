import type { Center, CityView, KpiDefinition, SourceCell } from '@flagtower/contracts';
import { useMemo, useState, type ReactNode } from 'react';

import { StationsPanel } from './air/stations-panel.tsx';
import { callFiguresOf } from './calls/call-figures.ts';
import { CasesPanel } from './cases/cases-panel.tsx';
import { knownOf } from './cells/cell.ts';
import { useKpis } from './cells/use-cells.ts';
import { CallsPanel } from './center-calls.tsx';
import { CenterHospitals } from './center-hospitals.tsx';
import { CenterMap, layersOf } from './center-map.tsx';
import { TopicsPanel } from './center-topics.tsx';
import { CenterTrend } from './center-trend.tsx';
import { CenterSources } from './centers/center-sources.tsx';
import { centerWords } from './centers/center-words.ts';
import { TasksPanel } from './centers/tasks-panel.tsx';
import { currentUnits } from './city/current-units.ts';
import { caseSortName, feedThingName } from './city/thing-names.ts';
import { careFiguresOf } from './hospitals/care-figures.ts';
import { FiguresPanel } from './kpis/figures-panel.tsx';
import { MapPanel } from './map-panel.tsx';
import { WarningsPanel } from './notices/warnings-panel.tsx';
import { toneFiguresOf } from './press/tone-figures.ts';
import { useLedgerNow } from './stream/use-server-clock.ts';
import { sourceHref, useCenterCells, useCenterTasks } from './use-center-tasks.ts';
import { useWords } from './words/language.tsx';

const LOOK_AGAIN_MS = 5000;
const NO_FEED = 'none';

/** The panels of a center, as far as there is something in its field to fill them. */
export function CenterPanels({ city, center }: { readonly city: CityView; readonly center: Center }): ReactNode {
  const { locale } = useWords();
  const mine = centerWords[locale];
  const kpis = useKpis(city.root);
  const nowMs = useLedgerNow(LOOK_AGAIN_MS);
  const definitions = useMemo(() => liveFigures(city, center.id), [city, center.id]);
  const { sources, cut, notices } = useCenterCells(center.id, definitions);
  const [chosen, setChosen] = useState(center.leads[0] ?? definitions[0]?.id ?? null);
  const hasMap = layersOf(city, center.id).length > 0;
  const tasks = useCenterTasks(city, center.id, { definitions, sources, notices, nowMs });
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
