import { calendarDayText, momentText, numberText, shareText, spanText } from '@flagtower/charts';
import { FlagtowerError, type Explanation, type KpiDefinition } from '@flagtower/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';

import { useSourceNames } from '../cells/source-names.ts';
import { useCity } from '../city/city-view.ts';
import { Mark } from '../look/mark.tsx';
import type { WhyQuestion } from '../navigation/ask-why.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { ConductList } from './conduct-list.tsx';
import { EntryList } from './entry-list.tsx';
import { formulaNumbers } from './formula-numbers.ts';
import { LimitNote } from './limit-note.tsx';
import { MeasuredList } from './measured-list.tsx';
import { RestatementView } from './restatement-view.tsx';
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
      <Definition definition={definition} />
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
        <Mark level="critical" name={null} size={16} /> {words.failed}{' '}
        {error instanceof FlagtowerError ? `${error.message}. ${error.remedy ?? ''}` : ''}
      </p>
    );
  return (
    <>
      <p className="why-about">
        {data.definition.names[locale]} <b>{valueText(data, locale)}</b>
        <br />
        <span className="note">{question.about}</span>
      </p>
      <Definition definition={data.definition} />
      <LimitNote explanation={data} procedure={question.procedure} />
      {data.definition.formula.kind === 'conduct' ? (
        <ConductList conduct={data.conduct} />
      ) : data.measured !== null ? (
        <MeasuredList question={question} first={data} />
      ) : (
        <Entries question={question} explanation={data} />
      )}
      <Trust explanation={data} />
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
      <Formula explanation={explanation} />
      <Balances explanation={explanation} />
      <Days explanation={explanation} />
      <EntryList question={question} first={explanation} />
      <RestatementView question={question} unitOfMeasure={explanation.definition.unitOfMeasure} />
    </>
  );
}

function valueText({ answer: { values } }: Explanation, locale: 'vi' | 'en'): string {
  const [figure] = values;
  if (figure === undefined || figure.value === null) return '—';
  if (figure.unitOfMeasure === '1') return shareText(figure.value, locale, 2);
  return figure.unitOfMeasure === 'ms' ? spanText(figure.value, locale) : numberText(figure.value, locale);
}

function Definition({ definition }: { readonly definition: KpiDefinition }): ReactNode {
  const { locale } = useWords();
  const words = whyWords[locale];
  return (
    <section>
      <h3>
        1 · {words.definition}{' '}
        <span className="note">{words.version(String(definition.version), calendarDayText(definition.validFrom))}</span>
      </h3>
      <p>{definition.meaning[locale]}</p>
      <p className="note">
        {words.basis}: {definition.basis[locale]}
      </p>
    </section>
  );
}

