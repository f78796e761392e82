import { momentText, numberText } from '@flagtower/charts';
import type { Center, CityView, FeedEntity } from '@flagtower/contracts';
import { useQueries } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { z } from 'zod';

import { layersOf } from './center-map.tsx';
import { placeNames } from './city/place-names.ts';
import { stateNow } from './freshness/freshness-now.ts';
import { RowValue } from './freshness/row-value.tsx';
import { sourceLevels } from './freshness/source-level.ts';
import { Mark } from './look/mark.tsx';
import { centerPath, entityPath } from './navigation/center-path.ts';
import { pageHref } from './navigation/page-href.ts';
import { PageLink } from './navigation/page-link.tsx';
import { useStream } from './stream/stream-context.ts';
import { useLedgerNow } from './stream/use-server-clock.ts';
import { listedThings, thingColumns, thingsInOrder, type ListedThing } from './things/listed-things.ts';
import { thingsListWords } from './things/things-list-words.ts';
import { feedQuery } from './things/things-requests.ts';
import { thingsWords } from './things/things-words.ts';
import { useWords } from './words/language.tsx';

import './things/things.css';

/** What the list shows, as the address says it; a word that is not understood is left out. */
const listSearchSchema = z.object({
  q: z.string().max(80).catch('').default(''),
  kind: z.string().max(63).catch('').default(''),
  sort: z.enum(thingColumns).catch('kind').default('kind'),
  page: z.coerce.number().int().min(0).max(10_000).catch(0).default(0),
});
type ListSearch = z.infer<typeof listSearchSchema>;

const ROWS_A_PAGE = 100;
const LOOK_AGAIN_MS = 5000;

/** `/centers/{id}/things`: all measured things of a center, with a place or without; what the map shows, for those who do not see it. */
export function CenterThings({ city, center }: { readonly city: CityView; readonly center: Center }): ReactNode {
  const { locale, loading } = useWords();
  const words = thingsListWords[locale];
  const { ledger } = useStream();
  const raw: unknown = useSearch({ strict: false });
  const search = listSearchSchema.parse(raw);
  const feeds = useMemo(() => feedsOf(city, center.id), [city, center.id]);
  const answers = useQueries({ queries: feeds.map((feed) => feedQuery(ledger, feed)) });
  const told = feeds.map((feed, at) => ({ feed, entities: answers[at]?.data?.entities ?? [] }));
  const isLoading = answers.some(({ data, error }) => data === undefined && error === null);
  const hasFailed = answers.some(({ data, error }) => data === undefined && error !== null);
  return (
    <main className="things-page" data-list={center.id}>
      <p>
        <PageLink href={pageHref(centerPath(center.id), {}, location.search)}>
          {thingsWords[locale].back(center.names[locale])}
        </PageLink>
      </p>
      <h1>{words.title(center.short[locale])}</h1>
      <p className="note">{feeds.length === 0 ? words.noThings : words.intro}</p>
      {hasFailed ? (
        <p role="alert">
          <Mark level="critical" name={null} size={16} /> {thingsWords[locale].failed}
        </p>
      ) : null}
      {isLoading ? <output className="note">{loading}</output> : null}
      {feeds.length === 0 ? null : (
        <List city={city} center={center} told={told} search={search} isLoading={isLoading} />
      )}
    </main>
  );
}

/** Feeds of the center's figures and of its layers, each once. */
function feedsOf(city: CityView, center: string): string[] {
  const ofFigures = city.kpis.flatMap(({ center: owner, formula }) =>
    owner === center && formula.kind === 'observation' ? [formula.feed] : [],
  );
  const ofLayers = layersOf(city, center).flatMap(({ tells }) => (tells.kind === 'readings' ? [tells.feed] : []));
  return [...new Set([...ofFigures, ...ofLayers])];
}

interface ListProps {
  readonly city: CityView;
  readonly center: Center;
  readonly told: readonly { readonly feed: string; readonly entities: readonly FeedEntity[] }[];
  readonly search: ListSearch;
  readonly isLoading: boolean;
}

function List({ city, center, told, search, isLoading }: ListProps): ReactNode {
  const { locale } = useWords();
  const words = thingsListWords[locale];
  const nowMs = useLedgerNow(LOOK_AGAIN_MS);
  const placeName = useMemo(() => placeNames(city, locale), [city, locale]);
  const all = listedThings(city, placeName, told, locale);
  const stateOf = ({ entity }: ListedThing): FeedEntity['freshness']['state'] =>
    stateNow(entity.freshness, nowMs, false);
  const fitting = thingsInOrder(all, search, stateOf, locale);
  const from = Math.min(search.page, Math.max(0, Math.ceil(fitting.length / ROWS_A_PAGE) - 1)) * ROWS_A_PAGE;
  const text = (count: number): string => numberText(count, locale);
  const kinds = told.map(({ feed }) => ({
    feed,
    name: city.measuredFeeds.find((one) => one.feed === feed)?.thing[locale] ?? feed,
  }));
  return (
    <>
      <Choices search={search} kinds={kinds} />
      <p className="things-pages">
        <Pages search={search} from={from} of={fitting.length} />
        <output className="note">{words.count(text(fitting.length), text(all.length))}</output>
      </p>
      {fitting.length > 0 ? (
        <Table
          city={city}
          center={center}
          rows={fitting.slice(from, from + ROWS_A_PAGE)}
          search={search}
          stateOf={stateOf}
        />
      ) : isLoading ? null : (
        <p>
          <Mark level="none" name={null} size={16} /> {all.length === 0 ? words.none : words.noMatch}
        </p>
      )}
    </>
  );
}

