import { FlagtowerError, type City, type ThingDay, type ThingMetric } from '@flagtower/contracts';
import { geographyOf, unitOfPlace } from '@flagtower/domain';

import type { Queryable } from '../ledger/queryable.ts';
import { inSnapshot } from '../ledger/snapshot.ts';
import { sourcesOf } from '../ledger/sources.ts';
import { instantOf } from './instant.ts';
import { freshnessOfSources } from './source-freshness.ts';
import type { FreshnessClocks } from './stamps-in-ledger.ts';
import { readThingPlaces } from './thing-places.ts';

const dayMs = 86_400_000;
const mostPoints = 1500;

interface ThingQuestion {
  readonly ledgerId: number;
  readonly feed: string;
  readonly entity: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly knownSeq: number;
  /** Only freshness looks at them. */
  readonly clocks: FreshnessClocks;
}

interface Row extends Omit<ThingMetric, 'points' | 'occurredAt' | 'recordedAt'> {
  readonly occurredAt: number;
  readonly recordedAt: number;
}

/** The highest telling of each of the thing's readings that is known and not retracted at the cut. */
const standing = `select distinct on (o.source_id, o.record_id) o.* from observations o
  where o.ledger_id = $1 and o.feed = $2 and o.entity = $3 and o.metric = m.metric and o.occurred_at > to_timestamp($4::float8 / 1000) and o.occurred_at <= to_timestamp($5::float8 / 1000)
    and o.seq <= $6 and (o.retracted_seq is null or o.retracted_seq > $6)
  order by o.source_id, o.record_id, o.version desc, o.hash collate "C" desc`;

/**
 * What a thing told in the 24 hours before a cut, its place and who told it.
 * @throws FlagtowerError `NOT_FOUND` where the feed has never told of it
 */
export async function readThingDay(db: Queryable, city: City, question: ThingQuestion): Promise<ThingDay> {
  return await inSnapshot(db, (snapshot) => thingDay(snapshot, city, question));
}

async function thingDay(db: Queryable, city: City, question: ThingQuestion): Promise<ThingDay> {
  const { ledgerId, feed, entity, at, knownSeq, clocks } = question;
  const [place] = await readThingPlaces(db, { ledgerId, feed, at, knownSeq, things: [entity] });
  if (place === undefined)
    throw new FlagtowerError('NOT_FOUND', `nobody has told of ${entity} in the feed ${feed}`, {
      remedy: 'GET /v1/kpis/{id}?by=entity lists the things of a figure',
    });
  const { rows } = await db.query<Row>(
    `select s.metric, s.unit_of_measure as "unitOfMeasure", s.value, s.absent, (extract(epoch from s.occurred_at) * 1000)::float8 as "occurredAt",
        (extract(epoch from s.recorded_at) * 1000)::float8 as "recordedAt", s.source_id as source, s.record_id as "recordId"
      from (select metric from latest_values where ledger_id = $1 and feed = $2 and entity = $3) m
        cross join lateral (select * from (${standing}) told order by occurred_at desc, version desc, hash collate "C" desc limit ${String(mostPoints)}) s
      order by s.metric, s.occurred_at, s.version, s.hash collate "C"`,
    [ledgerId, feed, entity, at - dayMs, at, knownSeq],
  );
  const told = new Set(rows.map(({ source }) => source));
  const sources = (await sourcesOf(db, ledgerId)).filter(({ id }) => told.has(id));
  const geography = geographyOf(city);
  const key = place.point === null ? null : unitOfPlace(geography, place.point);
  return {
    feed,
    ...place,
    names: city.measuredFeeds.find((one) => one.feed === feed)?.names[entity] ?? null,
    unit: key === null ? null : (geography.lives.get(key)?.unit.code ?? null),
    freshness: freshnessOfSources(sources, clocks),
    metrics: [...Map.groupBy(rows, ({ metric }) => metric).values()].flatMap(metricOf),
  };
}

function metricOf(rows: readonly Row[]): ThingMetric[] {
  const last = rows.at(-1);
  if (last === undefined) return [];
  return [
    {
      ...last,
      occurredAt: instantOf(last.occurredAt),
      recordedAt: instantOf(last.recordedAt),
      points: rows.map(({ occurredAt, value }) => ({ at: instantOf(occurredAt), value })),
    },
  ];
}
