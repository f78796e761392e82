import {
  type City,
  type Day,
  daySchema,
  FlagtowerError,
  type KpiDefinition,
  type KpiQuery,
} from '@flagtower/contracts';
import { keysWithin, localDay, type AskedUnit } from '@flagtower/domain';

import type { Ledger } from '../ledger/ledgers.ts';
import type { Queryable } from '../ledger/queryable.ts';
import type { Source } from '../ledger/sources.ts';
import { askedUnit } from './asked-unit.ts';
import { SharedReads } from './shared-reads.ts';
import type { FreshnessClocks } from './stamps-in-ledger.ts';
import type { Told } from './told.ts';

export interface KpiReading {
  readonly db: Queryable;
  readonly city: City;
  readonly ledger: Ledger;
  /** The service's clock, epoch milliseconds; only freshness looks at it. */
  readonly now: number;
  /** Where several figures of one snapshot are read. */
  readonly shared?: SharedReads;
}

/** What freshness is judged by in a reading. */
export function clocksOf({ now, ledger: { clock } }: Pick<KpiReading, 'now' | 'ledger'>): FreshnessClocks {
  return { now, clock };
}

/** A question with its definition, its whole commit and its units found: what every kind of formula reads from. */
export interface Asked {
  readonly reading: KpiReading;
  readonly shared: SharedReads;
  readonly query: KpiQuery;
  readonly definition: KpiDefinition;
  readonly at: number;
  readonly knownSeq: number;
  readonly lastSeq: number;
  /** The day whose units the figure is read in. */
  readonly geography: Day;
  /** `null`: a code that the city does not know. */
  readonly unit: AskedUnit | null;
  /** The ledger's keys that belong to the unit; `null`: everything. */
  readonly units: readonly string[] | null;
  readonly sources: readonly Source[];
  readonly told: Told;
}

/** Finds what a question speaks of, or says what does not exist. */
export async function ask(reading: KpiReading, query: KpiQuery): Promise<Asked> {
  const { db, city, ledger, shared = new SharedReads() } = reading;
  const definition = city.kpis.find(({ id }) => id === query.kpi);
  if (definition === undefined)
    throw new FlagtowerError('UNKNOWN_KPI', `no KPI ${query.kpi}`, { remedy: 'GET /v1/city lists them' });
  const last = await shared.commit(db, ledger.id, Number.MAX_SAFE_INTEGER);
  const known = query.knownSeq >= last.seq ? last : await shared.commit(db, ledger.id, query.knownSeq);
  const all = await shared.sources(db, ledger.id);
  if (query.source !== null && !all.some(({ id }) => id === query.source))
    throw new FlagtowerError('UNKNOWN_SOURCE', `no source ${query.source} in ledger ${ledger.name}`);
  const geography = query.geography ?? dayAt(query.at, ledger.zone);
  const unit = askedUnit(city, query.unit, geography);
  const within = unit === null ? [query.unit ?? ''] : keysWithin(unit);
  const told = await shared.told(db, {
    ledgerId: ledger.id,
    definition,
    source: query.source,
    units: within,
    knownSeq: known.seq,
  });
  if (unit === null && !told.unitsKnown)
    throw new FlagtowerError('UNKNOWN_UNIT', `no unit ${String(query.unit)}`, { remedy: 'GET /v1/units lists them' });
  return {
    reading,
    shared,
    query,
    definition,
    at: momentOf(definition, query),
    knownSeq: known.seq,
    lastSeq: last.seq,
    geography,
    unit,
    units: within,
    told,
    sources: all.filter(({ id }) => told.sources.includes(id)),
  };
}

/** The day of an instant in a zone. */
export function dayAt(instant: string, zone: string): Day {
  return daySchema.parse(localDay(Date.parse(instant), zone));
}

/** What was carried over into a period stands as it did in the millisecond before it; since ever nothing was. */
function momentOf({ formula }: KpiDefinition, query: KpiQuery): number {
  const at = Date.parse(query.at);
  if (formula.kind !== 'state' || formula.moment !== 'start') return at;
  return Math.min(at, query.from === null ? beforeEverything : Date.parse(query.from) - 1);
}

const beforeEverything = Date.parse('0001-01-01T00:00:00Z');
