import { minuteMomentText } from '@flagtower/charts';
import { targetStateSchema, type ProgrammeRow } from '@flagtower/contracts';
import type { ReactNode } from 'react';
import { z } from 'zod';

import { ledgerDay } from '../cells/ledger-day.ts';
import { Field } from '../forms/field.tsx';
import { useGoTo } from '../navigation/go-to.ts';
import { pageHref } from '../navigation/page-href.ts';
import { cutWords } from '../period/cut-words.ts';
import { useWords } from '../words/language.tsx';
import { programmeWords } from './programme-words.ts';

/** What the address says of the programme; what is not understood is left out. */
export const filterSchema = z.object({
  /** A day or an instant. */
  at: z.string().max(40).optional().catch(undefined),
  known: z.string().max(40).optional().catch(undefined),
  /** As it was known at this commit, in place of `known`. */
  knownSeq: cutWords.knownSeq,
  unit: z.string().max(80).optional().catch(undefined),
  state: targetStateSchema.optional().catch(undefined),
});
export type ProgrammeFilter = z.infer<typeof filterSchema>;

/** The same programme with some words changed. */
export function programmeHref(filter: ProgrammeFilter, change: ProgrammeFilter): string {
  return pageHref('/programme', { ...filter, ...change }, location.search);
}

/** Every choice is in the address, so that a link shows the same programme tomorrow. */
export function ProgrammeFilters({
  filter,
  rows,
  at,
  zone,
}: {
  readonly filter: ProgrammeFilter;
  readonly rows: readonly ProgrammeRow[];
  /** The moment that is shown; `null`: not known yet. */
  readonly at: string | null;
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const words = programmeWords[locale];
  const goTo = useGoTo();
  const choose = (part: ProgrammeFilter): void => goTo(programmeHref(filter, part));
  const units = new Map(rows.map(({ unit, unitNames }) => [unit, unitNames[locale]]));
  return (
    <div className="programme-filters">
      <Field label={words.onDay}>
        {(field) => (
          <input
            {...field}
            type="date"
            value={at === null ? '' : ledgerDay(Date.parse(at), zone)}
            onChange={({ target }) => choose({ at: target.value === '' ? undefined : target.value })}
          />
        )}
      </Field>
      <button
        type="button"
        className="form-button"
        disabled={filter.at === undefined && filter.known === undefined && filter.knownSeq === undefined}
        onClick={() => choose({ at: undefined, known: undefined, knownSeq: undefined })}
      >
        {words.today}
      </button>
      <Field label={words.unit}>
        {(field) => (
          <select
            {...field}
            value={filter.unit ?? ''}
            onChange={({ target }) => choose({ unit: target.value === '' ? undefined : target.value })}
          >
            <option value="">{words.allUnits}</option>
            {[...units].map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.state}>
        {(field) => (
          <select
            {...field}
            value={filter.state ?? ''}
            onChange={({ target }) => choose({ state: targetStateSchema.safeParse(target.value).data })}
          >
            <option value="">{words.allStates}</option>
            {targetStateSchema.options.map((state) => (
              <option key={state} value={state}>
                {words.states[state]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {filter.known === undefined ? null : <p className="label">{words.asKnown(addressMoment(filter.known, zone))}</p>}
    </div>
  );
}

function addressMoment(moment: string, zone: string): string {
  const at = Date.parse(moment);
  return Number.isNaN(at) ? moment : minuteMomentText(at, zone);
}
