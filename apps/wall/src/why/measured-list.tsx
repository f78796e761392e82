import { momentText, numberText } from '@flagtower/charts';
import type { CountedNotice, CountedReading, Explanation, KpiDefinition, MeasuredReasons } from '@flagtower/contracts';
import { clearTimeOf, measuredFigure } from '@flagtower/domain';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { useSourceNames } from '../cells/source-names.ts';
import { useCity } from '../city/city-view.ts';
import { ColumnHeads } from '../look/column-heads.tsx';
import { Mark } from '../look/mark.tsx';
import type { WhyQuestion } from '../navigation/ask-why.ts';
import { entityPath } from '../navigation/center-path.ts';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useStream } from '../stream/stream-context.ts';
import { absentText } from '../words/absent-words.ts';
import { useWords } from '../words/language.tsx';
import { metricName, readingText } from '../words/metric-words.ts';
import { measuredWords } from './measured-words.ts';
import { valueText } from './value-text.ts';
import { explanationQuery } from './why-requests.ts';
import { whyWords } from './why-words.ts';

/** As many readings or notices as the service gives a page. */
const PAGE = 100;

/** What a measured figure is made of: the rule in words, the slowest source, and every reading or notice with its record. */
export function MeasuredList({
  question,
  first,
}: {
  readonly question: WhyQuestion;
  readonly first: Explanation;
}): ReactNode {
  const { locale, freshness } = useWords();
  const words = measuredWords[locale];
  const shared = whyWords[locale];
  const { ledger } = useStream();
  const nameOf = useSourceNames();
  const [page, setPage] = useState(0);
  const { data = first } = useQuery(explanationQuery(ledger, question, page));
  const { measured } = data;
  if (measured === null) return null;
  const pages = Math.ceil(measured.of / PAGE);
  return (
    <>
      <section>
        <h3>2 · {shared.formula}</h3>
        <p className="why-formula">{measured.rule[locale]}</p>
        {measured.worst === null ? null : (
          <p className="note">
            {words.worst(nameOf([measured.worst.source]), freshness.states[measured.worst.freshness.state])}
          </p>
        )}
        <Recount first={first} pages={pages} />
      </section>
      <section>
        <h3>
          3 · {words.title(numberText(measured.of, locale))}{' '}
          <span className="note">{pages > 1 ? shared.page(`${String(page + 1)}/${String(pages)}`) : ''}</span>
        </h3>
        {measured.corrected === 0 ? null : (
          <p className="note">{words.corrected(numberText(measured.corrected, locale))}</p>
        )}
        {measured.of === 0 ? <p>{words.none}</p> : <Rows definition={data.definition} measured={measured} />}
        {pages > 1 ? (
          <p className="why-pages">
            <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
              ‹
            </button>
            <button type="button" disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
              ›
            </button>
          </p>
        ) : null}
      </section>
    </>
  );
}

/** The figure counted again here, where the whole list is at hand. */
function Recount({ first, pages }: { readonly first: Explanation; readonly pages: number }): ReactNode {
  const { locale } = useWords();
  const words = measuredWords[locale];
  const { measured, definition, answer } = first;
  if (measured === null || pages === 0) return null;
  if (pages > 1) return <p className="note">{words.onePage(numberText(pages, locale))}</p>;
  const shown = answer.values[0]?.value ?? null;
  const counted = countAgain(definition, measured);
  const matches = counted === shown || Math.abs((counted ?? NaN) - (shown ?? NaN)) <= 1e-9 * Math.abs(shown ?? 0);
  return (
    <p className="note">
      <Mark level={matches ? 'normal' : 'critical'} name={null} size={14} />{' '}
      {matches ? words.counted : whyWords[locale].differs(valueText(counted, definition.unitOfMeasure, locale))}
    </p>
  );
}

function countAgain({ formula }: KpiDefinition, { readings, notices }: MeasuredReasons): number | null {
  if (formula.kind === 'observation') return measuredFigure(formula, readings).value;
  if (formula.kind !== 'notices' || formula.statistic === undefined) return notices.length;
  return clearTimeOf(
    notices.flatMap(({ startsAt, overAt }) =>
      overAt === null ? [] : [{ startsAt: Date.parse(startsAt), overAt: Date.parse(overAt) }],
    ),
  );
}

function Rows({
  definition: { center, formula },
  measured: { readings, notices },
}: {
  readonly definition: KpiDefinition;
  readonly measured: MeasuredReasons;
}): ReactNode {
  const words = measuredWords[useWords().locale];
  const feed = formula.kind === 'observation' ? formula.feed : null;
  return (
    <div className="why-scroll">
      <table>
        <ColumnHeads names={Object.values(feed === null ? words.noticeColumns : words.columns)} />
        <tbody>
          {readings.map((reading) => (
            <ReadingRow key={String(reading.seq)} reading={reading} center={center} feed={feed ?? ''} />
          ))}
          {notices.map((notice) => (
            <NoticeRow key={String(notice.seq)} notice={notice} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ReadingRow({
  reading,
  center,
  feed,
}: {
  readonly reading: CountedReading;
  readonly center: string;
  readonly feed: string;
}): ReactNode {
  const { locale } = useWords();
  const words = measuredWords[locale];
  const zone = useCity()?.zone ?? 'UTC';
  const { entity, names, metric, value, absent, unitOfMeasure, occurredAt } = reading;
  return (
    <tr>
      <th scope="row">
        <PageLink href={pageHref(entityPath(center, entity), { feed }, location.search)}>
          {names?.[locale] ?? entity}
        </PageLink>{' '}
        <span className="note">{metricName(metric, locale)}</span>
      </th>
      <td>
        {value === null
          ? `${words.absent} (${absentText(absent, locale)})`
          : readingText(metric, { value, unitOfMeasure: unitOfMeasure ?? '1' }, locale)}
      </td>
      <td className="nowrap">{momentText(Date.parse(occurredAt), zone)}</td>
      <Told told={reading} />
    </tr>
  );
}

function NoticeRow({ notice }: { readonly notice: CountedNotice }): ReactNode {
  const { locale } = useWords();
  const zone = useCity()?.zone ?? 'UTC';
  return (
    <tr>
      <th scope="row">{notice.names[locale]}</th>
      <td>{measuredWords[locale].severities[notice.severity]}</td>
      <td className="nowrap">{momentText(Date.parse(notice.startsAt), zone)}</td>
      <td className="nowrap">{notice.overAt === null ? '—' : momentText(Date.parse(notice.overAt), zone)}</td>
      <Told told={notice} />
    </tr>
  );
}

/** When it came in, who told it, and as which record. */
function Told({ told }: { readonly told: CountedReading | CountedNotice }): ReactNode {
  const { locale } = useWords();
  const words = measuredWords[locale];
  const zone = useCity()?.zone ?? 'UTC';
  const nameOf = useSourceNames();
  const { recordedAt, recordId, corrects, source, seq } = told;
  return (
    <>
      <td className="nowrap">{recordedAt === null ? '—' : momentText(Date.parse(recordedAt), zone)}</td>
      <td title={recordId ?? words.letGo}>
        {nameOf([source])}, {whyWords[locale].seqs(String(seq), String(seq))}
        {corrects > 0 ? ` · ${words.correction}` : ''}
        {recordId === null ? ` · ${words.letGo}` : ''}
      </td>
    </>
  );
}
