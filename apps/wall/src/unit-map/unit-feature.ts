import type { RankedUnit, Unit } from '@flagtower/contracts';
import type { Feature, FeatureCollection, Polygon } from 'geojson';

import { stateNow } from '../freshness/freshness-now.ts';
import type { Level } from '../look/level.ts';

interface CellProperties {
  readonly code: string;
  readonly name: string;
}
export type CellCollection = FeatureCollection<Polygon, CellProperties>;

/** A cell with what the map draws of it. */
interface UnitProperties extends CellProperties {
  /** Received today per 10,000 people; `null`: not known. */
  readonly rate: number | null;
  /** The rate is too old to act on; drawn pale. */
  readonly isStale: boolean;
  /** Levels that get an outline. */
  readonly outline: 'warning' | 'critical' | null;
}
export type UnitFeature = Feature<Polygon, UnitProperties>;

/** More outlines than these say nothing any more. */
const MOST_OUTLINES = 8;

export interface UnitFacts {
  readonly units: ReadonlyMap<string, Unit>;
  readonly ranked: ReadonlyMap<string, RankedUnit>;
  readonly levelOf: (unit: RankedUnit) => Level;
  readonly language: 'vi' | 'en';
  /** The ledger's clock; `null`: not known, then the server's last word on freshness counts. */
  readonly nowMs: number | null;
  /** The cells are only the ground for what stands on them: no rate, no outline. */
  readonly isGround?: boolean;
}

export function unitFeatures(cells: CellCollection, facts: UnitFacts): UnitFeature[] {
  const { units, ranked, levelOf, language, nowMs, isGround = false } = facts;
  const outlines = outlinedUnits([...ranked.values()], levelOf);
  return cells.features.map(({ geometry, properties: { code, name } }) => ({
    type: 'Feature',
    geometry,
    properties: {
      code,
      name: units.get(code)?.names[language] ?? name,
      ...(isGround ? groundRate : knownRate(ranked.get(code), nowMs)),
      outline: isGround ? null : (outlines.get(code) ?? null),
    },
  }));
}

/** The lowest step of the ramp, which no legend explains then. */
const groundRate = { rate: 0, isStale: false } as const;

/** A unit whose source is lost has no rate any more: the last one would look like today's. */
function knownRate(unit: RankedUnit | undefined, nowMs: number | null): Pick<UnitProperties, 'rate' | 'isStale'> {
  if (unit === undefined) return { rate: null, isStale: false };
  const state = stateNow(unit.freshness, nowMs, false);
  if (state === 'lost' || state === 'none') return { rate: null, isStale: false };
  return { rate: unit.receivedPer10k, isStale: state === 'stale' };
}

function outlinedUnits(
  ranked: readonly RankedUnit[],
  levelOf: (unit: RankedUnit) => Level,
): ReadonlyMap<string, 'warning' | 'critical'> {
  const outlined = ranked.flatMap((unit) => {
    const level = levelOf(unit);
    return level === 'warning' || level === 'critical' ? [{ unit, level }] : [];
  });
  const worstFirst = outlined.toSorted((one, other) => (other.unit.overdueShare ?? 0) - (one.unit.overdueShare ?? 0));
  return new Map(worstFirst.slice(0, MOST_OUTLINES).map(({ unit, level }) => [unit.unit, level]));
}
