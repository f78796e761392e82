import type { City } from '@flagtower/contracts';

import { geographyOf } from '../geography/geography.ts';
import { cityDueRule } from './city-due-rule.ts';
import { foldRules, type FoldRules } from './rules.ts';

/**
 * What this build folds dossiers with. A ledger that stands at an earlier version adopts this one; one that stands at a
 * later version is not for this build.
 */
export interface RuleBook {
  readonly version: number;
  /** @param zone of the ledger */
  readonly rules: (zone: string) => FoldRules;
}

/** The rules of a city: everything that its data tell. */
export function ruleBookOf(
  city: Pick<City, 'calendar' | 'procedures' | 'root' | 'rulesVersion' | 'successions' | 'units' | 'zone'>,
): RuleBook {
  const version = city.rulesVersion;
  const dueRule = cityDueRule(city);
  return { version, rules: (zone) => ({ ...foldRules(zone, dueRule), version, geography: geographyOf(city) }) };
}

/** Rules that know no city: a code is a unit, for ever. */
export const plainRuleBook: RuleBook = { version: 1, rules: (zone) => foldRules(zone) };
