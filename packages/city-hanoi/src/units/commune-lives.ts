import type { SuccessionInput, UnitInput } from '../city-input.ts';
import { changesOf2020 } from './changes-2020.ts';
import { changesOfJanuary2025 } from './changes-2025-01.ts';
import { originsOf, type CommuneChange } from './commune-change.ts';
import { communesOf2019 } from './communes-2019.ts';
import { communeRows } from './communes-2025.ts';
import { originsOfJuly2025 } from './origins-2025-07.ts';
import { withoutMarks } from './without-marks.ts';

/** The first day of the communes of 2019; see their list. */
export const firstDay = '2013-12-27';

const types = {
  phường: { vi: 'phường', en: 'ward' },
  xã: { vi: 'xã', en: 'commune' },
  'thị trấn': { vi: 'thị trấn', en: 'township' },
};

/** The lives of a city's communes up to some day. */
interface Lives {
  /** Those whose life is over. */
  readonly ended: readonly UnitInput[];
  /** By code. */
  readonly living: ReadonlyMap<string, UnitInput>;
  readonly successions: readonly SuccessionInput[];
}

/** A commune that begins, and the codes of those that it was made of. */
interface Beginning {
  readonly unit: UnitInput;
  readonly from: string;
}

const listed: UnitInput[] = communesOf2019.flatMap(([district, kind, communes]) =>
  communes.split(/,\s+/).map((commune) => ({
    code: commune.slice(0, 5),
    level: 'commune' as const,
    type: types[kind],
    names: namesOf(commune.slice(6)),
    parent: district,
    validFrom: firstDay,
    validTo: null,
    point: null,
    areaKm2: null,
    population: null,
  })),
);

const ofJuly2025: Beginning[] = communeRows.map(([code, kind, name, longitude, latitude, areaKm2, population]) => ({
  unit: {
    code,
    level: 'commune',
    type: kind === 'ward' ? types.phường : types.xã,
    names: namesOf(name),
    parent: '01',
    validFrom: '2025-07-01',
    validTo: null,
    point: [longitude, latitude],
    areaKm2,
    population,
  },
  from: originsOfJuly2025.find(([of]) => of === code)?.[1] ?? '',
}));

const until2020: Lives = { ended: [], living: new Map(listed.map((unit) => [unit.code, unit])), successions: [] };
const march2020 = { day: '2020-03-01', dayBefore: '2020-02-29' };
const until2025 = succeed(until2020, march2020, beginningsOf(until2020, march2020.day, changesOf2020));
const january2025 = { day: '2025-01-01', dayBefore: '2024-12-31' };
const untilJuly = succeed(until2025, january2025, beginningsOf(until2025, january2025.day, changesOfJanuary2025));
const now = succeed(untilJuly, { day: '2025-07-01', dayBefore: '2025-06-30' }, ofJuly2025);

/** Every life of every commune since December 2013. */
export const communes: readonly UnitInput[] = [...now.ended, ...now.living.values()];
/** What became of each life that is over. */
export const successions: readonly SuccessionInput[] = now.successions;

/** A change within the districts: a commune keeps kind and district of the code that it goes on with. */
function beginningsOf({ living }: Lives, day: string, changes: readonly CommuneChange[]): Beginning[] {
  return changes.map(([code, name, from]) => {
    const before = livingOf(living, code);
    return { unit: { ...before, validFrom: day, names: name === null ? before.names : namesOf(name) }, from };
  });
}

/** Ends those who went into others, and begins these. */
function succeed(
  { ended, living, successions: known }: Lives,
  { day, dayBefore }: { readonly day: string; readonly dayBefore: string },
  beginnings: readonly Beginning[],
): Lives {
  const added = beginnings.flatMap(({ unit: { code }, from }) =>
    originsOf(from).map(({ code: origin, extent }): SuccessionInput => ({
      from: { code: origin, validFrom: livingOf(living, origin).validFrom },
      to: { code, validFrom: day },
      day,
      extent,
    })),
  );
  const over = new Set(added.map(({ from }) => from.code));
  return {
    ended: [...ended, ...[...over].map((code) => ({ ...livingOf(living, code), validTo: dayBefore }))],
    living: new Map([
      ...[...living].filter(([code]) => !over.has(code)),
      ...beginnings.map(({ unit }): [string, UnitInput] => [unit.code, unit]),
    ]),
    successions: [...known, ...added],
  };
}

function livingOf(living: ReadonlyMap<string, UnitInput>, code: string): UnitInput {
  const unit = living.get(code);
  if (unit === undefined) throw new RangeError(`no commune ${code} lives on that day`);
  return unit;
}

function namesOf(name: string): UnitInput['names'] {
  return { vi: name, en: withoutMarks(name) };
}
