import { numberText } from '@flagtower/charts';
import type { KpiAnswer, KpiDefinition } from '@flagtower/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { headsOf, isCounted, listHref, type ListProps } from './figure-parts.ts';
import { rowOf } from './figure-row.ts';
import { Mark } from './look/mark.tsx';
import type { WhyQuestion } from './navigation/ask-why.ts';
import { PageLink } from './navigation/page-link.tsx';
import { useStream } from './stream/stream-context.ts';
import { ROWS_A_PAGE, thingsQuery } from './things/things-requests.ts';
import { ThingsTable } from './things/things-table.tsx';
import { thingsWords } from './things/things-words.ts';
import { WhyPanel } from './why/why-panel.tsx';
import { useWords } from './words/language.tsx';
import { refusalSentence } from './words/refusal-sentence.ts';

/** The parts of a figure, a page of them, each with its reasons. */
export function FigureList(props: ListProps): ReactNode {
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
function noteOf({ formula }: KpiDefinition, { by }: ListProps['search']): 'nearest' | 'ofCatalogue' | null {
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
