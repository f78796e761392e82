import type { Formula, KpiValue, MeasuredThing, Notice } from '@flagtower/contracts';
import { markOfNotice, rowOfNotice, rowOfThing, textIn, unallocatedRow } from '@flagtower/domain';

import type { Asked } from './asked.ts';
import { instantOf } from './instant.ts';
import { countedNotices } from './notice-parts.ts';
import { readThingPlaces } from './thing-places.ts';
import { readCountedReadings, readUnchangedSince } from './unchanged-since.ts';

/** A thing of which only the time of its value is known yet. @param newest epoch milliseconds */
export function unplacedThing(newest: number): MeasuredThing {
  return {
    names: null,
    group: null,
    point: null,
    unit: null,
    occurredAt: instantOf(newest),
    since: null,
    reading: null,
  };
}

/** Rows of a breakdown by thing with what people want to know of each: its name, its place, and since when it stands so. */
export async function withThings(asked: Asked, values: readonly KpiValue[]): Promise<KpiValue[]> {
  const { formula } = asked.definition;
  if (formula.kind === 'observation') return await withPlaces(asked, formula, values);
  return formula.kind === 'notices' ? await withNotices(asked, formula, values) : [...values];
}

async function withPlaces(
  asked: Asked,
  formula: Extract<Formula, { kind: 'observation' }>,
  values: readonly KpiValue[],
): Promise<KpiValue[]> {
  const { reading, at, knownSeq, unit } = asked;
  const things = values.map(thingOf);
  const cut = { ledgerId: reading.ledger.id, feed: formula.feed, at, knownSeq, things };
  const places = new Map((await readThingPlaces(reading.db, cut)).map((place) => [place.entity, place]));
  const since = await readUnchangedSince(reading.db, { ...cut, formula });
  const readings = await readCountedReadings(reading.db, { ...cut, formula });
  const names = namesOfFeed(asked, formula.feed);
  return values.map((value) => {
    const { thing } = value;
    if (thing === undefined) return value;
    const entity = thingOf(value);
    const { point = null, group = null } = places.get(entity) ?? {};
    const row = unit === null ? null : (rowOfThing(unit, point)?.row ?? null);
    const unchanged = since.get(entity) ?? null;
    return {
      ...value,
      thing: {
        ...thing,
        names: names[entity] ?? null,
        group,
        point,
        unit: row === unallocatedRow ? null : row,
        since: unchanged === null ? null : instantOf(unchanged),
        reading: readings.get(entity) ?? null,
      },
    };
  });
}

async function withNotices(
  asked: Asked,
  formula: Extract<Formula, { kind: 'notices' }>,
  values: readonly KpiValue[],
): Promise<KpiValue[]> {
  const { unit } = asked;
  const notices = new Map(
    (await countedNotices(asked, formula)).map(({ told: { notice } }) => [notice.recordId, notice]),
  );
  return values.map((value) => {
    const notice = notices.get(thingOf(value));
    if (value.thing === undefined || notice === undefined) return value;
    const row = unit === null ? null : (rowOfNotice(unit, notice.areas)?.row ?? null);
    return {
      ...value,
      thing: {
        ...value.thing,
        names: noticeNames(notice),
        group: notice.severity,
        point: markOfNotice(notice.areas),
        unit: row === unallocatedRow ? null : row,
        since: notice.startsAt,
      },
    };
  });
}

/** The words of its sender, in the reader's language where it spoke it. */
export function noticeNames({ texts }: Notice): { readonly vi: string; readonly en: string } {
  const inLanguage = (language: string): string => {
    const text = textIn(texts, language);
    return text?.headline ?? text?.event ?? '';
  };
  return { vi: inLanguage('vi'), en: inLanguage('en') };
}

export function namesOfFeed(
  { reading: { city } }: Asked,
  feed: string,
): Readonly<Record<string, { readonly vi: string; readonly en: string }>> {
  return city.measuredFeeds.find((one) => one.feed === feed)?.names ?? {};
}

function thingOf({ key }: KpiValue): string {
  return key['entity'] ?? '';
}
