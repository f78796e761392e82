import { calendarDayText, minuteMomentText, numberText, signedText } from '@flagtower/charts';
import type { Restatements } from '@flagtower/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { useSourceNames } from '../cells/source-names.ts';
import { useCity } from '../city/city-view.ts';
import { ColumnHeads } from '../look/column-heads.tsx';
import type { WhyQuestion } from '../navigation/ask-why.ts';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { publishedMoment } from './published-moment.ts';
import { changeText, valueText } from './value-text.ts';
import { restatementsQuery } from './why-requests.ts';
import { whyWords } from './why-words.ts';

/** The figure as it was known earlier against now, and who changed it when. */
export function RestatementView({
  question,
  unitOfMeasure,
}: {
  readonly question: WhyQuestion;
  readonly unitOfMeasure: string;
}): ReactNode {
  const { locale } = useWords();
  const words = whyWords[locale];
  const { ledger } = useStream();
  const zone = useCity()?.zone ?? 'UTC';
  const [since, setSince] = useState(() => localText(publishedMoment(question), zone));
  const { data } = useQuery(restatementsQuery(ledger, question, instantOf(since, zone)));
  return (
    <section>
      <h3>5 · {words.restated}</h3>
      <label className="why-since">
        <span className="note">{words.restatedSince}</span>
        <input
          type="datetime-local"
          value={since}
          onChange={(event) => {
            if (event.target.value !== '') setSince(event.target.value);
          }}
        />
      </label>
      {data === undefined ? (
        <output className="note">…</output>
      ) : (
        <Known restated={data} unitOfMeasure={unitOfMeasure} zone={zone} />
      )}
    </section>
  );
}

/** What a field of local time holds; its zone is the city's, whatever the reader's machine says. */
function localText(ms: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

function instantOf(local: string, zone: string): string {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString();
}

function Known({
  restated,
  unitOfMeasure,
  zone,
}: {
  readonly restated: Restatements;
  readonly unitOfMeasure: string;
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const words = whyWords[locale];
  const nameOf = useSourceNames();
  const { before, after, groups, since, sinceSeq } = restated;
  const moment = minuteMomentText(Date.parse(since), zone);
  return (
    <>
      <p className="why-restated">
        <span>
          <b>{valueText(before.value, unitOfMeasure, locale)}</b> <span className="note">{words.before(moment)}</span>
        </span>
        <span>
          <b>{valueText(after.value, unitOfMeasure, locale)}</b> <span className="note">{words.after}</span>
        </span>
        <span>
          <b>{changeText([before.value, after.value], unitOfMeasure, locale)}</b>{' '}
          <span className="note">{words.difference}</span>
        </span>
      </p>
      {sinceSeq === 0 ? <p className="note">{words.tooEarly}</p> : null}
      {groups.length === 0 ? (
        <p>{words.restatedNone}</p>
      ) : (
        <>
          <div className="why-scroll">
            <table>
              <ColumnHeads names={Object.values(words.groupColumns)} />
              <tbody>
                {groups.map((group) => (
                  <tr key={`${group.day} ${group.source} ${group.import ?? ''} ${String(group.retraction)}`}>
                    <td className="nowrap">{calendarDayText(group.day)}</td>
                    <td>
                      {nameOf([group.source])}
                      {group.fileName === null ? '' : `, ${group.fileName}`}
                      {group.retraction ? ` (${words.retraction})` : ''}
                      <span className="note"> {words.seqs(String(group.firstSeq), String(group.lastSeq))}</span>
                    </td>
                    <td>{numberText(group.records, locale)}</td>
                    <td>
                      {signedText(group.numerator, locale)}
                      {unitOfMeasure === '1' ? ` / ${signedText(group.denominator, locale)}` : ''}
                    </td>
                    <td>{signedText(group.corrected, locale)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="note">{words.correctedNote}</p>
        </>
      )}
    </>
  );
}
