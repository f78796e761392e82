import { minuteMomentText } from '@flagtower/charts';
import { deedRole, type CityView } from '@flagtower/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { Problem } from '../forms/problem.tsx';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useMay } from '../session/use-may.ts';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { DeedForm } from './deed-form.tsx';
import { IncidentLog } from './incident-log.tsx';
import { readIncident, type IncidentDetail as Detail } from './incident-requests.ts';
import { IncidentSources, IncidentStateText, LatestText } from './incident-state.tsx';
import { aboutText, kindName, placeText } from './incident-text.ts';
import { incidentWords } from './incident-words.ts';
import { ThresholdRule } from './threshold-rule.tsx';

interface DetailProps {
  readonly city: CityView | null;
  readonly zone: string;
}

/** One incident: how it stands, what was told and done, and what can be done. */
export function IncidentDetail({ id, ...props }: DetailProps & { readonly id: string }): ReactNode {
  const words = incidentWords[useWords().locale];
  const { ledger } = useStream();
  const mayAct = useMay(deedRole);
  const told = useQuery({
    queryKey: ['incident', ledger, id],
    queryFn: ({ signal }) => readIncident(ledger, id, signal),
    refetchInterval: 10_000,
  });
  return (
    <>
      <p>
        <PageLink href={pageHref('/incidents', {}, location.search)}>← {words.back}</PageLink>
      </p>
      <Problem error={told.error} />
      {told.data === undefined ? null : (
        <>
          <Facts {...props} incident={told.data.incident} />
          <IncidentLog {...props} log={told.data.log} />
          {mayAct ? <DeedForm incident={told.data.incident} /> : <p className="note">{words.mayNot}</p>}
        </>
      )}
    </>
  );
}

function Facts({ incident, city, zone }: DetailProps & Pick<Detail, 'incident'>): ReactNode {
  const { locale } = useWords();
  const words = incidentWords[locale];
  const { columns } = words;
  const owner = city?.centers.find(({ id }) => id === incident.center)?.names[locale] ?? incident.center;
  const until = incident.to === null ? '' : ` ${words.until(minuteMomentText(Date.parse(incident.to), zone))}`;
  return (
    <section className="work-section" aria-label={aboutText(incident.about, city, locale)}>
      <h2>{aboutText(incident.about, city, locale)}</h2>
      <p>
        <IncidentStateText incident={incident} />
      </p>
      <LatestText incident={incident} city={city} zone={zone} />
      <ThresholdRule about={incident.about} city={city} />
      <dl className="incident-facts">
        <dt>{words.kind}</dt>
        <dd>{kindName(incident.kind, city, locale)}</dd>
        <dt>{words.center}</dt>
        <dd>
          <PageLink href={pageHref(`/centers/${incident.center}`, {}, location.search)}>{owner}</PageLink>
        </dd>
        <dt>{columns.place}</dt>
        <dd>{placeText(incident, city, locale) ?? words.noPlace}</dd>
        <dt>{columns.from}</dt>
        <dd>
          {minuteMomentText(Date.parse(incident.from), zone)}
          {until}
        </dd>
        {incident.raisedBy === null ? null : (
          <>
            <dt>{words.raiser}</dt>
            <dd>{incident.raisedBy.displayName}</dd>
          </>
        )}
        <dt>{columns.sources}</dt>
        <dd>
          <IncidentSources sources={incident.sources} zone={zone} />
        </dd>
      </dl>
      {incident.follows === null ? null : (
        <p>
          <PageLink href={pageHref(`/incidents/${incident.follows}`, {}, location.search)}>{words.follows}</PageLink>
        </p>
      )}
    </section>
  );
}
