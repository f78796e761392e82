import { measuredText, numberText } from '@flagtower/charts';
import {
  unitLevelSchema,
  type Center,
  type CityView,
  type KpiAnswer,
  type KpiDefinition,
  type KpiValue,
} from '@flagtower/contracts';
import { airBandOf, airScaleOn } from '@flagtower/domain';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { ledgerDay } from './cells/ledger-day.ts';
import { currentUnits } from './city/current-units.ts';
import { caseSortName, caseSorts } from './city/thing-names.ts';
import { figureWords } from './kpis/figure-words.ts';
import { Mark } from './look/mark.tsx';
import type { WhyQuestion } from './navigation/ask-why.ts';
import { centerPath, entityPath, figurePath } from './navigation/center-path.ts';
import { pageHref } from './navigation/page-href.ts';
import { PageLink } from './navigation/page-link.tsx';
import { useStream } from './stream/stream-context.ts';
import { ROWS_A_PAGE, thingsQuery } from './things/things-requests.ts';
import { cutOfSearch, useThingsSearch, type ThingsBreakdown, type ThingsSearch } from './things/things-search.ts';
import { ThingsTable, type ThingRow } from './things/things-table.tsx';
import { thingsWords } from './things/things-words.ts';
import { WhyPanel } from './why/why-panel.tsx';
import { useWords } from './words/language.tsx';
import { refusalSentence } from './words/refusal-sentence.ts';

const unallocated = 'unallocated';

/**
 * `/centers/{id}/figures/{kpi}`: what a measured figure is made of, thing by thing, by unit or by group, the worst first; and a figure of
 * the catalogue by the level that handles the procedures, and by unit.
 */
export function CenterFigure({
  city,
  center,
  kpi,
}: {
  readonly city: CityView;
  readonly center: Center;
  readonly kpi: string;
}): ReactNode {
  const { locale } = useWords();
  const words = thingsWords[locale];
  const told = useThingsSearch();
  const definition = city.kpis.find((one) => one.id === kpi && hasParts(city, one));
  const search = { ...told, by: breakdownOf(definition, told.by) };
  return (
    <main className="things-page" data-kpi={kpi}>
      <p>
        <PageLink href={pageHref(centerPath(center.id), {}, location.search)}>
          {words.back(center.names[locale])}
        </PageLink>
      </p>
      {definition === undefined ? (
        <h1>{words.unknownFigure}</h1>
      ) : (
        <>
          <h1>{definition.names[locale]}</h1>
          <p className="note">{definition.meaning[locale]}</p>
          <Cuts city={city} center={center} definition={definition} search={search} />
          <List city={city} center={center} definition={definition} search={search} />
        </>
      )}
    </main>
  );
}

/** Made of readings, notices, the catalogue or cases that the city sorts, so that there is something behind it to be listed. */
export function hasParts(city: CityView, { formula, caseKind }: KpiDefinition): boolean {
  const { kind } = formula;
  if (kind === 'observation' || kind === 'notices' || kind === 'catalogue') return true;
  return isCounted(formula) && caseSorts(city, caseKind) !== undefined;
}

function isCounted({ kind }: KpiDefinition['formula']): boolean {
  return kind === 'flow' || kind === 'state' || kind === 'share' || kind === 'handling-time';
}

/** What the address asks for, or else the first breakdown that the figure has. */
function breakdownOf(definition: KpiDefinition | undefined, by: ThingsSearch['by']): ThingsBreakdown {
  const possible = breakdownsOf(definition);
  return possible.find((one) => one === by) ?? possible[0];
}

function breakdownsOf(definition: KpiDefinition | undefined): readonly [ThingsBreakdown, ...ThingsBreakdown[]] {
  if (definition?.formula.kind === 'catalogue') return ['level', 'unit'];
  return definition !== undefined && isCounted(definition.formula)
    ? ['procedure', 'unit']
    : ['entity', 'unit', 'group'];
}

type Search = ThingsSearch & { readonly by: ThingsBreakdown };

interface ListProps {
  readonly city: CityView;
  readonly center: Center;
  readonly definition: KpiDefinition;
  readonly search: Search;
}

