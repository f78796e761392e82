import type { Language } from '@flagtower/charts';
import type { DrillComparison, DrillPeriod, UnallocatedReason } from '@flagtower/contracts';

import { drillWordsEn } from './drill-words.en.ts';
import { drillWordsVi } from './drill-words.vi.ts';

/** Everything that the drill-down says of its levels; a sentence that one language lacks does not compile. */
export interface DrillWords {
  readonly title: string;
  readonly path: string;
  readonly up: string;
  readonly group: string;
  readonly otherGroup: string;
  readonly noProcedure: string;
  readonly noChannel: string;
  readonly noUnit: string;
  readonly unknownUnit: (code: string) => string;
  readonly controls: string;
  readonly period: string;
  readonly periods: Readonly<Record<DrillPeriod, string>>;
  readonly earlier: string;
  readonly later: string;
  readonly from: string;
  readonly to: string;
  readonly comparison: string;
  readonly comparisons: Readonly<Record<DrillComparison, string>>;
  readonly geography: string;
  readonly geographyOf: (day: string) => string;
  readonly geographyNow: string;
  readonly live: string;
  readonly pinned: (at: string, seq: string) => string;
  readonly atPast: (at: string) => string;
  readonly backToLive: string;
  readonly copyLink: string;
  readonly copied: string;
  readonly copyYourself: string;
  readonly search: string;
  readonly searchHint: string;
  readonly nothingFound: string;
  readonly procedureHere: string;
  readonly cards: string;
  readonly why: (figure: string) => string;
  readonly show: (figure: string) => string;
  readonly against: (stretch: string) => string;
  readonly nothingBefore: string;
  readonly cumulative: (value: string) => string;
  readonly stateNow: string;
  readonly ofDossiers: (count: string) => string;
  readonly of: (part: string, whole: string) => string;
  readonly trend: {
    readonly title: (figure: string) => string;
    readonly byDay: string;
    readonly byMonth: string;
    readonly description: (count: string) => string;
    readonly changed: (day: string) => string;
  };
  readonly ranking: {
    readonly units: string;
    readonly groups: string;
    readonly procedures: string;
    readonly worst: (figure: string) => string;
    readonly best: (figure: string) => string;
    readonly byName: string;
    readonly name: string;
    readonly rest: string;
    readonly reasons: Readonly<Record<UnallocatedReason, (count: string) => string>>;
    readonly sum: string;
    readonly adds: string;
    readonly differs: (gap: string) => string;
    readonly none: string;
    readonly keys: string;
  };
  readonly channels: { readonly title: string; readonly none: string; readonly measured: string };
  readonly map: {
    readonly title: string;
    /** Where a unit is shown among those beside it. */
    readonly among: string;
    readonly schematic: string;
    readonly low: string;
    readonly unknown: string;
    readonly none: string;
  };
  readonly list: {
    readonly title: (figure: string) => string;
    /** Of what none of the units below has. */
    readonly unallocated: (figure: string) => string;
    readonly partNote: string;
    readonly whole: string;
    readonly reason: string;
    readonly reasons: Readonly<Record<UnallocatedReason, string>>;
    readonly choose: string;
    readonly code: string;
    readonly unit: string;
    readonly procedure: string;
    readonly channel: string;
    readonly received: string;
    readonly due: string;
    readonly since: string;
    readonly standing: string;
    readonly standings: Readonly<Record<string, string>>;
    readonly standingNote: string;
    readonly more: string;
    readonly print: string;
    readonly csv: string;
    readonly gathering: (count: string) => string;
    readonly none: string;
    readonly shown: (shown: string, all: string) => string;
    readonly handOver: string;
    readonly receiver: string;
    readonly signature: string;
    readonly printed: (at: string) => string;
  };
  readonly handling: string;
  readonly updating: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
}

export const drillWords: Readonly<Record<Language, DrillWords>> = { vi: drillWordsVi, en: drillWordsEn };
