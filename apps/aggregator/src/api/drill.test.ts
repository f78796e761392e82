import {
  countedDossierSchema,
  drillLevelSchema,
  restatementsSchema,
  type DrillLevel,
  type DrillRow,
} from '@flagtower/contracts';
import { describe, expect } from 'vitest';
import { z } from 'zod';

import { dossierLine } from '../testing/dossier-lines.ts';
import { bearer, test as base, type TestService } from '../testing/test-service.ts';

const units = ['00004', '00008', 'desk-without-a-unit-of-the-city', undefined];
const procedures = ['2.000815', '2.000884', 'SIM-VH-01', 'unlisted', undefined];
const channels = ['online', 'desk', 'post'];
const cities = 72;

interface Filled extends TestService {
  readonly key: string;
  /** The cut of the city below, whatever is told afterwards. */
  readonly cut: string;
}

/** 72 dossiers of March 2026; every third is handled, every sixth too late, every fourth had no due date. */
const test = base.extend('filled', { scope: 'file' }, async ({ service }): Promise<Filled> => {
  const sourceKey = await service.source('drill');
  const lines = Array.from({ length: cities }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0');
    const at = `2026-03-${day}T03:00:00.000Z`;
    const handled = index % 3 === 0 ? `2026-04-${index % 2 === 0 ? '20' : '01'}T03:00:00.000Z` : null;
    return JSON.stringify({
      kind: 'dossier-event',
      recordId: `D-${String(index)}/1`,
      occurredAt: handled ?? at,
      caseKind: 'dossier',
      dossier: `D-${String(index)}`,
      steps: [{ step: 'received', at }, ...(handled === null ? [] : [{ step: 'handled', at: handled }])],
      dating: 'correction',
      unit: units[index % units.length],
      procedure: procedures[index % procedures.length],
      channel: channels[index % channels.length],
      due: index % 4 === 3 ? undefined : { at: '2026-04-10T10:00:00.000Z', precision: 'day' },
    });
  });
  const knownSeq = await send(service, sourceKey, lines);
  return { ...service, key: sourceKey, cut: `at=2026-05-01T00:00:00Z&knownSeq=${String(knownSeq)}` };
});

/** @returns the end of its commit */
async function send({ app }: TestService, sourceKey: string, lines: readonly string[]): Promise<number> {
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/intake/drill',
    headers: bearer(sourceKey),
    payload: lines.join('\n'),
  });
  return answer.json<{ knownSeq: number }>().knownSeq;
}

async function levelOf({ app, cut }: Filled, words: string): Promise<DrillLevel> {
  const answer = await app.inject(`/v1/drill?period=all&${cut}&${words}`);
  return z.object({ level: drillLevelSchema }).parse(answer.json()).level;
}

const pageSchema = z.object({ dossiers: z.array(countedDossierSchema), next: z.string().nullable() });

async function dossiersOf({ app, cut }: Filled, kpi: string, words: string): Promise<z.infer<typeof pageSchema>> {
  return pageSchema.parse((await app.inject(`/v1/kpis/${kpi}/dossiers?${cut}&${words}`)).json());
}

function cardOf(level: DrillLevel, kpi: string): number | null {
  return level.cards.find((card) => card.kpi === kpi)?.now.value ?? null;
}

function sumOf(rows: readonly (DrillRow | null)[], kpi: string): number {
  return rows.reduce((sum, row) => sum + (row?.figures[kpi]?.numerator ?? 0), 0);
}

const counts = ['dossiers.received', 'dossiers.handled', 'dossiers.open', 'dossiers.overdue', 'dossiers.near-due'];

