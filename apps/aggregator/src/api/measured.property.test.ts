import { hanoi } from '@flagtower/city-hanoi';
import {
  explanationSchema,
  kpiAnswerSchema,
  type CountedReading,
  type Explanation,
  type KpiAnswer,
  type KpiDefinition,
  type KpiValue,
} from '@flagtower/contracts';
import { measuredFigure, unallocatedRow, type Figure } from '@flagtower/domain';
import { readingsAPage } from '@flagtower/store';
import * as fc from 'fast-check';
import { expect } from 'vitest';

import { bearer, test, type TestService } from '../testing/test-service.ts';

/*
 * Readings of things in the city, near it and nowhere, some corrected and some absent, told in batches. Whatever the cut, a measured
 * figure is what its parts make together, and what the readings of its explanation make.
 */

const minuteMs = 60_000;
const start = Date.parse('2026-03-02T01:00:00Z');
const iso = (ms: number): string => new Date(ms).toISOString();
/** Of the KPIs with a rule of their own; the feeds are those of the city. */
const kpis = hanoi.kpis.filter(({ formula }) => formula.kind === 'observation');

const [here, there] = hanoi.units.filter(({ level, validTo }) => level === 'commune' && validTo === null);
const anyPlace = fc.constantFrom(here?.point, there?.point, [108.2, 16.05], undefined);

const metricsOf = ({ formula }: KpiDefinition): string[] =>
  formula.kind === 'observation' ? [formula.metric, formula.over ?? formula.metric] : [];
const feedOf = ({ formula }: KpiDefinition): string => (formula.kind === 'observation' ? formula.feed : '');
const anyMetric = fc.constantFrom(
  ...new Set(kpis.flatMap((kpi) => metricsOf(kpi).map((metric) => `${feedOf(kpi)}|${metric}`))),
);

/** Values are quarters: their sums are exact, whatever the order. */
const anyReading = fc.record({
  feedAndMetric: anyMetric,
  entity: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
  minutes: fc.integer({ min: 0, max: 300 }),
  quarters: fc.option(fc.integer({ min: 0, max: 800 }), { nil: undefined }),
  point: anyPlace,
  group: fc.constantFrom('one', 'two', undefined),
  version: fc.integer({ min: 0, max: 2 }),
});
type AnyReading = typeof anyReading extends fc.Arbitrary<infer Value> ? Value : never;

function lineOf({ feedAndMetric, entity, minutes, quarters, point, group, version }: AnyReading): string {
  const [feed = '', metric = ''] = feedAndMetric.split('|');
  const occurredAt = iso(start + minutes * minuteMs);
  return JSON.stringify({
    kind: 'observation',
    recordId: `${feed}|${entity}|${metric}|${occurredAt}`,
    version,
    occurredAt,
    feed,
    entity,
    metric,
    value: quarters === undefined ? null : quarters / 4,
    ...(quarters === undefined && { absent: 'not-measured' }),
    unitOfMeasure: '1',
    ...(point === undefined || point === null ? {} : { point }),
    ...(group === undefined ? {} : { group }),
  });
}

async function tell(service: TestService, id: string, readings: readonly AnyReading[]): Promise<number[]> {
  const key = await service.source(id);
  const commits: number[] = [];
  for (let from = 0; from < readings.length; from += 300) {
    const answer = await service.app.inject({
      method: 'POST',
      url: `/v1/intake/${id}`,
      headers: bearer(key),
      payload: readings
        .slice(from, from + 300)
        .map(lineOf)
        .join('\n'),
    });
    commits.push(answer.json<{ knownSeq: number }>().knownSeq);
  }
  return commits;
}

const anyQuestion = (commits: readonly number[]) =>
  fc.record({
    kpi: fc.constantFrom(...kpis),
    unit: fc.constantFrom(undefined, undefined, here?.code, there?.code),
    at: fc.integer({ min: 0, max: 330 }),
    from: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
    known: fc.constantFrom(...commits),
    geography: fc.constantFrom(undefined, '2024-06-01'),
  });
type Question = ReturnType<typeof anyQuestion> extends fc.Arbitrary<infer Value> ? Value : never;

function wordsOf({ kpi, unit, at, from, known, geography }: Question, more: Record<string, string> = {}): string {
  const period = from === undefined ? {} : { from: iso(start + Math.min(from, at) * minuteMs) };
  const place = unit !== undefined ? { unit } : geography === undefined ? {} : { geography };
  const { explain, ...others } = more;
  const words = { at: iso(start + at * minuteMs), knownSeq: String(known), ...period, ...place, ...others };
  return `/v1/kpis/${kpi.id}`.concat(
    explain === undefined ? '' : '/explain',
    `?${new URLSearchParams(words).toString()}`,
  );
}

