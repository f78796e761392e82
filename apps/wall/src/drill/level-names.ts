import type { CityView, DrillLevel, Unit } from '@flagtower/contracts';

import type { Words } from '../words/words.ts';
import type { LevelPlace } from './drill-place.ts';
import type { DrillWords } from './drill-words.ts';

/** Names of everything that a level speaks of, in the reader's language. */
export interface LevelNames {
  readonly unit: (code: string) => string;
  readonly group: (code: string) => string;
  readonly procedure: (code: string) => string;
  readonly channel: (code: string) => string;
  readonly kpi: (id: string) => string;
  readonly step: (step: DrillLevel['path'][number]) => string;
  /** Group of a procedure in the catalogue, or `other`. */
  readonly groupOf: (procedure: string) => string;
}

/** @param units those of the geography that is shown; `null`: not known yet, so no code can be called strange */
export function levelNames(
  city: CityView | null,
  units: readonly Unit[] | null,
  words: Words,
  mine: DrillWords,
): LevelNames {
  const { locale } = words;
  const unitNames = new Map((units ?? []).map((unit) => [unit.code, unit.names[locale]]));
  const procedures = new Map((city?.procedures ?? []).map((procedure) => [procedure.code, procedure]));
  const groups = new Map((city?.procedures ?? []).map(({ group, groupNames }) => [group, groupNames[locale]]));
  const kpis = new Map((city?.kpis ?? []).map(({ id, names }) => [String(id), names[locale]]));
  const unit = (code: string): string =>
    code === '' ? mine.noUnit : (unitNames.get(code) ?? (units === null ? code : mine.unknownUnit(code)));
  const group = (code: string): string => groups.get(code) ?? (code === 'other' ? mine.otherGroup : code);
  const procedure = (code: string): string =>
    code === '' ? mine.noProcedure : (procedures.get(code)?.names[locale] ?? code);
  return {
    unit,
    group,
    procedure,
    channel: (code) => (code === '' ? mine.noChannel : (words.channels.names[code] ?? code)),
    kpi: (id) => words.kpis[id] ?? kpis.get(id) ?? id,
    step: ({ kind, code }) => {
      if (kind === 'group') return group(code);
      if (kind === 'procedure') return procedure(code);
      return kind === 'city' ? (city?.names[locale] ?? code) : unit(code);
    },
    groupOf: (code) => procedures.get(code)?.group ?? 'other',
  };
}

/** Where a step of the way leads. */
export function placeOfStep(step: DrillLevel['path'][number], place: LevelPlace): LevelPlace {
  if (step.kind === 'procedure') return place;
  if (step.kind === 'group') return { ...place, group: step.code, procedure: null };
  return { kind: 'level', unit: step.kind === 'city' ? null : step.code, group: null, procedure: null };
}
