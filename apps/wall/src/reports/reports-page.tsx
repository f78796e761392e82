import { hasRole } from '@flagtower/domain';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';

import { useCity } from '../city/city-view.ts';
import { Field } from '../forms/field.tsx';
import { Problem } from '../forms/problem.tsx';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useMe } from '../session/me.ts';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { ApprovalQueue } from './approval-queue.tsx';
import { ReportFileForm } from './report-file.tsx';
import { ReportForm } from './report-form.tsx';
import { ReportList, statedDefinitions } from './report-list.tsx';
import { readReports } from './report-requests.ts';
import { reportWords } from './report-words.ts';

import '../forms/forms.css';
import './reports.css';

/** Stated figures: read, entered, approved. */
export function ReportsPage(): ReactNode {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  return (
    <QueryClientProvider client={queries}>
      <Reports />
    </QueryClientProvider>
  );
}

function Reports(): ReactNode {
  const { locale } = useWords();
  const words = reportWords[locale];
  const city = useCity();
  const { ledger } = useStream();
  const me = useMe();
  const [find, setFind] = useState(() => new URLSearchParams(location.search).get('find') ?? '');
  const definitions = useMemo(() => statedDefinitions(city?.kpis ?? []), [city]);
  const told = useQuery({
    queryKey: ['reports', ledger],
    queryFn: ({ signal }) => readReports(new URLSearchParams({ ledger }), signal),
    refetchInterval: 30_000,
  });
  const zone = city?.zone ?? 'UTC';
  const reports = told.data ?? [];
  const person = me === 'unknown' || me === null ? null : me;
  return (
    <main className="work-page">
      <h1>{words.title}</h1>
      <p className="label">{words.intro}</p>
      {me === null ? (
        <p>
          <PageLink href={pageHref('/sign-in', { next: '/reports' }, location.search)}>{words.signIn}</PageLink>{' '}
          {words.signInWhy}
        </p>
      ) : null}
      {person !== null && hasRole(person, 'steward') ? (
        <>
          <ApprovalQueue ledger={ledger} me={person} reports={reports} definitions={definitions} zone={zone} />
          <div className="report-enter">
            <ReportForm ledger={ledger} definitions={definitions} />
            <ReportFileForm ledger={ledger} />
          </div>
        </>
      ) : null}
      <Field label={words.find}>
        {(field) => <input {...field} type="search" value={find} onChange={({ target }) => setFind(target.value)} />}
      </Field>
      <Problem error={told.error} />
      <ReportList reports={reports} definitions={definitions} find={find} zone={zone} />
    </main>
  );
}
