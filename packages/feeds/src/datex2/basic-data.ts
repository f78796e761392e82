import { codeSchema, type Point } from '@flagtower/contracts';

import { checkedRecord } from '../checked-record.ts';
import type { Parsed } from '../parsed.ts';
import { rejected } from '../reject.ts';
import { countIn } from '../tally.ts';
import { instantText } from '../times/moment.ts';
import type { XmlElement } from '../xml/element-finder.ts';
import { partsAt, textAt } from '../xml/element-parts.ts';
import { numberOf } from './places.ts';
import type { Publication } from './publication.ts';
import { trafficValues, type TrafficValue } from './traffic-values.ts';

/** What the values of one basic data are of. */
export interface Measured {
  readonly line: number;
  readonly entity: string;
  /** Epoch ms; `null`: nobody says. */
  readonly atMs: number | null;
  /** The site or road that the entity is a part of. */
  readonly group: string;
  readonly point: Point | null;
}

/** Seconds over which a value was measured or computed, up to its time; `null`: it does not say. */
function periodSeconds(basicData: XmlElement): number | null {
  const seconds = numberOf(textAt(basicData, 'measurementOrCalculationPeriod'));
  return seconds !== null && seconds > 0 && seconds <= maxPeriodSeconds ? seconds : null;
}

/** Longer than any reading of a road, and short enough to stay in the years that the ledger can write. */
const maxPeriodSeconds = 366 * 24 * 3600;

/** The readings of a basic data; one that we know no metric for is counted by its type and left out. */
export function readingsOf(basicData: XmlElement, measured: Measured, publication: Publication): Parsed[] {
  const seconds = periodSeconds(basicData);
  const readings = trafficValues.flatMap((value) => {
    const [holder] = partsAt(basicData, ...value.path.slice(0, -1));
    return holder === undefined ? [] : [reading(holder, value, { ...measured, seconds }, publication)];
  });
  const type = /^\w{1,60}$/.test(basicData.type) ? basicData.type : 'unknown';
  countIn(publication.tally, `data:${type}`);
  if (readings.length === 0) countIn(publication.tally, `data-not-read:${type}`);
  return readings;
}

function reading(
  holder: XmlElement,
  { path, metric, unit, factor }: TrafficValue,
  { line, entity, atMs, group, point, seconds }: Measured & { readonly seconds: number | null },
  { feed, atMs: publishedMs }: Publication,
): Parsed {
  const occurredAt = atMs === null ? '' : instantText(atMs);
  const told = textAt(holder, path.at(-1) ?? '');
  const value = numberOf(told);
  if (told !== '' && value === null && !isFaulty(holder))
    return rejected(line, 'bad-value', [path.at(-1) ?? ''], `Write a number at line ${line}`);
  const absent = absentReason(holder, value, metric);
  return checkedRecord(line, 'the element at line', {
    kind: 'observation',
    recordId: `${entity}|${metric}|${occurredAt}`,
    version: publishedMs ?? 0,
    occurredAt,
    ...(atMs !== null &&
      seconds !== null &&
      atMs > seconds * 1000 && { periodFrom: instantText(Math.round(atMs - seconds * 1000)) }),
    feed,
    entity,
    metric,
    unitOfMeasure: unit,
    ...(absent === null ? { value: scaled(value ?? 0, factor) } : { value: null, absent }),
    ...(point !== null && { point }),
    ...(codeSchema.safeParse(group).success && { group }),
  });
}

function isFaulty(holder: XmlElement): boolean {
  return textAt(holder, 'dataError') === 'true';
}

/** Below zero no flow, speed or time is possible: operators write -1 where nothing passed or nothing is known. */
function absentReason(holder: XmlElement, value: number | null, metric: string): string | null {
  if (isFaulty(holder)) return 'data-error';
  return value === null || (value < 0 && metric !== 'temperature') ? 'not-measured' : null;
}

/** Binary fractions would make 54 per cent 0.5400000000000001. */
function scaled(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(12));
}
