import { minuteMomentText } from '@flagtower/charts';
import type { CityView, ListedIncident } from '@flagtower/contracts';
import { handSource } from '@flagtower/domain';
import type { ReactNode } from 'react';

import { useSourceNames } from '../cells/source-names.ts';
import { levelColor } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { useWords } from '../words/language.tsx';
import { aboutText, incidentLevel } from './incident-text.ts';
import { incidentWords } from './incident-words.ts';

/** How serious, in whose hands, and whether its sources say that it is over. */
export function IncidentStateText({ incident }: { readonly incident: ListedIncident }): ReactNode {
  const words = incidentWords[useWords().locale];
  const level = incidentLevel(incident);
  return (
    <>
      <Mark level={level} name={null} />{' '}
      <span style={{ color: levelColor(level) }}>{words.severities[incident.severity]}</span> ·{' '}
      {words.states[incident.state]}
      {incident.over && incident.state !== 'closed' ? <span className="note"> · {words.over}</span> : null}
    </>
  );
}

/** What is told of it now, where that is not what made it as serious as it is. */
export function LatestText({
  incident: { latest },
  city,
  zone,
}: {
  readonly incident: ListedIncident;
  readonly city: CityView | null;
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  if (latest === null) return null;
  const at = minuteMomentText(Date.parse(latest.at), zone);
  return <div className="note">{incidentWords[locale].latest(aboutText(latest.about, city, locale), at)}</div>;
}

/** Who tells of it; a source that is silent says nothing of its end. */
export function IncidentSources({
  sources,
  zone,
}: Pick<ListedIncident, 'sources'> & { readonly zone: string }): ReactNode {
  const words = incidentWords[useWords().locale];
  const nameOf = useSourceName();
  return (
    <ul className="incident-sources">
      {sources.map(({ id, silentSince }) => (
        <li key={id}>
          {silentSince === null ? (
            nameOf(id)
          ) : (
            <>
              <Mark level="lost" name={null} size={14} />{' '}
              {words.silentSince(nameOf(id), minuteMomentText(Date.parse(silentSince), zone))}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

export function useSourceName(): (id: string) => string {
  const words = incidentWords[useWords().locale];
  const names = useSourceNames();
  return (id) => (id === handSource ? words.people : names([id]));
}
