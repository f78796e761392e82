import type { Explanation, KpiDefinition } from '@flagtower/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';

import { useCity } from '../city/city-view.ts';
import { Mark } from '../look/mark.tsx';
import type { WhyQuestion } from '../navigation/ask-why.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { refusalSentence } from '../words/refusal-sentence.ts';
import { BalancesSection } from './balances-section.tsx';
import { ConductList } from './conduct-list.tsx';
import { DefinitionSection } from './definition-section.tsx';
import { EntryDays } from './entry-days.tsx';
import { EntryList } from './entry-list.tsx';
import { FormulaSection } from './formula-section.tsx';
import { LimitNote } from './limit-note.tsx';
import { MeasuredList } from './measured-list.tsx';
import { RestatementView } from './restatement-view.tsx';
import { TrustSection } from './trust-section.tsx';
import { valueText } from './value-text.ts';
import { explanationQuery } from './why-requests.ts';
import { whyWords } from './why-words.ts';

import './why.css';

/**
 * The reasons of one figure, over the page that shows it. Escape closes it, and the focus goes back to where it came from.
 * `detail`: the address of the page on which the figure is broken down.
 */
export function WhyPanel({
  question,
  detail,
  things = null,
  onClose,
}: {
  readonly question: WhyQuestion;
  readonly detail?: string;
  /** The address of the list of things that a measured figure is made of; `null`: there is none. */
  readonly things?: string | null;
  readonly onClose: () => void;
}): ReactNode {
  const { locale } = useWords();
  const words = whyWords[locale];
  const ofCatalogue = useCity()?.kpis.find(({ id, formula }) => id === question.kpi && formula.kind === 'catalogue');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="why" aria-labelledby="why-title" onClose={onClose}>
      <header className="why-head">
        <h2 id="why-title">{words.title}</h2>
        <button type="button" className="why-close" aria-label={words.close} onClick={() => dialog.current?.close()}>
          ×
        </button>
      </header>
      {detail === undefined ? null : (
        <p>
          <PageLink href={detail}>{words.detail}</PageLink>
        </p>
      )}
      {things === null ? null : (
        <p>
          <PageLink href={things}>{words.things}</PageLink>
        </p>
      )}
      {ofCatalogue === undefined ? <Reasons question={question} /> : <CatalogueReasons definition={ofCatalogue} />}
    </dialog>
  );
}

/** Made of the catalogue's procedures and of no entries: the page of its parts has all that there is to tell. */
function CatalogueReasons({ definition }: { readonly definition: KpiDefinition }): ReactNode {
  const { locale } = useWords();
  return (
    <>
      <p className="why-about">{definition.names[locale]}</p>
      <DefinitionSection definition={definition} />
      <p>{whyWords[locale].ofCatalogue}</p>
    </>
  );
}

function Reasons({ question }: { readonly question: WhyQuestion }): ReactNode {
  const { locale } = useWords();
  const words = whyWords[locale];
  const { ledger } = useStream();
  const { data, error } = useQuery(explanationQuery(ledger, question, 0));
  if (data === undefined)
    return error === null ? (
      <output className="note">{words.loading}…</output>
    ) : (
      <p role="alert">
        <Mark level="critical" name={null} size={16} /> {words.failed} {refusalSentence(error, locale)}
      </p>
    );
  return (
    <>
      <p className="why-about">
        {data.definition.names[locale]}{' '}
        <b>{valueText(data.answer.values[0]?.value ?? null, data.definition.unitOfMeasure, locale)}</b>
        <br />
        <span className="note">{question.about}</span>
      </p>
      <DefinitionSection definition={data.definition} />
      <LimitNote explanation={data} procedure={question.procedure} />
      {data.definition.formula.kind === 'conduct' ? (
        <ConductList conduct={data.conduct} />
      ) : data.measured !== null ? (
        <MeasuredList question={question} first={data} />
      ) : (
        <Entries question={question} explanation={data} />
      )}
      <TrustSection explanation={data} />
    </>
  );
}

/** Of what is added up from entries of cases. */
function Entries({
  question,
  explanation,
}: {
  readonly question: WhyQuestion;
  readonly explanation: Explanation;
}): ReactNode {
  return (
    <>
      <FormulaSection explanation={explanation} />
      <BalancesSection explanation={explanation} />
      <EntryDays explanation={explanation} />
      <EntryList question={question} first={explanation} />
      <RestatementView question={question} unitOfMeasure={explanation.definition.unitOfMeasure} />
    </>
  );
}
