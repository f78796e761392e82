import { momentText, numberText } from '@flagtower/charts';
import type { CityView, FeedEntity, MapLayer } from '@flagtower/contracts';
import { textIn } from '@flagtower/domain';
import type { ReactNode } from 'react';

import { knownOf } from './cells/cell.ts';
import { useFeed, useNotices } from './cells/use-cells.ts';
import { IncidentOfThing } from './center-map-incidents.tsx';
import { RowValue } from './freshness/row-value.tsx';
import { levelColor } from './look/level.ts';
import { Mark } from './look/mark.tsx';
import { bandIndex, bandsOn, drawnValue, type ReadingsLayer } from './map-layers/layer-bands.ts';
import { layerWords } from './map-layers/layer-words.ts';
import { entityPath } from './navigation/center-path.ts';
import { pageHref } from './navigation/page-href.ts';
import { PageLink } from './navigation/page-link.tsx';
import { noticeLevel } from './notices/notice-level.ts';
import { useWords } from './words/language.tsx';
import { metricName, readingText } from './words/metric-words.ts';
import { noticeSender, noticeText } from './words/notice-text.ts';

interface ThingProps {
  readonly city: CityView;
  readonly center: string;
  readonly entity: string;
  readonly tells: ReadingsLayer;
  readonly day: string | null;
}

/** A measured thing as it stands now: its values, how old they are, and the way to its page. */
export function ThingLines({ city, center, entity: key, tells, day }: ThingProps): ReactNode {
  const { locale } = useWords();
  const words = layerWords[locale];
  const { all } = useFeed(tells.feed);
  const entity = knownOf(all.get(key) ?? { kind: 'absent' });
  const feed = city.measuredFeeds.find((one) => one.feed === tells.feed);
  const href = pageHref(entityPath(center, key), { feed: tells.feed }, location.search);
  return (
    <li>
      <p>
        <PageLink href={href}>{feed?.names[key]?.[locale] ?? key}</PageLink>{' '}
        <span className="note">
          {[feed?.thing[locale], entity?.group === key ? null : entity?.group].filter(Boolean).join(' · ')}
        </span>
      </p>
      {entity === null ? (
        <p className="note">{words.noValue}</p>
      ) : (
        <Values city={city} entity={entity} tells={tells} day={day} />
      )}
      <IncidentOfThing city={city} feed={tells.feed} entity={key} />
    </li>
  );
}

function Values({
  city,
  entity,
  tells,
  day,
}: Pick<ThingProps, 'city' | 'tells' | 'day'> & { readonly entity: FeedEntity }): ReactNode {
  const { locale, marks } = useWords();
  const bands = bandsOn(tells, city.airQuality, day);
  const value = drawnValue(entity, tells);
  const band = value === null ? undefined : bands[bandIndex(bands, value)];
  const level = band?.level ?? 'none';
  return (
    <>
      {band === undefined || level === 'normal' ? null : (
        <p style={{ color: levelColor(level) }}>
          <Mark level={level} name={marks[level]} size={14} /> {band.names[locale]}
        </p>
      )}
      <dl className="thing-lines">
        {Object.entries(entity.metrics).map(([metric, told]) => (
          <div key={metric}>
            <dt className="note">{metricName(metric, locale)}</dt>
            <dd>
              <RowValue freshness={entity.freshness}>{readingText(metric, told, locale)}</RowValue>
            </dd>
          </div>
        ))}
      </dl>
      <p className="note">{layerWords[locale].measured(momentText(Date.parse(entity.occurredAt), city.zone))}</p>
    </>
  );
}

/** A notice: what it says, until when, what to do and who says it. */
export function NoticeLines({ zone, notice: key }: { readonly zone: string; readonly notice: string }): ReactNode {
  const { locale, marks } = useWords();
  const words = layerWords[locale];
  const notice = knownOf(useNotices().all.get(key) ?? { kind: 'absent' });
  if (notice === null) return null;
  const level = noticeLevel(notice);
  const text = textIn(notice.texts, locale);
  return (
    <li>
      <p style={{ color: levelColor(level) }}>
        <Mark level={level} name={marks[level]} size={14} />{' '}
        {notice.incident === null ? (
          noticeText(notice, locale)
        ) : (
          <PageLink href={pageHref(`/incidents/${notice.incident}`, {}, location.search)}>
            {noticeText(notice, locale)}
          </PageLink>
        )}
      </p>
      {text?.instruction === undefined ? null : <p>{text.instruction}</p>}
      <p className="note">
        {notice.endsAt === null ? words.openEnded : words.until(momentText(Date.parse(notice.endsAt), zone))} ·{' '}
        {noticeSender(notice, locale)}
      </p>
    </li>
  );
}

/** A counted figure of a unit, and the way to its levels. */
export function UnitLines({
  city,
  unit,
  layer,
  value,
}: {
  readonly city: CityView;
  readonly unit: string;
  readonly layer: MapLayer;
  readonly value: number | null;
}): ReactNode {
  const { locale } = useWords();
  if (layer.tells.kind !== 'units') return null;
  const { kpi } = layer.tells;
  const name = city.units.find(({ code }) => code === unit)?.names[locale] ?? unit;
  return (
    <li>
      <p>
        <PageLink href={pageHref(`/drill/${encodeURIComponent(unit)}`, { measure: kpi }, location.search)}>
          {name}
        </PageLink>
      </p>
      <p>
        {layer.names[locale]}: {value === null ? '—' : numberText(value, locale)}
      </p>
    </li>
  );
}