/** What a row can be. */
function headsOf(
  { city, definition: { formula, caseKind } }: ListProps,
  locale: 'vi' | 'en',
): Record<ThingsBreakdown, string | null> {
  const words = thingsWords[locale];
  const none = { entity: null, unit: words.byUnit, group: null, level: null, procedure: null };
  if (formula.kind === 'catalogue') return { ...none, level: words.byLevel };
  if (isCounted(formula)) return { ...none, procedure: caseSorts(city, caseKind)?.thing[locale] ?? null };
  if (formula.kind !== 'observation') return { ...none, entity: words.notice, group: words.bySeverity };
  const feed = city.measuredFeeds.find((one) => one.feed === formula.feed);
  return { ...none, entity: feed?.thing[locale] ?? words.thing, group: feed?.group?.[locale] ?? null };
}

function Cuts(props: ListProps): ReactNode {
  const { center, definition, search } = props;
  const { locale } = useWords();
  const heads = headsOf(props, locale);
  return (
    <nav className="things-cuts" aria-label={thingsWords[locale].by}>
      <span className="note">{thingsWords[locale].by}</span>
      {(['level', 'procedure', 'entity', 'unit', 'group'] as const).map((by) =>
        heads[by] === null ? null : (
          <PageLink
            key={by}
            aria-current={search.by === by}
            href={listHref(center.id, definition.id, { ...search, by, page: 0 })}
          >
            {heads[by]}
          </PageLink>
        ),
      )}
    </nav>
  );
}

function listHref(center: string, kpi: string, search: Search): string {
  const { by, page, from, unit } = search;
  const words = {
    by: by === 'entity' || by === 'level' || by === 'procedure' ? undefined : by,
    page: page === 0 ? undefined : String(page),
    from,
    unit,
  };
  return pageHref(figurePath(center, kpi), { ...words, ...cutOfSearch(search) }, location.search);
}

