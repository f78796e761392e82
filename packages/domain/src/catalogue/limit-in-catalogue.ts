import type { CatalogueItem, UnitLevel } from '@flagtower/contracts';

import { isInForce } from './in-force.ts';

/** An item with who told it: the lower rank is believed. */
export interface ToldProcedure {
  readonly source: string;
  readonly rank: number;
  readonly item: CatalogueItem;
}

/** A procedure's time limit, and the source whose catalogue has it. */
export type CatalogueLimit = NonNullable<CatalogueItem['timeLimit']> & { readonly source: string };

/**
 * The time limit that a catalogue has for one procedure on a day. Of several items in force with a limit: what names the level of the unit
 * goes before what names none (what names only others does not count, unless the level is not known); then the lower rank, the later
 * beginning, the longer limit, and the name of the source.
 * @param items of one procedure
 */
export function limitInCatalogue(
  items: readonly ToldProcedure[],
  asked: { readonly day: string; readonly level: UnitLevel | null },
): CatalogueLimit | null {
  const [best] = items
    .flatMap(({ source, rank, item }) => {
      const { timeLimit } = item;
      return timeLimit === undefined || !isInForce(item, asked) ? [] : [{ source, rank, item, timeLimit }];
    })
    .toSorted(
      (a, b) =>
        Number(a.item.competence === undefined) - Number(b.item.competence === undefined) ||
        a.rank - b.rank ||
        compare(b.item.validFrom ?? '', a.item.validFrom ?? '') ||
        b.timeLimit.workingDays - a.timeLimit.workingDays ||
        compare(a.source, b.source),
    );
  return best === undefined ? null : { ...best.timeLimit, source: best.source };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
