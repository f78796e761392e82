import type { Point } from '@flagtower/contracts';
import { z } from 'zod';

import { checkedRecord } from '../checked-record.ts';
import type { Parsed } from '../parsed.ts';
import { rejected } from '../reject.ts';
import { countIn, type Tally } from '../tally.ts';
import {
  absentOf,
  besideSchema,
  conceptSchema,
  firstCode,
  isNoPerson,
  metaSchema,
  nameOf,
  periodSchema,
  quantitySchema,
  referenceSchema,
} from './fhir-parts.ts';
import { instantOf, versionOf, type FhirReading } from './fhir-reading.ts';
import { malformed } from './malformed.ts';

const populationSchema = z.looseObject({
  code: conceptSchema.optional(),
  count: z.number().optional(),
  _count: besideSchema.optional(),
});
const groupSchema = z.looseObject({
  code: conceptSchema.optional(),
  population: z.array(populationSchema).default([]),
  measureScore: quantitySchema.optional(),
  _measureScore: besideSchema.optional(),
  stratifier: z.array(z.unknown()).default([]),
});
const reportSchema = z.looseObject({
  meta: metaSchema.optional(),
  status: z.string(),
  type: z.string(),
  date: z.string().optional(),
  subject: referenceSchema.optional(),
  reporter: referenceSchema.optional(),
  period: periodSchema.default({}),
  group: z.array(groupSchema).default([]),
});
type Group = z.infer<typeof groupSchema>;

interface Figure {
  readonly metric: string;
  readonly value: number | null;
  readonly absent?: string;
}

/**
 * Counts and scores of a report's groups, each an observation of the report's subject at the end of its period. A later
 * report on the same period replaces them. Strata are counted and not read: their sum is the group's figure.
 */
export function ofMeasureReport(line: number, resource: unknown, reading: FhirReading): Parsed[] {
  const { tally, read } = reading;
  const parsed = reportSchema.safeParse(resource);
  if (!parsed.success) return malformed(line, 'MeasureReport', parsed.error);
  const report = parsed.data;
  countIn(tally, 'groups', report.group.length);
  countIn(
    tally,
    'populations',
    sumOf(report.group, ({ population }) => population.length),
  );
  countIn(
    tally,
    'stratifiers',
    sumOf(report.group, ({ stratifier }) => stratifier.length),
  );
  const isOfPersons = report.type === 'individual' || (report.subject !== undefined && !isNoPerson(report.subject));
  if (isOfPersons || report.status !== 'complete') {
    countIn(tally, isOfPersons ? 'of-persons-not-read' : 'not-complete');
    return [];
  }
  const { period } = report;
  const at = instantOf(period.end ?? period.start ?? report.date, 'end', read);
  if (at === null)
    return [rejected(line, 'bad-time', ['period.end'], `Write the period of resource ${line} as 2026-11-24`)];
  const entity = nameOf(report.subject) || nameOf(report.reporter);
  const point = reading.places.get(entity);
  return records(line, report.group.flatMap(figuresOf), tally, {
    kind: 'observation' as const,
    version: versionOf([report.date, report.meta?.lastUpdated, reading.toldAt], read),
    occurredAt: at === '' ? reading.toldAt : at,
    feed: reading.feed,
    entity,
    unitOfMeasure: '1',
    ...(point !== undefined && { point }),
  });
}

function sumOf(groups: readonly Group[], count: (group: Group) => number): number {
  return groups.reduce((sum, group) => sum + count(group), 0);
}

interface Shared {
  readonly kind: 'observation';
  readonly version: number;
  readonly occurredAt: string;
  readonly feed: string;
  readonly entity: string;
  readonly unitOfMeasure: string;
  readonly point?: Point;
}

/** Two figures by one code cannot both be true: the first is kept, another one is refused. */
function records(line: number, figures: readonly Figure[], tally: Tally, shared: Shared): Parsed[] {
  const told = new Map<string, number | null>();
  return figures.flatMap((figure) => {
    const { metric, value } = figure;
    const before = told.get(metric);
    if (before === value) countIn(tally, 'figure-repeated');
    if (before === value) return [];
    if (before !== undefined) {
      const remedy = `Resource ${line} tells two figures by one code: give each its own`;
      return [rejected(line, 'bad-identity', ['group.code'], remedy)];
    }
    told.set(metric, value);
    if (value === null) countIn(tally, 'absent');
    const recordId = `${shared.entity}|${metric}|${shared.occurredAt}`;
    return [checkedRecord(line, 'resource', { ...shared, ...figure, recordId })];
  });
}

function figuresOf({ code: groupCode, population, measureScore: score, _measureScore: besideScore }: Group): Figure[] {
  const isScored = score !== undefined || besideScore !== undefined;
  return [
    ...population.map(({ code, count, _count: beside }) => figureOf(firstCode(code), count, beside)),
    ...(isScored ? [figureOf(firstCode(groupCode), score?.value, besideScore)] : []),
  ];
}

/** Absent is not zero: a count that is not there has a reason in its place. */
function figureOf(metric: string, count: number | undefined, beside: z.infer<typeof besideSchema> | undefined): Figure {
  return count === undefined ? { metric, value: null, absent: absentOf(beside) } : { metric, value: count };
}