function List(props: ListProps): ReactNode {
  const { city, definition, search } = props;
  const { locale, loading } = useWords();
  const words = thingsWords[locale];
  const { ledger } = useStream();
  const { data, error } = useQuery(thingsQuery(ledger, definition.id, search));
  const [question, setQuestion] = useState<WhyQuestion | null>(null);
  if (data === undefined)
    return error === null ? (
      <output className="note">{loading}</output>
    ) : (
      <p role="alert">
        <Mark level="critical" name={null} size={16} /> {words.failed} {refusalSentence(error, locale)}
      </p>
    );
  const rows = data.values.map((value) => rowOf(props, data, value, locale, setQuestion));
  const head = headsOf(props, locale)[search.by] ?? words.thing;
  return (
    <>
      <div>
        <Pages {...props} answer={data} />
        {rows.length === 0 ? (
          <p>
            <Mark level="none" name={null} size={16} /> {words.none}
          </p>
        ) : (
          <ThingsTable
            rows={rows}
            head={head}
            label={definition.names[locale]}
            isByThing={search.by === 'entity'}
            zone={city.zone}
          />
        )}
        {noteOf(definition, search) === null ? null : (
          <p className="note">{words[noteOf(definition, search) ?? 'nearest']}</p>
        )}
      </div>
      {question === null ? null : <WhyPanel question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}

/** What has to be known to read the rows. */
function noteOf({ formula }: KpiDefinition, { by }: Search): 'nearest' | 'ofCatalogue' | null {
  if (formula.kind === 'catalogue') return 'ofCatalogue';
  return by === 'group' || isCounted(formula) ? null : 'nearest';
}

function Pages({ center, definition, search, answer }: ListProps & { readonly answer: KpiAnswer }): ReactNode {
  const { locale } = useWords();
  const { rows } = answer;
  if (rows === undefined || rows.of <= ROWS_A_PAGE) return null;
  const last = Math.min(rows.of, rows.from + answer.values.length);
  const text = (count: number): string => numberText(count, locale);
  return (
    <p className="things-pages">
      {rows.from === 0 ? null : (
        <PageLink href={listHref(center.id, definition.id, { ...search, page: search.page - 1 })}>‹</PageLink>
      )}
      <span className="note">{thingsWords[locale].worst(text(rows.from + 1), text(last), text(rows.of))}</span>
      {last >= rows.of ? null : (
        <PageLink href={listHref(center.id, definition.id, { ...search, page: search.page + 1 })}>›</PageLink>
      )}
    </p>
  );
}

function rowOf(
  { city, center, definition, search }: ListProps,
  answer: KpiAnswer,
  value: KpiValue,
  locale: 'vi' | 'en',
  ask: (question: WhyQuestion) => void,
): ThingRow {
  const { by } = search;
  const key = value.key[by] ?? '';
  const units = currentUnits(city);
  const figure = figureWords(definition, locale);
  const { formula } = definition;
  const unitName = (code: string | null | undefined): string | null =>
    code === null || code === undefined ? null : (units.get(code)?.names[locale] ?? code);
  const name = nameOf();
  const entity = by === 'entity' ? key : undefined;
  const href = hrefOf();
  return {
    key,
    name,
    value,
    text: textOf(),
    href,
    state: countedState(value, locale) ?? bandOf(city, definition, value, { at: answer.at, locale }),
    unit: unitName(value.thing?.unit),
    // The catalogue is no entries: its procedures are the reasons.
    onWhy: formula.kind === 'catalogue' ? null : askWhy,
  };

  /** A thing that is only counted or not tells what it measures: `1` and `0` would say nothing of it. */
  function textOf(): string {
    const reading = value.thing?.reading ?? null;
    if (reading !== null) return measuredText(reading.value, reading.unitOfMeasure, locale);
    if (value.value === null) return '—';
    return `${figure.write(value.value)}${figure.isShare || figure.unit === '' ? figure.unit : ` ${figure.unit}`}`;
  }

  function nameOf(): string {
    const words = thingsWords[locale];
    if (key === unallocated) return words.rest;
    if (by === 'unit') return unitName(key) ?? key;
    if (by === 'procedure') return key === '' ? words.noSort : caseSortName(city, definition.caseKind, key, locale);
    const level = unitLevelSchema.safeParse(key);
    if (by === 'level') return level.success ? words.levels[level.data] : words.noLevel;
    return value.thing?.names?.[locale] ?? key;
  }

  function askWhy(): void {
    ask({
      kpi: definition.id,
      unit: by === 'unit' && key !== unallocated ? key : (search.unit ?? null),
      group: null,
      procedure: by === 'procedure' ? key : null,
      from: answer.from,
      to: answer.to,
      at: answer.at,
      knownSeq: answer.knownSeq,
      geography: search.geography ?? null,
      ...(entity === undefined ? {} : { entity }),
      about: name,
    });
  }

  function hrefOf(): string | null {
    if (formula.kind === 'catalogue') return null;
    if (by === 'unit' && key !== unallocated)
      return listHref(center.id, definition.id, { ...search, by: breakdownsOf(definition)[0], page: 0, unit: key });
    if (by !== 'entity' || formula.kind !== 'observation') return null;
    return pageHref(entityPath(center.id, key), { feed: formula.feed, ...cutOfSearch(search) }, location.search);
  }
}

/** Whether a thing is in a figure that counts those between two bounds; `null`: it is no such figure. */
function countedState({ thing, value }: KpiValue, locale: 'vi' | 'en'): ThingRow['state'] {
  if (thing === undefined || thing.reading === null || value === null) return null;
  const { counted, notCounted } = thingsWords[locale];
  return value > 0 ? { level: 'watch', text: counted } : { level: 'normal', text: notCounted };
}

/** The official band of a station's air; other figures have no rule that judges one thing. */
function bandOf(
  { airQuality, zone }: CityView,
  { formula }: KpiDefinition,
  { value, thing }: KpiValue,
  { at, locale }: { readonly at: string; readonly locale: 'vi' | 'en' },
): ThingRow['state'] {
  if (airQuality === null || formula.kind !== 'observation' || value === null || thing === undefined) return null;
  const isIndex = formula.feed === airQuality.feed && formula.metric === airQuality.metric;
  if (!isIndex || formula.statistic === 'latest-inside' || formula.statistic === 'latest-count') return null;
  const scale = airScaleOn(airQuality.scales, ledgerDay(Date.parse(at), zone));
  const band = scale === null ? null : airBandOf(scale, value);
  return band === null ? null : { level: band.level, text: band.names[locale] };
}
