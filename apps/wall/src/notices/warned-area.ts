import type { NoticeCell, Unit } from '@flagtower/contracts';

/** Where a warning holds, as a person reads it. */
export interface WarnedArea {
  /** Of units that the city knows by their codes, else in the sender's own words. */
  readonly names: readonly string[];
  /** Communes among the units that it names by code; 0: it names none, which is not "nowhere". */
  readonly communes: number;
  /** It names every commune of the city. */
  readonly isWholeCity: boolean;
}

/** A sender's codes say where it holds more exactly than its words, which may be cut short, and in the reader's language. */
export function warnedArea(
  { areas }: Pick<NoticeCell, 'areas'>,
  units: ReadonlyMap<string, Unit>,
  language: 'vi' | 'en',
): WarnedArea {
  const named = new Map(
    areas.flatMap(({ geocodes }) =>
      geocodes.flatMap(({ value }) => {
        const unit = units.get(value);
        return unit === undefined ? [] : [[value, unit] as const];
      }),
    ),
  );
  const communes = [...named.values()].filter(({ level }) => level === 'commune').length;
  const all = [...units.values()].filter(({ level }) => level === 'commune').length;
  const told = areas.map(({ name }) => name).filter((name) => name !== '');
  return {
    names: named.size === 0 ? told : [...named.values()].map(({ names }) => names[language]),
    communes,
    isWholeCity: communes > 0 && communes === all,
  };
}
