import { momentText } from '@flagtower/charts';
import {
  daySchema,
  drillComparisonSchema,
  drillPeriodSchema,
  instantSchema,
  type Day,
  type Instant,
} from '@flagtower/contracts';
import { calendarPeriod, dayNumberOf, startOfDayMs } from '@flagtower/domain';
import type { ReactNode } from 'react';

import { useCity } from '../city/city-view.ts';
import { useGoTo } from '../navigation/go-to.ts';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { useDrillFrame } from './drill-frame.ts';
import { drillWords } from './drill-words.ts';
import { dayAfter } from './level-address.ts';
import { stretchText } from './stretch-text.ts';

/** Which period, up to which moment, held against what, in which units. */
export function PeriodBar(): ReactNode {
  const { locale } = useWords();
  const words = drillWords[locale];
  const { search, href, answer, zone } = useDrillFrame();
  const goTo = useGoTo();
  const { period, compared } = answer.level;
  return (
    <fieldset className="period-bar" aria-label={words.controls}>
      <label>
        <span className="note">{words.period}</span>
        <select
          value={search.period}
          onChange={(event) =>
            goTo(
              href({
                search: { period: drillPeriodSchema.parse(event.target.value), ...customDays(search, answer.at, zone) },
              }),
            )
          }
        >
          {drillPeriodSchema.options.map((name) => (
            <option key={name} value={name}>
              {words.periods[name]}
            </option>
          ))}
        </select>
      </label>
      {search.period === 'custom' ? <CustomDays /> : null}
      {search.period === 'custom' || search.period === 'all' ? null : <Steps />}
      <span className="period-stretch nowrap">
        {stretchText(period.from, minOf(period.to, answer.at), zone)}
        <span className="note">
          {compared === null ? '' : ` · ${words.against(stretchText(compared.from, after(compared.at), zone))}`}
        </span>
      </span>
      <label>
        <span className="note">{words.comparison}</span>
        <select
          value={search.comparison}
          onChange={(event) => goTo(href({ search: { comparison: drillComparisonSchema.parse(event.target.value) } }))}
        >
          {drillComparisonSchema.options.map((name) => (
            <option key={name} value={name}>
              {words.comparisons[name]}
            </option>
          ))}
        </select>
      </label>
      <GeographyChoice />
      <Moment />
    </fieldset>
  );
}

function customDays(
  search: { readonly from?: Day | undefined; readonly to?: Day | undefined },
  at: string,
  zone: string,
): { from?: Day; to?: Day } {
  if (search.from !== undefined && search.to !== undefined) return {};
  const today = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();
  return { from: daySchema.parse(today.with({ day: 1 }).toString()), to: daySchema.parse(today.toString()) };
}

/** Two days; the moment shown is the end of the second where that has passed. */
function CustomDays(): ReactNode {
  const { locale } = useWords();
  const words = drillWords[locale];
  const { search, href, zone } = useDrillFrame();
  const goTo = useGoTo();
  const nowMs = useStream().ledgerNowMs();
  const choose = (days: { readonly from?: Day; readonly to?: Day }): void => {
    const { from, to } = { from: search.from, to: search.to, ...days };
    goTo(
      href({
        search: {
          ...days,
          at: to === undefined ? undefined : pastInstant(startOfDayMs(dayNumberOf(dayAfter(to)), zone) - 1, nowMs),
          ...(from === undefined ? {} : { from }),
        },
      }),
    );
  };
  return (
    <>
      <label>
        <span className="note">{words.from}</span>
        <input
          type="date"
          value={search.from ?? ''}
          max={search.to}
          onChange={(event) => {
            const day = daySchema.safeParse(event.target.value);
            if (day.success) choose({ from: day.data });
          }}
        />
      </label>
      <label>
        <span className="note">{words.to}</span>
        <input
          type="date"
          value={search.to ?? ''}
          min={search.from}
          onChange={(event) => {
            const day = daySchema.safeParse(event.target.value);
            if (day.success) choose({ to: day.data });
          }}
        />
      </label>
    </>
  );
}