async function answered({ app }: TestService, question: Question, by?: string): Promise<KpiAnswer> {
  const answer = await app.inject(wordsOf(question, by === undefined ? {} : { by, limit: '2' }));
  const first = kpiAnswerSchema.parse(answer.json());
  const values = [...first.values];
  for (let page = 1; values.length < (first.rows?.of ?? 0); page += 1) {
    const next = await app.inject(wordsOf(question, { by: by ?? '', limit: '2', page: String(page) }));
    values.push(...kpiAnswerSchema.parse(next.json()).values);
  }
  return { ...first, values };
}

const added = (values: readonly KpiValue[], pick: (value: KpiValue) => number | null): number | null => {
  const known = values.flatMap((value) => pick(value) ?? []);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
};

/** What parts make together; `undefined`: nothing that their sums could tell. */
function together({ formula }: KpiDefinition, parts: readonly KpiValue[]): number | null | undefined {
  if (formula.kind !== 'observation') return undefined;
  const { statistic } = formula;
  if (statistic === 'median') return undefined;
  if (statistic === 'max' || statistic === 'latest-max') {
    const known = parts.flatMap(({ value }) => value ?? []);
    return known.length === 0 ? null : Math.max(...known);
  }
  const upper = added(parts, ({ numerator }) => numerator);
  const lower = added(parts, ({ denominator }) => denominator);
  if (statistic === 'latest-ratio' || statistic === 'within')
    return upper === null || lower === null || lower === 0 ? null : upper / lower;
  if (statistic === 'mean' || statistic === 'latest-mean')
    return lower === null || lower === 0
      ? null
      : (added(parts, ({ value, denominator }) => (value === null ? null : value * (denominator ?? 0))) ?? 0) / lower;
  return upper;
}

function expectSame(value: number | null | undefined, expected: number | null): void {
  if (value === undefined) return;
  if (value === null || expected === null) expect(value).toBe(expected);
  else expect(value).toBeCloseTo(expected, 9);
}

test('a measured figure is what its parts make together, on any cut', { timeout: 120_000 }, async ({ service }) => {
  const commits = await tell(service, 'parts', fc.sample(anyReading, 2400));
  for (const question of fc.sample(anyQuestion(commits), 120)) {
    const [whole] = (await answered(service, question)).values;
    for (const by of ['entity', 'unit', 'group']) {
      const parts = await answered(service, question, by);

      expectSame(together(question.kpi, parts.values), whole?.value ?? null);
      expect(added(parts.values, ({ denominator }) => denominator) ?? 0).toBe(whole?.denominator ?? 0);
      expect(new Set(parts.values.map(({ key }) => key[by])).size).toBe(parts.values.length);
      const rest = parts.values.findIndex(({ key }) => key[by] === unallocatedRow);
      expect([-1, parts.values.length - 1]).toContain(rest);
      const { reasons } = parts.values[rest] ?? {};
      if (
        by === 'unit' &&
        reasons !== undefined &&
        question.kpi.formula.kind === 'observation' &&
        question.kpi.formula.statistic === 'latest-sum'
      )
        expect(reasons.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(parts.values[rest]?.value ?? 0);
      for (const part of parts.values.filter(({ key }) => by === 'unit' && key[by] !== unallocatedRow)) {
        const alone = await service.app.inject(wordsOf(question, { unit: part.key[by] ?? '' }));
        if (question.unit === undefined)
          expect(kpiAnswerSchema.parse(alone.json()).values[0]?.value).toEqual(part.value);
      }
    }
  }
});

async function allPages(
  { app }: TestService,
  question: Question,
): Promise<{ first: Explanation; readings: CountedReading[] }> {
  const readings: CountedReading[] = [];
  for (let page = 0; ; page += 1) {
    const answer = await app.inject(wordsOf(question, { explain: '', page: String(page) }));
    const first = explanationSchema.parse(answer.json());
    readings.push(...(first.measured?.readings ?? []));
    if ((page + 1) * readingsAPage >= (first.measured?.of ?? 0)) return { first, readings };
  }
}

test(
  'every measured figure is made again of the readings that its explanation lists',
  { timeout: 120_000 },
  async ({ service }) => {
    const commits = await tell(service, 'reasons', fc.sample(anyReading, 1200));
    for (const question of fc.sample(anyQuestion(commits), 80)) {
      const { first, readings } = await allPages(service, question);
      const { formula } = question.kpi;
      const [shown] = first.answer.values;
      const counted: Figure | null = formula.kind === 'observation' ? measuredFigure(formula, readings) : null;

      expect(readings).toHaveLength(first.measured?.of ?? -1);
      expectSame(counted?.value, shown?.value ?? null);
      expect([counted?.numerator, counted?.denominator]).toEqual([shown?.numerator, shown?.denominator]);
      expect(readings.every(({ seq, recordId }) => seq <= question.known && recordId !== null)).toBe(true);
      expect(readings.filter(({ corrects }) => corrects > 0)).toHaveLength(first.measured?.corrected ?? -1);
    }
  },
);
