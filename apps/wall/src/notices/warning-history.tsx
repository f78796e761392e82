import { minuteMomentText } from '@flagtower/charts';
import type { NoticeLine, NoticeTelling } from '@flagtower/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { noticeText } from '../words/notice-text.ts';
import { noticeLineAddress, noticeLineQuery } from './notice-line-request.ts';
import { warningWords } from './warning-words.ts';

/** Every telling of a warning and of those that it replaced, and the record of the last one as it is kept. */
export function WarningHistory({
  id,
  version,
  zone,
}: {
  readonly id: string;
  /** Of the telling that is shown: a newer one is asked for anew. */
  readonly version: number;
  readonly zone: string;
}): ReactNode {
  const { locale, loading } = useWords();
  const mine = warningWords[locale];
  const { ledger } = useStream();
  const { data, isError } = useQuery(noticeLineQuery(ledger, id, version));
  if (data === undefined) return <p className="note">{isError ? mine.historyFailed : loading}</p>;
  const last = data.tellings.findLast(({ record }) => record.recordId === id);
  return (
    <>
      <h4 className="note">{mine.terms.history}</h4>
      <ol className="warning-history">
        {data.tellings.map((telling) => (
          <TellingRow key={telling.seq} telling={telling} line={data} zone={zone} />
        ))}
      </ol>
      {last === undefined ? null : (
        <details>
          <summary className="note">{mine.terms.record}</summary>
          <p className="note">
            {mine.recordAbout}{' '}
            <a href={noticeLineAddress(ledger, id)} target="_blank" rel="noreferrer">
              {mine.recordOpen}
            </a>
          </p>
          {/* A keyboard scrolls what it can reach. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above */}
          <pre className="warning-record" tabIndex={0}>
            {JSON.stringify(last.record, null, 2)}
          </pre>
        </details>
      )}
    </>
  );
}

function TellingRow({
  telling: { record },
  line: { standings },
  zone,
}: {
  readonly telling: NoticeTelling;
  readonly line: NoticeLine;
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const mine = warningWords[locale];
  const what = record.ended ? mine.cancel : record.supersedes.length > 0 ? mine.update : mine.first;
  const standing = standings[record.recordId];
  const until = record.endsAt === null ? mine.openEnded : minuteMomentText(Date.parse(record.endsAt), zone);
  const about = [
    what,
    mine.severity[record.severity],
    `→ ${until}`,
    record.signed ? mine.signed : '',
    standing === undefined ? '' : mine.standing[standing],
  ];
  return (
    <li data-standing={standing}>
      <time dateTime={record.occurredAt} className="nowrap">
        {minuteMomentText(Date.parse(record.occurredAt), zone)}
      </time>{' '}
      <span>
        {noticeText(record, locale)} <span className="note">{about.filter((part) => part !== '').join(' · ')}</span>
      </span>
    </li>
  );
}