/** Goes to the same list with other words; typing leaves no trail of pages behind. */
function useTurn(search: ListSearch): (words: Partial<ListSearch>) => void {
  const navigate = useNavigate();
  return (words) => {
    const { q, kind, sort, page } = { ...search, page: 0, ...words };
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({
        ...before,
        q: q === '' ? undefined : q,
        kind: kind === '' ? undefined : kind,
        sort: sort === 'kind' ? undefined : sort,
        page: page === 0 ? undefined : String(page),
      }),
      replace: true,
    });
  };
}

function Choices({
  search,
  kinds,
}: {
  readonly search: ListSearch;
  readonly kinds: readonly { readonly feed: string; readonly name: string }[];
}): ReactNode {
  const words = thingsListWords[useWords().locale];
  const turn = useTurn(search);
  return (
    <search className="things-choices">
      <label>
        <span className="note">{words.search}</span>
        <input type="search" value={search.q} onChange={({ target }) => turn({ q: target.value })} />
      </label>
      <label>
        <span className="note">{words.kind}</span>
        <select value={search.kind} onChange={({ target }) => turn({ kind: target.value })}>
          <option value="">{words.allKinds}</option>
          {kinds.map(({ feed, name }) => (
            <option key={feed} value={feed}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}

function Pages({
  search,
  from,
  of,
}: {
  readonly search: ListSearch;
  readonly from: number;
  readonly of: number;
}): ReactNode {
  const words = thingsListWords[useWords().locale];
  const turn = useTurn(search);
  if (of <= ROWS_A_PAGE) return null;
  const page = from / ROWS_A_PAGE;
  return (
    <>
      <button
        type="button"
        className="things-turn"
        disabled={page === 0}
        aria-label={words.previous}
        onClick={() => turn({ page: page - 1 })}
      >
        ‹
      </button>
      <span>
        {from + 1}–{Math.min(of, from + ROWS_A_PAGE)}
      </span>
      <button
        type="button"
        className="things-turn"
        disabled={from + ROWS_A_PAGE >= of}
        aria-label={words.next}
        onClick={() => turn({ page: page + 1 })}
      >
        ›
      </button>
    </>
  );
}

function Table({
  city,
  center,
  rows,
  search,
  stateOf,
}: Pick<ListProps, 'city' | 'center' | 'search'> & {
  readonly rows: readonly ListedThing[];
  readonly stateOf: (thing: ListedThing) => FeedEntity['freshness']['state'];
}): ReactNode {
  const { locale, freshness } = useWords();
  const words = thingsListWords[locale];
  const turn = useTurn(search);
  return (
    <div className="things-scroll">
      <table className="things things-list" aria-label={words.title(center.short[locale])}>
        <thead>
          <tr>
            {(['name', 'kind', 'unit', 'value', 'at', 'state'] as const).map((column) => (
              <th
                key={column}
                scope="col"
                aria-sort={column === search.sort ? (column === 'at' ? 'descending' : 'ascending') : undefined}
              >
                {column === 'value' ? (
                  words.columns.value
                ) : (
                  <button
                    type="button"
                    className="things-sort"
                    title={words.sortBy(words.columns[column])}
                    onClick={() => turn({ sort: column })}
                  >
                    {words.columns[column]}
                    {column === search.sort ? (column === 'at' ? ' ↓' : ' ↑') : ''}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((thing) => {
            const { entity, feed, name, kind, unit, isOutside, values } = thing;
            const state = stateOf(thing);
            return (
              <tr key={`${feed} ${entity.entity}`} data-age={state}>
                <th scope="row">
                  <PageLink href={pageHref(entityPath(center.id, entity.entity), { feed }, location.search)}>
                    {name}
                  </PageLink>
                </th>
                <td>
                  {kind}
                  {entity.group === null || entity.group === entity.entity ? null : (
                    <span className="note"> · {entity.group}</span>
                  )}
                </td>
                <td>{unit ?? <span className="note">{isOutside ? words.outside : words.noPlace}</span>}</td>
                <td>
                  <RowValue freshness={entity.freshness}>{values}</RowValue>
                </td>
                <td className="nowrap">{momentText(Date.parse(entity.occurredAt), city.zone)}</td>
                <td className="nowrap">
                  <Mark level={sourceLevels[state]} name={null} size={14} /> {freshness.states[state]}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
