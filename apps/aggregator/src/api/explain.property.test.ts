import { hanoi } from '@flagtower/city-hanoi';
import { explanationSchema, type Explanation } from '@flagtower/contracts';
import { isSummed } from '@flagtower/domain';
import { entriesAPage } from '@flagtower/store';
import * as fc from 'fast-check';
import { expect } from 'vitest';

import { bearer, test, type TestService } from '../testing/test-service.ts';

/*
 * A hundred figures at random cuts, each put together again from nothing but the entries that its explanation lists, page
 * by page: to the last dossier it must be the figure, and every entry must name a record that was told by then.
 */

const dayMs = 86_400_000;
const start = Date.parse('2026-01-05T01:00:00Z');
const iso = (ms: number): string => new Date(ms).toISOString();
const kpis = hanoi.kpis
  .filter(({ caseKind, formula }) => caseKind === 'dossier' && isSummed(formula))
  .map(({ id }) => String(id));

const [here = '', there = '', elsewhere = ''] = hanoi.units
  .filter(({ level, validTo }) => level === 'commune' && validTo === null)
  .map(({ code }) => code);

const anyDossier = fc.record({
  day: fc.integer({ min: 0, max: 80 }),
  unit: fc.constantFrom(here, there, undefined),
  procedure: fc.constantFrom('2.000815', 'SIM-VH-01', undefined),
  channel: fc.constantFrom('online', 'at-home', 'desk', undefined),
  dueDays: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  handledDays: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
  movesTo: fc.constantFrom(elsewhere, undefined, undefined),
});

type Dossier = typeof anyDossier extends fc.Arbitrary<infer Value> ? Value : never;

/** Two tellings of each dossier, in batches of 40: the receipt, and later its end or its move. */
async function tell(service: TestService, id: string, dossiers: readonly Dossier[]): Promise<number[]> {
  const key = await service.source(id);
  const told = dossiers.flatMap(({ day, unit, procedure, channel, dueDays, handledDays, movesTo }, index) => {
    const received = start + day * dayMs;
    const about = { kind: 'dossier-event', caseKind: 'dossier', dossier: `${id}-${String(index)}`, dating: 'change' };
    const due = dueDays === undefined ? {} : { due: { at: iso(received + dueDays * dayMs), precision: 'instant' } };
    const end = received + (handledDays ?? 1) * dayMs;
    return [
      {
        ...about,
        recordId: `${String(index)}/1`,
        occurredAt: iso(received),
        steps: [{ step: 'received', at: iso(received) }],
        unit,
        procedure,
        channel,
        ...due,
      },
      {
        ...about,
        recordId: `${String(index)}/2`,
        occurredAt: iso(end),
        steps: handledDays === undefined ? [] : [{ step: 'handled', at: iso(end) }],
        ...(handledDays === undefined && movesTo !== undefined ? { unit: movesTo } : {}),
      },
    ];
  });
  const commits: number[] = [];
  for (let from = 0; from < told.length; from += 40) {
    const answer = await service.app.inject({
      method: 'POST',
      url: `/v1/intake/${id}`,
      headers: bearer(key),
      payload: told
        .slice(from, from + 40)
        .map((line) => JSON.stringify(line))
        .join('\n'),
    });
    commits.push(answer.json<{ knownSeq: number }>().knownSeq);
  }
  return commits;
}

async function allPages({ app }: TestService, address: string): Promise<{ first: Explanation; pages: Explanation[] }> {
  const pages: Explanation[] = [];
  for (;;) {
    const answer = await app.inject(`${address}&page=${String(pages.length)}`);
    const page = explanationSchema.parse(answer.json());
    pages.push(page);
    if (page.entries.length < entriesAPage) return { first: pages[0] ?? page, pages };
  }
}

test(
  'a hundred figures are what their entries add up to, and every entry names its record',
  { timeout: 120_000 },
  async ({ service }) => {
    const dossiers = fc.sample(anyDossier, 160);
    const commits = await tell(service, 'explained', dossiers);
    const anyQuestion = fc.record({
      kpi: fc.constantFrom(...kpis),
      unit: fc.constantFrom(here, there, elsewhere, undefined),
      procedure: fc.constantFrom('2.000815', '', undefined),
      at: fc.integer({ min: 0, max: 120 }),
      from: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
      known: fc.constantFrom(...commits),
    });

    for (const { kpi, unit, procedure, at, from, known } of fc.sample(anyQuestion, 100)) {
      const words = { source: 'explained', unit, procedure, at: iso(start + at * dayMs), knownSeq: String(known) };
      const asked = { ...words, from: from === undefined ? undefined : iso(start + Math.min(from, at) * dayMs) };
      const given = Object.entries(asked).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] satisfies [string, string]],
      );
      const address = `/v1/kpis/${kpi}/explain?${new URLSearchParams(given).toString()}`;
      const { first, pages } = await allPages(service, address);

      const entries = pages.flatMap((page) => page.entries);
      const records = new Set(pages.flatMap((page) => page.records.map(({ seq }) => seq)));
      const sums = new Map<string, number>();
      for (const { measure, delta } of entries) sums.set(measure, (sums.get(measure) ?? 0) + delta);
      const total = (role: 'numerator' | 'denominator'): number =>
        first.balances.reduce(
          (sum, each) => sum + (each.role === role ? each.sign * (sums.get(each.measure) ?? 0) : 0),
          0,
        );
      const [figure] = first.answer.values;

      for (const { measure, sum } of first.balances) expect(sums.get(measure) ?? 0).toBe(sum);
      expect(entries.every(({ seq }) => seq <= known && records.has(seq))).toBe(true);
      if (figure?.numerator === null || figure === undefined) expect(entries).toEqual([]);
      else expect([figure.numerator, figure.denominator ?? 0]).toEqual([total('numerator'), total('denominator')]);
    }
  },
);
