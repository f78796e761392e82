import { minuteMomentText } from '@flagtower/charts';
import type { Account, LedgerName, ListedProposal, ListedReport } from '@flagtower/contracts';
import { hasRole, standingReports } from '@flagtower/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { Field } from '../forms/field.tsx';
import { Problem } from '../forms/problem.tsx';
import { useWords } from '../words/language.tsx';
import type { StatedDefinition } from './report-list.tsx';
import { decide, readProposals } from './report-requests.ts';
import { reportWords } from './report-words.ts';
import { PeriodText, shortValue, StatedValueText } from './stated-cell.tsx';

const lately = 10;

interface QueueProps {
  readonly ledger: LedgerName;
  readonly me: Account;
  readonly reports: readonly ListedReport[];
  readonly definitions: readonly StatedDefinition[];
  readonly zone: string;
}

/** What waits for a second person, and what became of the last ones. */
export function ApprovalQueue(props: QueueProps): ReactNode {
  const { locale } = useWords();
  const words = reportWords[locale].queue;
  const told = useQuery({
    queryKey: ['proposals', props.ledger],
    queryFn: ({ signal }) => readProposals(props.ledger, signal),
    refetchInterval: 30_000,
  });
  const waiting = (told.data ?? []).filter(({ state }) => state === 'waiting');
  const decided = (told.data ?? [])
    .filter(({ decidedAt }) => decidedAt !== null)
    .toSorted((a, b) => ((a.decidedAt ?? '') < (b.decidedAt ?? '') ? 1 : -1))
    .slice(0, lately);
  return (
    <section className="work-section" aria-label={words.title}>
      <h2>{words.title}</h2>
      <Problem error={told.error} />
      {waiting.length === 0 && told.isSuccess ? <p className="label">{words.none}</p> : null}
      <ul className="report-queue">
        {waiting.map((proposal) => (
          <li key={proposal.id}>
            <Waiting {...props} proposal={proposal} />
          </li>
        ))}
      </ul>
      {decided.length === 0 ? null : (
        <details>
          <summary>{words.decided}</summary>
          <ul className="report-history">
            {decided.map((proposal) => (
              <li key={proposal.id}>
                <Head proposal={proposal} definitions={props.definitions} /> · {words.states[proposal.state]}
                {proposal.reason === null ? '' : `: ${proposal.reason}`} ·{' '}
                <span className="note">
                  {words.decidedBy(
                    proposal.decidedBy?.displayName ?? '',
                    momentOrNothing(proposal.decidedAt ?? '', props.zone),
                  )}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function momentOrNothing(instant: string, zone: string): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? '' : minuteMomentText(at, zone);
}

function Head({
  proposal,
  definitions,
}: {
  readonly proposal: ListedProposal;
  readonly definitions: readonly StatedDefinition[];
}): ReactNode {
  const { locale } = useWords();
  const named = definitions.find(({ indicator }) => indicator === proposal.indicator);
  return (
    <>
      <strong>{named?.definition.names[locale] ?? proposal.indicator}</strong> · {proposal.unitNames[locale]} ·{' '}
      <PeriodText period={proposal.period} /> ·{' '}
      <strong>
        <StatedValueText told={proposal} />
      </strong>
    </>
  );
}

function Waiting({
  ledger,
  me,
  reports,
  definitions,
  zone,
  proposal,
}: QueueProps & { readonly proposal: ListedProposal }): ReactNode {
  const { locale } = useWords();
  const words = reportWords[locale].queue;
  const before = standingReports(reports).find(
    ({ indicator, unit, period }) =>
      indicator === proposal.indicator &&
      unit === proposal.unit &&
      period.from === proposal.period.from &&
      period.to === proposal.period.to,
  );
  return (
    <div className="report-waiting">
      <p>
        <Head proposal={proposal} definitions={definitions} />
      </p>
      <p>{proposal.statedBy}</p>
      <p className="note">
        {words.by(proposal.author.displayName, momentOrNothing(proposal.proposedAt, zone))} ·{' '}
        {before === undefined ? words.first : words.before(shortValue(before, locale))}
      </p>
      <Decide ledger={ledger} me={me} proposal={proposal} definitions={definitions} />
    </div>
  );
}

function Decide({
  ledger,
  me,
  proposal,
  definitions,
}: Pick<QueueProps, 'ledger' | 'me' | 'definitions'> & { readonly proposal: ListedProposal }): ReactNode {
  const { locale } = useWords();
  const words = reportWords[locale].queue;
  const queries = useQueryClient();
  const [reason, setReason] = useState<string | null>(null);
  const done = useMutation({
    mutationFn: (verb: 'approve' | 'reject' | 'withdraw') =>
      decide(ledger, proposal.id, verb, verb === 'reject' ? reason : null),
    onSuccess: () => queries.invalidateQueries(),
  });
  const name = definitions.find(({ indicator }) => indicator === proposal.indicator)?.definition.names[locale] ?? '';
  if (proposal.author.id === me.id)
    return (
      <div className="form-buttons">
        <span className="note">{words.own}</span>
        <button
          type="button"
          className="form-button"
          disabled={done.isPending}
          onClick={() => done.mutate('withdraw')}
          aria-label={`${words.withdraw}: ${name}`}
        >
          {words.withdraw}
        </button>
        <Problem error={done.error} />
      </div>
    );
  if (!hasRole(me, 'approver')) return null;
  return (
    <>
      {reason === null ? null : (
        <Field label={words.reason}>
          {(field) => (
            <input {...field} maxLength={300} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
      )}
      <div className="form-buttons">
        <button
          type="button"
          className="form-button form-main"
          disabled={done.isPending}
          aria-label={`${words.approve}: ${name}`}
          onClick={() => done.mutate('approve')}
        >
          {words.approve}
        </button>
        <button
          type="button"
          className="form-button"
          aria-label={`${words.reject}: ${name}`}
          disabled={done.isPending || (reason !== null && reason.trim().length < 3)}
          onClick={() => {
            if (reason === null) setReason('');
            else done.mutate('reject');
          }}
        >
          {words.reject}
        </button>
        <Problem error={done.error} />
      </div>
    </>
  );
}
