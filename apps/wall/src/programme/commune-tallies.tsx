import { calendarDayText, numberText } from '@flagtower/charts';
import type { ProgrammeTally } from '@flagtower/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { Problem } from '../forms/problem.tsx';
import { useWords } from '../words/language.tsx';
import { readProgramme, type ProgrammeQuestion } from './programme-requests.ts';
import { ProgrammeTable } from './programme-table.tsx';
import { programmeWords } from './programme-words.ts';
import { targetText } from './row-text.ts';
import { StateMark, stateOrder } from './state-mark.tsx';

/** How many communes are where with a target; each of them where somebody asks. */
export function CommuneTallies({
  tallies,
  question,
  zone,
}: {
  readonly tallies: readonly ProgrammeTally[];
  readonly question: ProgrammeQuestion;
  readonly zone: string;
}): ReactNode {
  return (
    <ul className="programme-tallies">
      {tallies.map((tally) => (
        <li key={tally.kpi}>
          <Tally tally={tally} question={question} zone={zone} />
        </li>
      ))}
    </ul>
  );
}

function Tally({
  tally,
  question,
  zone,
}: {
  readonly tally: ProgrammeTally;
  readonly question: ProgrammeQuestion;
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const words = programmeWords[locale];
  const [isOpen, setOpen] = useState(false);
  const { names, target, units, states, kpi } = tally;
  const unitOfMeasure = '1';
  return (
    <>
      <div className="programme-tally">
        <div>
          <strong>{names[locale]}</strong>
          <div className="note">
            {words.communes(numberText(units, locale))} · {targetText(target, unitOfMeasure, locale)} ·{' '}
            {words.by(calendarDayText(target.by))}
          </div>
        </div>
        <TallyBar states={states} units={units} />
        <ul className="programme-counts">
          {stateOrder.map((state) =>
            states[state] === 0 ? null : (
              <li key={state}>
                {numberText(states[state], locale)} <StateMark state={state} />
              </li>
            ),
          )}
        </ul>
        <button type="button" className="form-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.hideCommunes : words.listCommunes}
        </button>
      </div>
      {isOpen ? <Communes kpi={kpi} question={question} zone={zone} name={names[locale]} /> : null}
    </>
  );
}

const fills = {
  missed: 'var(--son)',
  behind: 'var(--gold)',
  unknown: 'var(--g2)',
  'on-pace': 'var(--ink3)',
  met: 'var(--ink2)',
} as const;

function TallyBar({ states, units }: Pick<ProgrammeTally, 'states' | 'units'>): ReactNode {
  const parts = stateOrder.map((state, index) => ({
    state,
    count: states[state],
    from: stateOrder.slice(0, index).reduce((sum, before) => sum + states[before], 0),
  }));
  return (
    <svg className="way-bullet" viewBox={`0 0 ${units} 18`} preserveAspectRatio="none" aria-hidden="true">
      {parts.map(({ state, count, from }) => (
        <rect key={state} x={from} y="2" width={count} height="10" fill={fills[state]} />
      ))}
    </svg>
  );
}

/** The worst first: who has to act stands on top. */
function Communes({
  kpi,
  question,
  zone,
  name,
}: {
  readonly kpi: string;
  readonly question: ProgrammeQuestion;
  readonly zone: string;
  readonly name: string;
}): ReactNode {
  const told = useQuery({
    queryKey: ['programme', question, 'communes'],
    queryFn: ({ signal }) => readProgramme(question, true, signal),
  });
  const rows = (told.data?.rows ?? [])
    .filter((row) => row.kpi === kpi)
    .toSorted((a, b) => placeOf(a.state) - placeOf(b.state) || (a.value ?? 2) - (b.value ?? 2));
  return (
    <>
      <Problem error={told.error} />
      <div className="table-scroll">
        {told.data === undefined ? null : <ProgrammeTable rows={rows} cut={told.data} zone={zone} name={name} />}
      </div>
    </>
  );
}

function placeOf(state: (typeof stateOrder)[number] | null): number {
  return state === null ? stateOrder.length : stateOrder.indexOf(state);
}
