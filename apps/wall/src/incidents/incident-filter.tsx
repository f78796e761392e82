import { incidentStateSchema, type CityView } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { Field } from '../forms/field.tsx';
import { useGoTo } from '../navigation/go-to.ts';
import { pageHref } from '../navigation/page-href.ts';
import { useWords } from '../words/language.tsx';
import { stateChoices, type IncidentsSearch } from './incident-requests.ts';
import { incidentWords } from './incident-words.ts';

interface FilterProps {
  readonly search: IncidentsSearch;
  readonly city: CityView | null;
}

/** Chooses by center and by state; the choice is the address. */
export function IncidentFilter(props: FilterProps): ReactNode {
  const words = incidentWords[useWords().locale];
  return (
    <search className="form-grid" aria-label={words.filter}>
      <CenterChoice {...props} />
      <StateChoice search={props.search} />
    </search>
  );
}

function CenterChoice({ search, city }: FilterProps): ReactNode {
  const { locale } = useWords();
  const words = incidentWords[locale];
  const goTo = useGoTo();
  const owners = new Set(city?.incidents?.kinds.map(({ center }) => center));
  return (
    <Field label={words.center}>
      {(field) => (
        <select
          {...field}
          value={search.center ?? ''}
          onChange={({ target: { value } }) => goTo(hrefOf({ ...search, center: value === '' ? undefined : value }))}
        >
          <option value="">{words.allCenters}</option>
          {city?.centers
            .filter(({ id }) => owners.has(id))
            .map(({ id, names }) => (
              <option key={id} value={id}>
                {names[locale]}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
}

function StateChoice({ search }: Pick<FilterProps, 'search'>): ReactNode {
  const words = incidentWords[useWords().locale];
  const goTo = useGoTo();
  return (
    <Field label={words.state}>
      {(field) => (
        <select
          {...field}
          value={search.state ?? ''}
          onChange={({ target: { value } }) =>
            goTo(hrefOf({ ...search, state: stateChoices.find((state) => state === value) }))
          }
        >
          <option value="">{words.lately}</option>
          <option value="open">{words.open}</option>
          {incidentStateSchema.options.map((state) => (
            <option key={state} value={state}>
              {words.states[state]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function hrefOf({ center, state }: IncidentsSearch): string {
  return pageHref('/incidents', { center, state }, location.search);
}
