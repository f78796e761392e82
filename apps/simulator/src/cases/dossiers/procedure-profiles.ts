import type { Procedure } from '@flagtower/contracts';

import { weighted, type Weighted } from '../../chance/draw.ts';
import type { ProcedureProfile } from '../case-rules.ts';
import { bearsFee } from './fees.ts';

interface GroupProfile {
  /** Share of all dossiers, in parts of their sum. */
  readonly weight: number;
  /** Promised working days, taken in turn by the group's procedures. */
  readonly promisedDays: readonly [number, ...number[]];
  readonly onlineShare: number;
  readonly difficulty: number;
}

/** A commune's year by rule of thumb: half of it is certification at the desk, land is rare, slow and hard. */
const groups: Readonly<Record<string, GroupProfile>> = {
  'chung-thuc': { weight: 40, promisedDays: [0, 0, 2, 0, 2, 2], onlineShare: 0.375, difficulty: 0.3 },
  'ho-tich': { weight: 25, promisedDays: [1, 1, 3, 1, 1, 4, 5, 5, 3, 3], onlineShare: 0.76, difficulty: 0.8 },
  'lao-dong-xa-hoi': { weight: 8, promisedDays: [10, 15, 5, 5, 15, 10], onlineShare: 0.64, difficulty: 1.6 },
  'kinh-doanh': { weight: 5, promisedDays: [3], onlineShare: 0.8, difficulty: 0.8 },
  'dat-dai': { weight: 7, promisedDays: [15, 15, 5, 20], onlineShare: 0.54, difficulty: 4 },
  'xay-dung': { weight: 3, promisedDays: [12, 10, 5], onlineShare: 0.7, difficulty: 2.5 },
  'cu-tru': { weight: 10, promisedDays: [5, 3, 1], onlineShare: 0.84, difficulty: 0.6 },
  'van-hoa-giao-duc': { weight: 2, promisedDays: [7, 15], onlineShare: 0.7, difficulty: 1 },
};
const otherGroup: GroupProfile = { weight: 5, promisedDays: [3, 5, 10], onlineShare: 0.6, difficulty: 1 };

/** Procedures that nobody listed: the city's catalogue is empty. */
const unlisted: ProcedureProfile = {
  code: 'SIM-00',
  promisedDays: 3,
  onlineShare: 0.6,
  difficulty: 1,
  feeBearing: false,
};

/** What a city's catalogue brings in: groups by weight, and in a group the first procedures most. */
export function procedureProfiles(procedures: readonly Procedure[]): Weighted<ProcedureProfile> {
  const seen = new Map<string, number>();
  const rows = procedures.map(({ code, group }) => {
    const index = seen.get(group) ?? 0;
    seen.set(group, index + 1);
    const { promisedDays, onlineShare, difficulty } = groups[group] ?? otherGroup;
    const profile = {
      code,
      promisedDays: promisedDays[index % promisedDays.length] ?? promisedDays[0],
      onlineShare,
      difficulty,
      feeBearing: bearsFee(group),
    };
    return { profile, group, popularity: 1 / (index + 1) };
  });
  const popularity = new Map<string, number>();
  for (const row of rows) popularity.set(row.group, (popularity.get(row.group) ?? 0) + row.popularity);
  if (rows.length === 0) return weighted([unlisted], () => 1);
  return weighted(
    rows.map(({ profile }) => profile),
    (_, index) => {
      const row = rows[index];
      if (row === undefined) return 0;
      return ((groups[row.group] ?? otherGroup).weight * row.popularity) / (popularity.get(row.group) ?? 1);
    },
  );
}
