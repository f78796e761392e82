import { momentText, numberText } from '@flagtower/charts';
import type { Center, CityView, ThingDay, ThingMetric } from '@flagtower/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { IndexOfHour } from './air/index-of-hour.tsx';
import { useSourceNames } from './cells/source-names.ts';
import { currentUnits } from './city/current-units.ts';
import { RowValue } from './freshness/row-value.tsx';
import { Mark } from './look/mark.tsx';
import { centerPath, figurePath } from './navigation/center-path.ts';
import { pageHref } from './navigation/page-href.ts';
import { PageLink } from './navigation/page-link.tsx';
import { useStream } from './stream/stream-context.ts';
import { DayLine } from './things/day-line.tsx';
import { thingQuery } from './things/things-requests.ts';
import { cutOfSearch, useThingsSearch } from './things/things-search.ts';
import { thingsWords } from './things/things-words.ts';
import { absentText } from './words/absent-words.ts';
import { useWords } from './words/language.tsx';
import { metricName, readingText } from './words/metric-words.ts';
import { refusalSentence } from './words/refusal-sentence.ts';

interface ThingProps {
  readonly city: CityView;
  readonly center: Center;
  readonly entity: string;
}

/** `/centers/{id}/entities/{entity}?feed=`: one thing with its place, its last tellings, its day and the figures that rest on it. */
export function CenterThing({ city, center, entity }: ThingProps): ReactNode {
  const { locale, loading } = useWords();
  const words = thingsWords[locale];
  const search = useThingsSearch();
  const { ledger } = useStream();
  const { data, error } = useQuery(thingQuery(ledger, entity, search));
  return (
    <main className="things-page" data-entity={entity}>
      <p>
        <PageLink href={pageHref(centerPath(center.id), {}, location.search)}>
          {words.back(center.names[locale])}
        </PageLink>
      </p>
      <h1>{data?.thing.names?.[locale] ?? entity}</h1>
      {data !== undefined ? (
        <>
          <Facts city={city} thing={data.thing} />
          <Metrics city={city} thing={data.thing} at={data.at} />
          {city.airQuality?.feed === data.thing.feed ? (
            <IndexOfHour air={city.airQuality} thing={data.thing} at={Date.parse(data.at)} zone={city.zone} />
          ) : null}
        </>
      ) : error === null ? (
        <output className="note">{loading}</output>
      ) : (
        <p role="alert">
          <Mark level="critical" name={null} size={16} /> {refusalSentence(error, locale)}
        </p>
      )}
      <h2>{words.figures}</h2>
      <ul>
        {city.kpis
          .filter(({ formula }) => formula.kind === 'observation' && formula.feed === search.feed)
          .map(({ id, names, center: owner }) => (
            <li key={id}>
              <PageLink href={pageHref(figurePath(owner, id), cutOfSearch(search), location.search)}>
                {names[locale]}
              </PageLink>
            </li>
          ))}
      </ul>
    </main>
  );
}

function Facts({ city, thing }: { readonly city: CityView; readonly thing: ThingDay }): ReactNode {
  const { locale } = useWords();
  const words = thingsWords[locale];
  const { point, unit, group, feed } = thing;
  const kind = city.measuredFeeds.find((one) => one.feed === feed)?.thing[locale] ?? words.thing;
  const name = unit === null ? null : (currentUnits(city).get(unit)?.names[locale] ?? unit);
  return (
    <dl className="thing-facts">
      <dt>{kind}</dt>
      <dd>{thing.entity}</dd>
      {group === null ? null : (
        <>
          <dt>{words.group}</dt>
          <dd>{group}</dd>
        </>
      )}
      <dt>{words.place}</dt>
      <dd>
        {point === null
          ? words.noPlace
          : [
              name,
              point
                .toReversed()
                .map((degrees) => numberText(degrees, locale, 5))
                .join('; '),
            ]
              .filter((part) => part !== null)
              .join(' · ')}
        {point === null ? null : <span className="note"> {words.nearest}</span>}
      </dd>
    </dl>
  );
}

function Metrics({
  city,
  thing,
  at,
}: {
  readonly city: CityView;
  readonly thing: ThingDay;
  readonly at: string;
}): ReactNode {
  const words = thingsWords[useWords().locale];
  if (thing.metrics.length === 0) return <p>{words.noDay}</p>;
  return (
    <div className="thing-metrics">
      {thing.metrics.map((metric) => (
        <Metric key={metric.metric} metric={metric} thing={thing} zone={city.zone} at={Date.parse(at)} />
      ))}
    </div>
  );
}

function Metric({
  metric,
  thing: { freshness },
  zone,
  at,
}: {
  readonly metric: ThingMetric;
  readonly thing: ThingDay;
  readonly zone: string;
  readonly at: number;
}): ReactNode {
  const { locale } = useWords();
  const words = thingsWords[locale];
  const nameOf = useSourceNames();
  const { unitOfMeasure, value, absent, points, occurredAt, recordedAt, source, recordId } = metric;
  const write = (number: number): string => readingText(metric.metric, { value: number, unitOfMeasure }, locale);
  const name = metricName(metric.metric, locale);
  const values = points.flatMap((point) => point.value ?? []);
  const moment = (instant: string): string => momentText(Date.parse(instant), zone);
  const range = values.length === 0 ? '' : words.range(write(Math.min(...values)), write(Math.max(...values)));
  return (
    <section className="thing-metric" aria-label={name}>
      <h2>{name}</h2>
      <p>
        <b>
          <RowValue freshness={freshness}>{value === null ? '—' : write(value)}</RowValue>
        </b>{' '}
        {value === null ? <span className="note">{absentText(absent, locale)}</span> : null}
      </p>
      {values.length === 0 ? null : <DayLine points={points} at={at} label={`${words.day(name)}, ${range}`} />}
      <p className="note">{range}</p>
      <p className="note">
        {words.lastTold} {moment(occurredAt)} · {words.received} {moment(recordedAt)}
        <br />
        {words.source} <PageLink href={pageHref('/sources', { source }, location.search)}>{nameOf([source])}</PageLink>{' '}
        · {words.record} {recordId}
      </p>
    </section>
  );
}
