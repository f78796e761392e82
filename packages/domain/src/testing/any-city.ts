import { citySchema, type City } from '@flagtower/contracts';
import * as fc from 'fast-check';

type CityUnits = Pick<City, 'root' | 'successions' | 'unitChanges' | 'units' | 'zone'>;

interface Growing {
  readonly code: string;
  readonly from: string;
  to: string | null;
  readonly parent: string;
}

interface Way {
  readonly from: Growing;
  readonly to: Growing;
  readonly extent: 'whole' | 'part';
}

/** First days of the eras; the last change ends the districts in some cities. */
const days = ['2010-01-01', '2015-03-01', '2020-07-01', '2025-01-01'] as const;
const lastDays: Readonly<Record<string, string>> = {
  '2015-03-01': '2015-02-28',
  '2020-07-01': '2020-06-30',
  '2025-01-01': '2024-12-31',
};

/** What happens to one commune at one change: it stays, goes whole to a new one, or in parts to one, two or three. */
const anyFate = fc.record({
  kind: fc.constantFrom('stays', 'stays', 'whole', 'whole', 'parts'),
  targets: fc.uniqueArray(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }),
});

/**
 * A city of up to three districts whose communes are joined, split, renamed and numbered anew at up to three changes. Codes
 * are used again on purpose.
 */
export const anyCity: fc.Arbitrary<CityUnits> = fc
  .record({
    districts: fc.integer({ min: 1, max: 3 }),
    communes: fc.array(fc.nat({ max: 2 }), { minLength: 2, maxLength: 7 }),
    changes: fc.array(fc.array(anyFate, { minLength: 7, maxLength: 7 }), { maxLength: 3 }),
    endsDistricts: fc.boolean(),
  })
  .map(({ districts, communes, changes, endsDistricts }) => {
    const lastChange = days[changes.length];
    const endsOn = endsDistricts && changes.length > 0 ? lastChange : undefined;
    const upper: Growing[] = Array.from({ length: districts }, (_, index) => ({
      code: `D${String(index)}`,
      from: days[0],
      to: endsOn === undefined ? null : (lastDays[endsOn] ?? null),
      parent: 'C',
    }));
    const all: Growing[] = communes.map((district, index) => ({
      code: `u${String(index)}`,
      from: days[0],
      to: null,
      parent: `D${String(district % districts)}`,
    }));
    const ways: Way[] = [];
    let living = [...all];
    for (const [index, fates] of changes.entries()) {
      const day = days[index + 1] ?? days[0];
      const next = changeOf({ living, fates, day, isCityWide: day === endsOn, ways });
      all.push(...next.filter(({ from }) => from === day));
      living = next;
    }
    return cityOf([...upper, ...all], ways);
  });

function changeOf({
  living,
  fates,
  day,
  isCityWide,
  ways,
}: {
  readonly living: readonly Growing[];
  readonly fates: readonly { readonly kind: string; readonly targets: readonly number[] }[];
  readonly day: string;
  readonly isCityWide: boolean;
  readonly ways: Way[];
}): Growing[] {
  const born = new Map<string, Growing>();
  const stays: Growing[] = [];
  for (const [index, commune] of living.entries()) {
    const fate = fates[index % fates.length];
    // Where the districts end nobody stays: every commune has another office above it.
    if (fate === undefined || (fate.kind === 'stays' && !isCityWide)) {
      stays.push(commune);
      continue;
    }
    commune.to = lastDays[day] ?? null;
    const targets = fate.kind === 'parts' ? fate.targets : fate.targets.slice(0, 1);
    for (const target of targets) {
      const parent = isCityWide ? 'C' : commune.parent;
      const place = `${parent} ${String(target)}`;
      const unit = born.get(place) ?? {
        code: codeFor({ place, day }, living, [...stays, ...born.values()]),
        from: day,
        to: null,
        parent,
      };
      born.set(place, unit);
      ways.push({ from: commune, to: unit, extent: fate.kind === 'parts' ? 'part' : 'whole' });
    }
  }
  // A code may have been given before its holder turned out to stay.
  const taken = new Set(stays.map(({ code }) => code));
  const renamed = new Map(
    [...born.values()].map((unit) => [unit, taken.has(unit.code) ? { ...unit, code: `${unit.code}-${day}` } : unit]),
  );
  for (const [position, way] of ways.entries()) ways[position] = { ...way, to: renamed.get(way.to) ?? way.to };
  return [...stays, ...renamed.values()];
}

/** The code of some commune that was there before, or a new one. */
function codeFor(
  { place, day }: { readonly place: string; readonly day: string },
  living: readonly Growing[],
  taken: readonly Growing[],
): string {
  const free = living.filter(({ code }) => !taken.some((other) => other.code === code));
  const hash = Array.from(place, (letter) => letter.codePointAt(0) ?? 0).reduce((sum, code) => sum + code, 0);
  return free[hash % (free.length + 1)]?.code ?? `n${place.replace(' ', '')}-${day}`;
}

function cityOf(units: readonly Growing[], ways: readonly Way[]): CityUnits {
  const names = { vi: 'Đơn vị', en: 'Unit' };
  const more = { type: names, names, point: null, areaKm2: null, population: null };
  const changed = [...new Set(ways.map(({ to }) => to.from))].toSorted();
  return citySchema.pick({ root: true, successions: true, unitChanges: true, units: true, zone: true }).parse({
    root: 'C',
    zone: 'Asia/Ho_Chi_Minh',
    units: [
      { code: 'C', level: 'city', parent: null, validFrom: '2000-01-01', validTo: null, ...more },
      ...units.map(({ code, from, to, parent }) => ({
        code,
        level: parent === 'C' && code.startsWith('D') ? 'district' : 'commune',
        parent,
        validFrom: from,
        validTo: to,
        ...more,
      })),
    ],
    successions: ways.map(({ from, to, extent }) => ({
      from: { code: from.code, validFrom: from.from },
      to: { code: to.code, validFrom: to.from },
      day: to.from,
      extent,
    })),
    unitChanges: changed.map((day) => ({ day, basis: names, dayIsCertain: true, note: names })),
  });
}
