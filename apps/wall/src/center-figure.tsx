import type { Center, CityView } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { FigureList } from './figure-list.tsx';
import { breakdownOf, hasParts, headsOf, listHref, type ListProps } from './figure-parts.ts';
import { centerPath } from './navigation/center-path.ts';
import { pageHref } from './navigation/page-href.ts';
import { PageLink } from './navigation/page-link.tsx';
import { useThingsSearch } from './things/things-search.ts';
import { thingsWords } from './things/things-words.ts';
import { useWords } from './words/language.tsx';

/**
 * `/centers/{id}/figures/{kpi}`: what a measured figure is made of, thing by thing, by unit or by group, the worst first; and a figure of
 * the catalogue by the level that handles the procedures, and by unit.
 */
export function CenterFigure({
  city,
  center,
  kpi,
}: {
  readonly city: CityView;
  readonly center: Center;
  readonly kpi: string;
}): ReactNode {
  const { locale } = useWords();
  const words = thingsWords[locale];
  const told = useThingsSearch();
  const definition = city.kpis.find((one) => one.id === kpi && hasParts(city, one));
  const search = { ...told, by: breakdownOf(definition, told.by) };
  return (
    <main className="things-page" data-kpi={kpi}>
      <p>
        <PageLink href={pageHref(centerPath(center.id), {}, location.search)}>
          {words.back(center.names[locale])}
        </PageLink>
      </p>
      {definition === undefined ? (
        <h1>{words.unknownFigure}</h1>
      ) : (
        <>
          <h1>{definition.names[locale]}</h1>
          <p className="note">{definition.meaning[locale]}</p>
          <Cuts city={city} center={center} definition={definition} search={search} />
          <FigureList city={city} center={center} definition={definition} search={search} />
        </>
      )}
    </main>
  );
}

function Cuts(props: ListProps): ReactNode {
  const { center, definition, search } = props;
  const { locale } = useWords();
  const heads = headsOf(props, locale);
  return (
    <nav className="things-cuts" aria-label={thingsWords[locale].by}>
      <span className="note">{thingsWords[locale].by}</span>
      {(['level', 'procedure', 'entity', 'unit', 'group'] as const).map((by) =>
        heads[by] === null ? null : (
          <PageLink
            key={by}
            aria-current={search.by === by}
            href={listHref(center.id, definition.id, { ...search, by, page: 0 })}
          >
            {heads[by]}
          </PageLink>
        ),
      )}
    </nav>
  );
}
