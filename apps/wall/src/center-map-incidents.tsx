import { momentText } from '@flagtower/charts';
import type { CityView, IncidentCell } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { knownOf } from './cells/cell.ts';
import { useIncidents } from './cells/use-cells.ts';
import { aboutText, incidentLevel, kindName, placeText } from './incidents/incident-text.ts';
import { Mark } from './look/mark.tsx';
import { layerWords } from './map-layers/layer-words.ts';
import { pageHref } from './navigation/page-href.ts';
import { PageLink } from './navigation/page-link.tsx';
import { useWords } from './words/language.tsx';

/** An incident: what happened, where, and the way to its log. */
export function IncidentLines({
  city,
  incident: key,
}: {
  readonly city: CityView;
  readonly incident: string;
}): ReactNode {
  const { locale } = useWords();
  const incident = knownOf(useIncidents().all.get(key) ?? { kind: 'absent' });
  if (incident === null) return null;
  return (
    <li>
      <IncidentLink city={city} id={key} incident={incident} />
      <p>{aboutText(incident.about, city, locale)}</p>
      <p className="note">
        {[placeText(incident, city, locale), layerWords[locale].since(momentText(Date.parse(incident.from), city.zone))]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
    </li>
  );
}

/** The way to the incident that its values made, as long as it is open. */
export function IncidentOfThing({
  city,
  feed,
  entity,
}: {
  readonly city: CityView;
  readonly feed: string;
  readonly entity: string;
}): ReactNode {
  const { all } = useIncidents();
  const rules = city.incidents?.thresholds.filter((threshold) => threshold.feed === feed).map(({ id }) => id) ?? [];
  const made = [...all].find(([, cell]) => {
    const about = knownOf(cell)?.about;
    return about?.from === 'threshold' && about.entity === entity && rules.includes(about.threshold);
  });
  const incident = made === undefined ? null : knownOf(made[1]);
  if (made === undefined || incident === null) return null;
  return <IncidentLink city={city} id={made[0]} incident={incident} />;
}

function IncidentLink({
  city,
  id,
  incident,
}: {
  readonly city: CityView;
  readonly id: string;
  readonly incident: IncidentCell;
}): ReactNode {
  const { locale, marks } = useWords();
  const level = incidentLevel(incident);
  return (
    <p>
      <Mark level={level} name={marks[level]} size={14} />{' '}
      <PageLink href={pageHref(`/incidents/${encodeURIComponent(id)}`, {}, location.search)}>
        {kindName(incident.kind, city, locale)}
      </PageLink>
    </p>
  );
}
