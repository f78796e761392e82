import { minuteMomentText, numberText } from '@flagtower/charts';
import type { CityStage, CityView, ListedIncident } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { Mark } from '../look/mark.tsx';
import { stageLevel } from '../look/stage-level.ts';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import { stageWords } from '../words/stage-words.ts';
import { IncidentSources } from './incident-state.tsx';
import { aboutText, placeText } from './incident-text.ts';
import { incidentWords } from './incident-words.ts';

/** The rung that the city stands on and since when, the condition that was met and by what, and whose rule it is. */
export function StageNote({
  stage,
  incidents,
  city,
  zone,
}: {
  readonly stage: CityStage;
  /** Those that are listed below. */
  readonly incidents: readonly ListedIncident[];
  readonly city: CityView | null;
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const words = incidentWords[locale];
  const name = words.stage(String(stage.stage), stage.names[locale]);
  const { because, since, silent } = stage;
  return (
    <section className="work-section" aria-label={name}>
      <h2>
        <Mark level={stageLevel(stage)} name={null} size={18} /> {name}
        {since === null ? null : (
          <span className="note"> · {stageWords[locale].since(minuteMomentText(Date.parse(since), zone))}</span>
        )}
      </h2>
      <p>
        {because === null
          ? words.noBecause
          : words.because(
              numberText(because.met, locale),
              words.severities[because.minSeverity],
              numberText(because.count, locale),
            )}{' '}
        <span className="note">{stage.basis[locale]}.</span>
      </p>
      <Makers stage={stage} incidents={incidents} city={city} />
      {stage.tellers === 0 ? <p className="note">{words.noTellers}</p> : null}
      {silent.length === 0 ? null : (
        <details>
          <summary>{words.silentTellers(numberText(silent.length, locale))}</summary>
          <IncidentSources sources={silent} zone={zone} />
        </details>
      )}
    </section>
  );
}

function Makers({ stage, incidents, city }: Omit<Parameters<typeof StageNote>[0], 'zone'>): ReactNode {
  const { locale } = useWords();
  if (stage.incidents.length === 0) return null;
  const listed = new Map(incidents.map((incident) => [incident.id, incident]));
  return (
    <ul className="stage-makers">
      {stage.incidents.map((id) => {
        const known = listed.get(id);
        const place = known === undefined ? null : placeText(known, city, locale);
        return (
          <li key={id}>
            <PageLink href={pageHref(`/incidents/${id}`, {}, location.search)}>
              {known === undefined ? id : aboutText(known.about, city, locale)}
            </PageLink>
            {place === null ? null : <span className="note stage-place clip"> {place}</span>}
          </li>
        );
      })}
    </ul>
  );
}
