import type { CityView, IncidentLogLine } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { entityPath } from '../navigation/center-path.ts';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';

/** Back from an incident to who told of it: the thing that measures, with its day, and the source. */
export function TellerLink({
  line: { about, source },
  city,
  name,
}: {
  readonly line: Extract<IncidentLogLine, { line: 'telling' }>;
  readonly city: CityView | null;
  /** Of the source. */
  readonly name: string;
}): ReactNode {
  const rule =
    about.from === 'threshold' ? city?.incidents?.thresholds.find(({ id }) => id === about.threshold) : undefined;
  const center = city?.incidents?.kinds.find(({ id }) => id === rule?.kind)?.center;
  return (
    <>
      {about.from !== 'threshold' ? null : rule === undefined || center === undefined ? (
        `${about.entity} · `
      ) : (
        <>
          <PageLink href={pageHref(entityPath(center, about.entity), { feed: rule.feed }, location.search)}>
            {about.entity}
          </PageLink>{' '}
          ·{' '}
        </>
      )}
      <PageLink href={pageHref('/sources', { source }, location.search)}>{name}</PageLink>
    </>
  );
}
