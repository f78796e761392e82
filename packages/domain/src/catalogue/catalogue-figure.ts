import { isOnlineLevel, type CatalogueItem, type Formula, type UnitLevel } from '@flagtower/contracts';

import type { Figure } from '../kpi/figure.ts';
import { isInForce } from './in-force.ts';

type CatalogueFormula = Extract<Formula, { kind: 'catalogue' }>;

export interface CatalogueQuestion {
  readonly statistic: CatalogueFormula['statistic'];
  /** ISO day on which items have to be in force. */
  readonly day: string;
  /** Only procedures handled at this level, and those that do not say at which; `null`: all. */
  readonly level: UnitLevel | null;
  /** Codes of procedures that had a dossier sent online in the period. */
  readonly withOnlineDossier: ReadonlySet<string>;
}

/**
 * A share of the catalogue's procedures. One that has several items in force, as at several levels, counts once.
 * @returns `null` as value where nothing is told that could be divided by
 */
export function catalogueFigure(items: readonly CatalogueItem[], question: CatalogueQuestion): Figure {
  const procedures = [...Map.groupBy(itemsInForce(items, question), ({ code }) => code)];
  const having = (has: (item: CatalogueItem) => boolean): string[] =>
    procedures.flatMap(([code, own]) => (own.some(has) ? [code] : []));
  const online = having(({ serviceLevel }) => serviceLevel !== undefined && isOnlineLevel(serviceLevel));
  switch (question.statistic) {
    case 'online-share':
      return shareOf(online.length, having(({ serviceLevel }) => serviceLevel !== undefined).length);
    case 'online-with-dossier-share':
      return shareOf(online.filter((code) => question.withOnlineDossier.has(code)).length, online.length);
    case 'payable-online-share':
      return shareOf(
        having(({ feeBearing, payableOnline }) => feeBearing === true && payableOnline === true).length,
        having(({ feeBearing }) => feeBearing === true).length,
      );
  }
}

function itemsInForce(items: readonly CatalogueItem[], { day, level }: CatalogueQuestion): CatalogueItem[] {
  return items.filter((item) => isInForce(item, { day, level }));
}

function shareOf(numerator: number, denominator: number): Figure {
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
}