/** A moment that has passed by the ledger's clock; `undefined`: it has not, and the page goes on. */
function pastInstant(ms: number, nowMs: number | null): Instant | undefined {
  return nowMs === null || ms >= nowMs ? undefined : instantSchema.parse(new Date(ms).toISOString());
}

/** To the period before, seen from its end, and back. */
function Steps(): ReactNode {
  const { locale } = useWords();
  const words = drillWords[locale];
  const { answer, search, href, zone } = useDrillFrame();
  const goTo = useGoTo();
  const nowMs = useStream().ledgerNowMs();
  const { from, to } = answer.level.period;
  return (
    <span className="period-steps">
      <button
        type="button"
        aria-label={words.earlier}
        title={words.earlier}
        onClick={() => {
          if (from !== null)
            goTo(href({ search: { at: instantSchema.parse(new Date(Date.parse(from) - 1).toISOString()) } }));
        }}
      >
        ‹
      </button>
      <button
        type="button"
        aria-label={words.later}
        title={words.later}
        disabled={search.at === undefined}
        onClick={() => {
          const next = search.period === 'custom' ? null : calendarPeriod(search.period, Date.parse(to), zone);
          // Seen from its end; where that has not come yet, from now.
          goTo(href({ search: { at: next === null ? undefined : pastInstant(next.to - 1, nowMs) } }));
        }}
      >
        ›
      </button>
    </span>
  );
}

function GeographyChoice(): ReactNode {
  const { locale } = useWords();
  const words = drillWords[locale];
  const { search, href } = useDrillFrame();
  const goTo = useGoTo();
  const changes = useCity()?.unitChanges ?? [];
  const days = [...new Set(changes.map(({ day }) => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()))]
    .toSorted()
    .toReversed();
  if (days.length === 0 && search.geography === undefined) return null;
  const shown = search.geography !== undefined && !days.includes(search.geography) ? [search.geography, ...days] : days;
  return (
    <label>
      <span className="note">{words.geography}</span>
      <select
        value={search.geography ?? ''}
        onChange={(event) => {
          const day = daySchema.safeParse(event.target.value);
          // Codes of one geography are other units in another: the city is the same in all of them.
          goTo(
            href({
              place: { kind: 'level', unit: null, group: null, procedure: null },
              search: { geography: day.success ? day.data : undefined },
            }),
          );
        }}
      >
        <option value="">{words.geographyNow}</option>
        {shown.map((day) => (
          <option key={day} value={day}>
            {words.geographyOf(day.split('-').toReversed().join('/'))}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Whether the page goes on, and if not, of which moment and which knowledge it is. */
function Moment(): ReactNode {
  const { locale } = useWords();
  const words = drillWords[locale];
  const { search, href, answer, zone } = useDrillFrame();
  const goTo = useGoTo();
  const at = momentText(Date.parse(answer.at), zone);
  const isLive = search.at === undefined && search.knownSeq === undefined;
  return (
    <span className="period-moment" data-live={isLive}>
      {isLive ? (
        <>
          <b className="period-live nowrap">■ {words.live}</b> <span className="note nowrap">{at}</span>
        </>
      ) : (
        <>
          <span role="note">
            {search.knownSeq === undefined ? words.atPast(at) : words.pinned(at, String(answer.knownSeq))}
          </span>{' '}
          <button
            type="button"
            className="text-button"
            onClick={() => goTo(href({ search: { at: undefined, knownSeq: undefined } }))}
          >
            {words.backToLive}
          </button>
        </>
      )}
    </span>
  );
}

function minOf(one: string, other: string): string {
  return one < other ? one : after(other);
}

function after(instant: string): string {
  return new Date(Date.parse(instant) + 1).toISOString();
}
