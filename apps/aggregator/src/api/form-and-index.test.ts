import {
  explanationSchema,
  formAnswerSchema,
  index766AnswerSchema,
  problemSchema,
  type Index766Answer,
} from '@flagtower/contracts';
import { expect } from 'vitest';

import { receivedLine } from '../testing/dossier-lines.ts';
import { bearer, test } from '../testing/test-service.ts';

const march = 'from=2026-03-01&to=2026-04-01&at=2026-04-02';

/** Due in the middle of June 2026. */
function dueLine(code: string, at: string): string {
  const due = { at: '2026-06-15T09:00:00.000Z', precision: 'instant' };
  return receivedLine(code, at).replace(/\}$/, `,"due":${JSON.stringify(due)}}`);
}

function handledLine(code: string, at: string): string {
  const event = { kind: 'dossier-event', caseKind: 'dossier', dossier: code, dating: 'change' };
  return JSON.stringify({ ...event, recordId: `${code}/2`, occurredAt: at, steps: [{ step: 'handled', at }] });
}

test('the form tells a total, its units, and that every row adds up', { timeout: 60_000 }, async ({ service }) => {
  const key = await service.source('form');
  const lines = [
    receivedLine('F-1', '2026-02-20T02:00:00.000Z'),
    receivedLine('F-2', '2026-03-03T02:00:00.000Z'),
    handledLine('F-1', '2026-03-05T02:00:00.000Z'),
  ];
  await service.app.inject({ method: 'POST', url: '/v1/intake/form', headers: bearer(key), payload: lines.join('\n') });

  const answer = formAnswerSchema.parse((await service.app.inject(`/v1/form?${march}&unit=00004`)).json());
  const city = formAnswerSchema.parse((await service.app.inject(`/v1/form?${march}`)).json());

  expect(answer.rows[0]).toMatchObject({
    kind: 'total',
    figures: { received: 2, 'carried-over': 1, 'received-in-period': 1, handled: 1, 'in-progress': 1, paused: 0 },
    checks: { identity: 0, received: 0, handled: 0, 'in-progress': 0 },
  });
  expect(city.rows.find(({ unit }) => unit === '00004')?.figures).toEqual(answer.rows[0]?.figures);
  expect(city.rows.filter(({ kind }) => kind === 'unit')).toHaveLength(16 + 126);
  expect(city.stated).toEqual([]);
});

test('a form without a period, or of a unit that is none, is refused with a remedy', async ({ service }) => {
  const noPeriod = await service.app.inject('/v1/form?unit=01');
  const noUnit = await service.app.inject(`/v1/form?${march}&unit=nowhere`);
  const backwards = await service.app.inject('/v1/form?from=2026-04-01&to=2026-03-01');

  expect([noPeriod.statusCode, noUnit.statusCode, backwards.statusCode]).toEqual([400, 404, 400]);
  expect(problemSchema.parse(noUnit.json()).code).toBe('UNKNOWN_UNIT');
});

const scoreOf = ({ parts }: Index766Answer, item: string) =>
  parts.flatMap(({ items }) => items).find((score) => score.item === item);

test(
  'the index is counted where it can be, stated where it was, and a range where neither',
  { timeout: 60_000 },
  async ({ service }) => {
    const key = await service.source('index');
    await service.app.inject({
      method: 'POST',
      url: '/v1/intake/index',
      headers: bearer(key),
      payload: receivedLine('I-1', '2026-04-10T02:00:00.000Z'),
    });

    const answer = index766AnswerSchema.parse(
      (await service.app.inject(`/v1/index-766?from=2026-04-01&to=2026-05-01&at=2026-05-02&unit=01`)).json(),
    );
    const { total, parts, gains, ranking, history } = answer;

    expect(scoreOf(answer, '3.3')).toMatchObject({ origin: 'counted' });
    expect(scoreOf(answer, '1.1')).toMatchObject({ origin: 'unknown', points: { lowest: 0, highest: 6 } });
    expect(total.points.highest).toBeLessThanOrEqual(100);
    expect(total.points.lowest).toBeLessThan(total.points.highest);
    expect(total.stated).toMatchObject({ value: 58.3, period: { from: '2025-03-01' } });
    expect(history.map(({ value }) => value)).toEqual([58.86, 61.18, 58.69, 58.3]);
    expect(parts.map(({ part }) => part)).toEqual([
      'transparency',
      'progress',
      'digitisation',
      'services',
      'payment',
      'satisfaction',
    ]);
    expect(gains[0]?.points.highest).toBeGreaterThan(0);
    expect(ranking.map(({ unit }) => unit)).toContain('00004');
  },
);

test('before a month was over, nothing was stated of it', async ({ service }) => {
  const answer = index766AnswerSchema.parse(
    (await service.app.inject('/v1/index-766?from=2025-03-01&to=2025-04-01&at=2025-03-31')).json(),
  );

  expect(answer.total.stated).toMatchObject({
    value: 58.69,
    statedBy: expect.stringContaining('10/12/2024') as string,
  });
});

test(
  'the on-time rate of the received is explained to the last unit, late ones with the period that received them',
  {
    timeout: 60_000,
  },
  async ({ service }) => {
    const key = await service.source('cohort');
    const lines = [
      dueLine('C766-1', '2026-05-20T02:00:00.000Z'),
      dueLine('C766-2', '2026-05-28T02:00:00.000Z'),
      handledLine('C766-2', '2026-07-30T02:00:00.000Z'),
    ];
    await service.app.inject({
      method: 'POST',
      url: '/v1/intake/cohort',
      headers: bearer(key),
      payload: lines.join('\n'),
    });
    const ask = async (words: string) =>
      explanationSchema.parse(
        (
          await service.app.inject(`/v1/kpis/dossiers.on-time-rate.index/explain?source=cohort&unit=00004&${words}`)
        ).json(),
      );

    const may = await ask('from=2026-05-01&to=2026-06-01&at=2026-08-01');
    const july = await ask('from=2026-07-01&to=2026-08-01&at=2026-08-01');

    const sumOf = (role: string): number =>
      may.balances.reduce((sum, part) => (part.role === role ? sum + part.sign * part.sum : sum), 0);
    const [value] = may.answer.values;
    expect([sumOf('numerator'), sumOf('denominator')]).toEqual([value?.numerator, value?.denominator]);
    expect(value?.denominator).toBe(2);
    expect(may.entries.filter(({ measure }) => measure === 'cohort-late').length).toBeGreaterThan(0);
    expect(new Set(may.days.map(({ day }) => day.slice(0, 7)))).toEqual(new Set(['2026-05']));
    expect(july.answer.values[0]).toMatchObject({ value: null, denominator: 0 });
  },
);
