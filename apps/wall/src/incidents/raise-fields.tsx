import type { CityView } from '@flagtower/contracts';
import { useMemo, type ReactNode } from 'react';

import { currentUnits } from '../city/current-units.ts';
import { Field } from '../forms/field.tsx';
import { useWords } from '../words/language.tsx';
import { incidentWords } from './incident-words.ts';
import type { RaiseField, TypedIncident } from './raise-draft.ts';
import { raiseWords } from './raise-words.ts';

interface FieldsProps {
  readonly city: CityView | null;
  readonly typed: TypedIncident;
  /** What is wrong with a field, in words; `undefined`: nothing that is known. */
  readonly faultOf: (field: RaiseField) => string | undefined;
  readonly onType: (part: Partial<TypedIncident>) => void;
}

const severities = [1, 2, 3, 4] as const;

export function WhatField({ typed, faultOf, onType }: FieldsProps): ReactNode {
  const words = raiseWords[useWords().locale];
  return (
    <Field label={words.labels.text} hint={words.hints.text} wrong={faultOf('text')}>
      {(field) => (
        <textarea
          {...field}
          rows={3}
          required
          maxLength={500}
          value={typed.text}
          onChange={({ target }) => onType({ text: target.value })}
        />
      )}
    </Field>
  );
}

/** What it is, how bad, and who looks after it. */
export function KindFields(props: FieldsProps): ReactNode {
  const { typed, faultOf, onType } = props;
  const { locale } = useWords();
  const words = raiseWords[locale];
  return (
    <div className="form-grid">
      <KindField {...props} />
      <Field label={words.labels.severity} wrong={faultOf('severity')}>
        {(field) => (
          <select
            {...field}
            required
            value={typed.severity}
            onChange={({ target }) => onType({ severity: target.value })}
          >
            <option value="">{words.choose}</option>
            {severities.map((severity) => (
              <option key={severity} value={severity}>
                {severity} · {incidentWords[locale].severities[severity]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <CenterField {...props} />
    </div>
  );
}

function KindField({ city, typed, faultOf, onType }: FieldsProps): ReactNode {
  const { locale } = useWords();
  const words = raiseWords[locale];
  const kinds = city?.incidents?.kinds ?? [];
  return (
    <Field label={words.labels.kind} wrong={faultOf('kind')}>
      {(field) => (
        <select {...field} required value={typed.kind} onChange={({ target }) => onType({ kind: target.value })}>
          <option value="">{words.choose}</option>
          {(city?.centers ?? [])
            .map((center) => ({ center, own: kinds.filter((kind) => kind.center === center.id) }))
            .filter(({ own }) => own.length > 0)
            .map(({ center, own }) => (
              <optgroup key={center.id} label={center.names[locale]}>
                {own.map(({ id, names }) => (
                  <option key={id} value={id}>
                    {names[locale]}
                  </option>
                ))}
              </optgroup>
            ))}
        </select>
      )}
    </Field>
  );
}

function CenterField({ city, typed, faultOf, onType }: FieldsProps): ReactNode {
  const { locale } = useWords();
  const words = raiseWords[locale];
  const ofKind = city?.incidents?.kinds.find(({ id }) => id === typed.kind)?.center;
  const owner = city?.centers.find(({ id }) => id === ofKind)?.names[locale];
  return (
    <Field label={words.labels.center} hint={words.hints.center} wrong={faultOf('center')}>
      {(field) => (
        <select {...field} value={typed.center} onChange={({ target }) => onType({ center: target.value })}>
          <option value="">{words.ofKind(owner ?? '–')}</option>
          {city?.centers.map(({ id, names }) => (
            <option key={id} value={id}>
              {names[locale]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Where it is, as far as somebody knows: none of it has to be told. */
export function PlaceFields({ city, typed, faultOf, onType }: FieldsProps): ReactNode {
  const { locale } = useWords();
  const words = raiseWords[locale];
  const units = useMemo(
    () =>
      [...currentUnits(city).values()]
        .filter(({ code }) => code !== city?.root)
        .toSorted((one, other) => one.names[locale].localeCompare(other.names[locale], locale)),
    [city, locale],
  );
  return (
    <div className="form-grid">
      <Field label={words.labels.unit} hint={words.hints.unit} wrong={faultOf('unit')}>
        {(field) => (
          <select {...field} value={typed.unit} onChange={({ target }) => onType({ unit: target.value })}>
            <option value="">{words.noUnit}</option>
            {units.map(({ code, type, names }) => (
              <option key={code} value={code}>
                {names[locale]} ({type[locale]})
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.labels.place} hint={words.hints.place} wrong={faultOf('place')}>
        {(field) => (
          <input
            {...field}
            maxLength={200}
            value={typed.place}
            onChange={({ target }) => onType({ place: target.value })}
          />
        )}
      </Field>
      <Field label={words.labels.point} hint={words.hints.point} wrong={faultOf('point')}>
        {(field) => (
          <input
            {...field}
            maxLength={40}
            value={typed.point}
            onChange={({ target }) => onType({ point: target.value })}
          />
        )}
      </Field>
    </div>
  );
}
