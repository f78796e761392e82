import type { CityView, CountedDossier, KpiCell, KpiDefinition, NoticeCell, SourceCell } from '@flagtower/contracts';
import { markOfNotice } from '@flagtower/domain';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { casesQuery } from './cases/cases-requests.ts';
import { knownOf } from './cells/cell.ts';
import { knownCells, useIncidents, useKpis, useNotices, useRanking, useSources } from './cells/use-cells.ts';
import { tasksOf, type TaskWays } from './center-tasks.ts';
import { currentUnits } from './city/current-units.ts';
import { placeNames } from './city/place-names.ts';
import { caseSortName } from './city/thing-names.ts';
import { useAskWhy } from './navigation/ask-why.ts';
import { figurePath } from './navigation/center-path.ts';
import { pageEntries } from './navigation/page-entries.ts';
import { pageHref } from './navigation/page-href.ts';
import { useStream } from './stream/stream-context.ts';
import { useWords } from './words/language.tsx';

/** The center that looks after the sources of all. */
const SOURCES_OF_ALL = 'analytics';
const OVERDUE_REPORTS = 'field-reports.overdue';

interface CenterCells {
  readonly sources: readonly SourceCell[];
  readonly cut: ReturnType<typeof useSources>['cut'];
  readonly notices: readonly (readonly [string, NoticeCell])[];
}

/**
 * The sources of a center, and what they give notice of; a center that counts the city's notices has all of them to act on.
 * Who watches the data has all sources and no notices.
 */
export function useCenterCells(center: string, definitions: readonly KpiDefinition[]): CenterCells {
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

/** What waits for somebody at a center, from everything that is told of it. */
export function useCenterTasks(
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

/** Where a source is looked after; `null`: there is no such page. */
export function sourceHref(source: string): string | null {
  const board = pageEntries.find(({ path }) => path === '/sources');
  return board === undefined ? null : pageHref(board.path, { source }, location.search);
}
