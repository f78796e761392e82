import type { Unit } from '@flagtower/contracts';

/** Units that stand together in a list. */
export interface UnitGroup {
  /** Code of the unit that all of them are directly below; `null`: the city with what is directly below it. */
  readonly above: string | null;
  readonly members: readonly Unit[];
}

/** The city and what is right below it first, then what each of these has below it, in the order of the list. */
export function unitGroups(units: readonly Unit[], root: string): UnitGroup[] {
  const byParent = Map.groupBy(units, ({ parent }) => parent);
  const city = units.filter(({ code }) => code === root);
  const below = byParent.get(root) ?? [];
  return [
    { above: null, members: [...city, ...below] },
    ...below.flatMap(({ code }) => {
      const members = byParent.get(code) ?? [];
      return members.length === 0 ? [] : [{ above: code, members }];
    }),
  ];
}