/** The formula with its numbers, and whether they make the number that is shown. */
function Formula({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const { locale } = useWords();
  const words = whyWords[locale];
  const numbers = formulaNumbers(explanation);
  if (explanation.definition.formula.kind === 'handling-time')
    return (
      <section>
        <h3>2 · {words.formula}</h3>
        <p>{words.byStatistic}</p>
      </section>
    );
  if (numbers === null) return null;
  const line = (terms: typeof numbers.numerator): string =>
    terms
      .map(({ measure, sign, sum }, index) => {
        const joint = sign < 0 ? ' − ' : index === 0 ? '' : ' + ';
        return `${joint}${numberText(sum, locale)} ${words.measures[measure] ?? measure}`;
      })
      .join('');
  return (
    <section>
      <h3>2 · {words.formula}</h3>
      <p className="why-formula">
        <span className="why-fraction">
          <span>{line(numbers.numerator)}</span>
          {numbers.denominator.length === 0 ? null : <span className="why-lower">{line(numbers.denominator)}</span>}
        </span>
        <span>= {valueText(explanation, locale)}</span>
      </p>
      <p className="note">
        <Mark level={numbers.matches ? 'normal' : 'critical'} name={null} size={14} />{' '}
        {numbers.matches ? words.matches : words.differs(String(numbers.value))}
      </p>
    </section>
  );
}

function Balances({ explanation: { balances } }: { readonly explanation: Explanation }): ReactNode {
  const { locale } = useWords();
  const words = whyWords[locale];
  if (balances.length === 0) return null;
  const hasLower = balances.some(({ role }) => role === 'denominator');
  return (
    <section>
      <h3>3 · {words.balances}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns.measure}</th>
            {hasLower ? <th scope="col">{words.columns.role}</th> : null}
            <th scope="col">{words.columns.sum}</th>
            <th scope="col">{words.columns.entries}</th>
            <th scope="col">{words.columns.records}</th>
          </tr>
        </thead>
        <tbody>
          {balances.map(({ measure, role, sign, sum, entries, records }) => (
            <tr key={`${role} ${measure}`}>
              <th scope="row">
                {sign < 0 ? '− ' : ''}
                {words.measures[measure] ?? measure}
              </th>
              {hasLower ? <td>{role === 'numerator' ? words.numerator : words.denominator}</td> : null}
              <td>{numberText(sum, locale)}</td>
              <td>{numberText(entries, locale)}</td>
              <td>{numberText(records, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const MOST_DAYS = 92;

/** How many entries took effect each day: where a figure suddenly came from. */
function Days({ explanation: { days } }: { readonly explanation: Explanation }): ReactNode {
  const { locale } = useWords();
  const words = whyWords[locale];
  const byDay = new Map<string, number>();
  for (const { day, entries } of days) byDay.set(day, (byDay.get(day) ?? 0) + entries);
  const shown = [...byDay].slice(0, MOST_DAYS).toReversed();
  const most = Math.max(1, ...shown.map(([, entries]) => entries));
  // One day is no course: the sums above have said it.
  if (shown.length < 2) return null;
  const title = words.days(numberText(shown.length, locale));
  return (
    <section>
      <h3>{title}</h3>
      <svg
        className="why-days"
        viewBox={`0 0 ${String(shown.length * 6)} 60`}
        preserveAspectRatio="none"
        role="img"
        aria-label={title}
      >
        {shown.map(([day, entries], index) => (
          <rect key={day} x={index * 6 + 0.5} width="5" y={60 - (entries / most) * 58} height={(entries / most) * 58}>
            <title>{`${calendarDayText(day)}: ${numberText(entries, locale)}`}</title>
          </rect>
        ))}
      </svg>
      <p className="note why-days-ends">
        <span>{calendarDayText(shown[0]?.[0] ?? '')}</span>
        <span>{calendarDayText(shown.at(-1)?.[0] ?? '')}</span>
      </p>
    </section>
  );
}

function Trust({ explanation: { audit, answer, definition } }: { readonly explanation: Explanation }): ReactNode {
  const { locale, freshness } = useWords();
  const words = whyWords[locale];
  const zone = useCity()?.zone ?? 'UTC';
  const nameOf = useSourceNames();
  const moment = (instant: string): string => momentText(Date.parse(instant), zone);
  const figure = answer.values[0];
  // Its sources are listed above, each with its own state.
  const isConduct = definition.formula.kind === 'conduct';
  const isSound = audit === null || audit.differences === 0;
  const coverage = shareText(audit?.coverage ?? 0, locale);
  return (
    <section>
      <h3>{words.trust}</h3>
      <p>
        <Mark level={audit === null ? 'none' : isSound ? 'normal' : 'critical'} name={null} size={14} />{' '}
        {audit === null
          ? words.noAudit
          : isSound
            ? words.audit(moment(audit.at), coverage)
            : words.auditDiffers(moment(audit.at), numberText(audit.differences, locale))}
      </p>
      {(isConduct ? [] : (figure?.source ?? [])).map((source) => (
        <p key={source} className="note">
          {words.source(nameOf([source]), freshness.states[figure?.freshness.state ?? 'none'])}
          {figure?.freshness.observedAt === null || figure === undefined
            ? ''
            : `, ${moment(figure.freshness.observedAt)}`}
        </p>
      ))}
    </section>
  );
}
