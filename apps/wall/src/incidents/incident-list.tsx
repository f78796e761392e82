import { minuteMomentText, numberText } from '@flagtower/charts';
import { deedRole, type CityView, type ListedIncident } from '@flagtower/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { Problem } from '../forms/problem.tsx';
import { ColumnHeads } from '../look/column-heads.tsx';
import { Panel } from '../look/panel.tsx';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useMay } from '../session/use-may.ts';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { IncidentFilter } from './incident-filter.tsx';
import { readIncidents, type IncidentsSearch } from './incident-requests.ts';
import { IncidentSources, IncidentStateText, LatestText } from './incident-state.tsx';
import { aboutText, kindName, placeText } from './incident-text.ts';
import { incidentWords } from './incident-words.ts';
import { raiseWords } from './raise-words.ts';
import { StageNote } from './stage-note.tsx';

interface ListProps {
  readonly search: IncidentsSearch;
  readonly city: CityView | null;
  readonly zone: string;
}

/** The city's stage and what makes it, then every incident that was chosen. */
export function IncidentList({ search, city, zone }: ListProps): ReactNode {
  const { locale } = useWords();
  const words = incidentWords[locale];
  const { ledger } = useStream();
  const mayRaise = useMay(deedRole);
  const told = useQuery({
    queryKey: ['incidents', ledger, search],
    queryFn: ({ signal }) => readIncidents(ledger, search, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
  return (
    <>
      {told.data === undefined || told.data.stage === null ? null : (
        <StageNote stage={told.data.stage} incidents={told.data.incidents} city={city} zone={zone} />
      )}
      {mayRaise ? (
        <p>
          <PageLink className="form-button raise-way" href={pageHref('/incidents/new', {}, location.search)}>
            {raiseWords[locale].way}
          </PageLink>
        </p>
      ) : null}
      <IncidentFilter search={search} city={city} />
      <Problem error={told.error} />
      {told.data === undefined ? null : (
        <Panel
          area="incidents"
          name={words.title}
          title={words.cut(numberText(told.data.incidents.length, locale), numberText(told.data.total, locale))}
          measured={words.measured}
        >
          {told.data.incidents.length === 0 ? (
            <p className="label">{words.none}</p>
          ) : (
            <div className="table-scroll">
              <Table incidents={told.data.incidents} city={city} zone={zone} />
            </div>
          )}
        </Panel>
      )}
    </>
  );
}

function Table({
  incidents,
  city,
  zone,
}: Omit<ListProps, 'search'> & { readonly incidents: readonly ListedIncident[] }): ReactNode {
  const { locale } = useWords();
  const words = incidentWords[locale];
  const { columns } = words;
  return (
    <table className="work-table" aria-label={words.title}>
      <ColumnHeads names={[columns.incident, columns.state, columns.place, columns.from, columns.sources]} />
      <tbody>
        {incidents.map((incident) => (
          <tr key={incident.id}>
            <th scope="row">
              <PageLink href={pageHref(`/incidents/${incident.id}`, {}, location.search)}>
                {aboutText(incident.about, city, locale)}
              </PageLink>
              <div className="note">
                {kindName(incident.kind, city, locale)}
                {incident.raisedBy === null ? null : ` · ${words.raisedBy(incident.raisedBy.displayName)}`}
              </div>
              <LatestText incident={incident} city={city} zone={zone} />
            </th>
            <td>
              <IncidentStateText incident={incident} />
            </td>
            <td data-label={columns.place}>{placeText(incident, city, locale) ?? words.noPlace}</td>
            <td data-label={columns.from}>
              {minuteMomentText(Date.parse(incident.from), zone)}
              {incident.to === null ? null : (
                <div className="note">{words.until(minuteMomentText(Date.parse(incident.to), zone))}</div>
              )}
            </td>
            <td data-label={columns.sources}>
              <IncidentSources sources={incident.sources} zone={zone} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
