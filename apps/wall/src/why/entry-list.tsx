import { momentText, numberText, signedText } from '@flagtower/charts';
import type { Explanation } from '@flagtower/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { useSourceNames } from '../cells/source-names.ts';
import { useCity } from '../city/city-view.ts';
import { ColumnHeads } from '../look/column-heads.tsx';
import type { WhyQuestion } from '../navigation/ask-why.ts';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { explanationQuery } from './why-requests.ts';
import { whyWords } from './why-words.ts';

/** As many entries as the service gives a page. */
const PAGE = 100;

/** The entries behind a figure, newest first, each with the record that brought it and the way to its dossier. */
export function EntryList({
  question,
  first,
}: {
  readonly question: WhyQuestion;
  readonly first: Explanation;
}): ReactNode {
  const { locale } = useWords();
  const words = whyWords[locale];
  const { ledger } = useStream();
  const zone = useCity()?.zone ?? 'UTC';
  const nameOf = useSourceNames();
  const [page, setPage] = useState(0);
  const { data = first } = useQuery(explanationQuery(ledger, question, page));
  const count = countOf(first);
  const moment = (instant: string): string => momentText(Date.parse(instant), zone);
  const records = new Map(data.records.map((record) => [record.seq, record]));
  if (first.entries.length === 0)
    return (
      <section>
        <h3>4 · {words.entries('0')}</h3>
        <p>{first.balances.length === 0 ? words.notEntries : words.noEntries}</p>
      </section>
    );
  return (
    <section>
      <h3>
        4 · {words.entries(numberText(count, locale))} <span className="note">{words.page(String(page + 1))}</span>
      </h3>
      <div className="why-scroll">
        <table>
          <ColumnHeads names={Object.values(words.entryColumns)} />
          <tbody>
            {data.entries.map((entry) => {
              const record = records.get(entry.seq);
              return (
                <tr
                  key={`${String(entry.seq)} ${entry.effectiveAt} ${entry.measure} ${entry.dossier} ${String(entry.delta)}`}
                >
                  <td className="nowrap">{moment(entry.effectiveAt)}</td>
                  <td>{words.measures[entry.measure] ?? entry.measure}</td>
                  <td>{signedText(entry.delta, locale)}</td>
                  <td>
                    <PageLink
                      href={pageHref(`/drill/dossier/${entry.dossier}`, {}, location.search)}
                      className="nowrap"
                      aria-label={words.openDossier(`…${entry.dossier.slice(-8)}`)}
                    >
                      …{entry.dossier.slice(-8)}
                    </PageLink>
                  </td>
                  <td>
                    {record === undefined
                      ? words.retraction
                      : // A record's own id may hold the dossier's code, which no wall shows.
                        `${nameOf([record.source])}, ${words.seqs(String(entry.seq), String(entry.seq))}`}
                  </td>
                  <td className="nowrap">{record === undefined ? '' : moment(record.recordedAt)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="why-pages">
        <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
          {words.newer}
        </button>
        <button type="button" disabled={(page + 1) * PAGE >= count} onClick={() => setPage(page + 1)}>
          {words.older}
        </button>
      </p>
    </section>
  );
}

/** A measure above and below the line is listed once. */
function countOf({ balances }: Explanation): number {
  return [...new Map(balances.map(({ measure, entries }) => [measure, entries])).values()].reduce(
    (sum, entries) => sum + entries,
    0,
  );
}