describe('the drill-down', { timeout: 60_000 }, () => {
  test('adds up at every level: units and what is in none of them, procedures, channels', async ({ filled }) => {
    const city = await levelOf(filled, '');

    expect(cardOf(city, 'dossiers.received')).toBe(cities);
    for (const kpi of counts) {
      const whole = cardOf(city, kpi);
      expect(sumOf([...(city.units?.rows ?? []), city.units?.rest ?? null], kpi)).toBe(whole);
      expect(sumOf(city.procedures, kpi)).toBe(whole);
      expect(sumOf(city.channels ?? [], kpi)).toBe(whole);
    }
    expect(city.units?.rest?.figures['dossiers.received']?.value).toBe(cities / 4);
    expect(city.units?.reasons).toEqual([{ reason: 'no-unit', value: cities / 4 }]);

    for (const { code, figures } of city.units?.rows.filter((row) => row.figures['dossiers.received']) ?? []) {
      const unit = await levelOf(filled, `unit=${code}`);
      for (const kpi of counts) {
        expect(cardOf(unit, kpi)).toBe(figures[kpi]?.value ?? 0);
        expect(sumOf(unit.procedures, kpi)).toBe(cardOf(unit, kpi));
        expect(sumOf(unit.channels ?? [], kpi)).toBe(cardOf(unit, kpi));
      }
      for (const row of unit.procedures) {
        const level = await levelOf(filled, `unit=${code}&procedure=${row.code}`);
        for (const kpi of counts) expect(cardOf(level, kpi)).toBe(row.figures[kpi]?.value ?? 0);
        const { dossiers } = await dossiersOf(filled, 'dossiers.received', `unit=${code}&procedure=${row.code}`);
        expect(dossiers).toHaveLength(cardOf(level, 'dossiers.received') ?? -1);
      }
    }
  });

  test('groups of the catalogue and what is in none of them are all there is', async ({ filled }) => {
    const groups = ['chung-thuc', 'van-hoa-giao-duc', 'other'];

    const sums = await Promise.all(
      groups.map(async (group) => cardOf(await levelOf(filled, `group=${group}`), 'dossiers.received')),
    );

    expect(sums.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(cities);
  });

  test('says the way from the city down, with what each step received', async ({ filled }) => {
    const { path } = await levelOf(filled, 'unit=00004&procedure=2.000815');

    expect(path).toMatchObject([
      { kind: 'city', code: '01', received: cities },
      { kind: 'commune', code: '00004', received: 18 },
      { kind: 'group', code: 'chung-thuc' },
      { kind: 'procedure', code: '2.000815', received: 4 },
    ]);
  });

  test('lists dossiers page by page, each once, the longest overdue first', async ({ filled }) => {
    const listed: { readonly id: string; readonly since: string }[] = [];
    let after = '';
    do {
      const page = await dossiersOf(
        filled,
        'dossiers.overdue',
        `limit=5${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`,
      );
      listed.push(...page.dossiers);
      after = page.next ?? '';
    } while (after !== '');

    expect(listed).toHaveLength(cardOf(await levelOf(filled, ''), 'dossiers.overdue') ?? -1);
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
    expect(listed.map(({ since }) => since)).toEqual(listed.map(({ since }) => since).toSorted());
  });

  test('tells what became of a figure, by who told it, and the parts make the difference', async ({ filled }) => {
    const before = await levelOf(filled, 'unit=00004');
    await new Promise((resolve) => setTimeout(resolve, 5));
    const since = new Date().toISOString();
    const at = '2026-03-05T03:00:00.000Z';
    const late = ['L-1', 'L-2'].map((code) => dossierLine(code, at));
    await send(filled, filled.key, late);

    const answer = await filled.app.inject(
      `/v1/kpis/dossiers.received/restatements?unit=00004&at=2026-05-01T00:00:00Z&since=${since}`,
    );
    const { restatements } = z.object({ restatements: restatementsSchema }).parse(answer.json());

    expect(restatements.before.value).toBe(cardOf(before, 'dossiers.received'));
    expect(restatements.after.value).toBe((restatements.before.value ?? 0) + 2);
    expect(restatements.groups).toMatchObject([
      { source: 'drill', import: null, records: 2, dossiers: 2, numerator: 2, corrected: 2, retraction: false },
    ]);
    expect(new Set(restatements.entries.map(({ code }) => code))).toEqual(new Set(['L-1', 'L-2']));
    expect(cardOf(await levelOf(filled, 'unit=00004'), 'dossiers.received')).toBe(restatements.before.value);
  });

  test('one dossier tells what the ledger counts of it, and when', async ({ filled }) => {
    const [dossier] = (await dossiersOf(filled, 'dossiers.overdue', 'limit=1')).dossiers;

    const story = z
      .object({
        dossier: z.object({ facts: z.array(z.object({ measure: z.string(), at: z.string(), delta: z.number() })) }),
      })
      .parse((await filled.app.inject(`/v1/dossiers/${dossier?.id ?? ''}`)).json());

    expect(story.dossier.facts).toContainEqual(
      expect.objectContaining({ measure: 'overdue', at: dossier?.since, delta: 1 }),
    );
  });

  test('a department stands beside the communes, and goes on in the one that it went into', async ({ filled }) => {
    const february = (code: string, unit: string): string =>
      dossierLine(code, '2025-02-10T03:00:00.000Z', { unit, procedure: 'SO-1' });
    const knownSeq = await send(filled, filled.key, [february('S-1', 'HN-SKHDT'), february('S-2', 'HN-STP')]);
    const read = async (words: string): Promise<DrillLevel> =>
      await levelOf({ ...filled, cut: `knownSeq=${String(knownSeq)}` }, words);

    const before = await read('at=2025-02-20T00:00:00Z');
    const after = await read('at=2025-03-20T00:00:00Z');
    const finance = await read('at=2025-03-20T00:00:00Z&unit=HN-STC');
    const openIn = (level: DrillLevel): unknown =>
      Object.fromEntries(
        (level.units?.rows ?? []).flatMap(({ code, figures }) =>
          (figures['dossiers.open']?.value ?? 0) > 0 ? [[code, figures['dossiers.open']?.value]] : [],
        ),
      );

    expect(openIn(before)).toEqual({ 'HN-SKHDT': 1, 'HN-STP': 1 });
    expect(openIn(after)).toEqual({ 'HN-STC': 1, 'HN-STP': 1 });
    expect(finance.path.map(({ kind, code }) => [kind, code])).toEqual([
      ['city', '01'],
      ['department', 'HN-STC'],
    ]);
    expect(cardOf(finance, 'dossiers.open')).toBe(1);
    expect(finance.procedures.map(({ code }) => code)).toEqual(['SO-1']);
  });

  test('a custom period without its days says what is missing', async ({ filled }) => {
    const answer = await filled.app.inject('/v1/drill?period=custom');

    expect(answer.json()).toMatchObject({ status: 400, code: 'BAD_REQUEST', place: 'from' });
  });
});
