import { dossierEventSchema, type DossierEvent } from '@flagtower/contracts';
import { describe, expect, test } from 'vitest';

import { replay } from './replay.ts';
import { tellingsOf } from './tellings.ts';

function row(steps: readonly (readonly [string, string])[], occurredAt = steps.at(-1)?.[1]): DossierEvent {
  return dossierEventSchema.parse({
    kind: 'dossier-event',
    recordId: 'case:1',
    occurredAt,
    caseKind: 'dossier',
    dossier: '1',
    dating: 'correction',
    steps: steps.map(([step, at]) => ({ step, at })),
  });
}

const day1 = '2026-03-02T03:00:00.000Z';
const day2 = '2026-03-03T03:00:00.000Z';

describe('a row that knows a whole case', () => {
  test('is told at each of its steps, and never of what is still to come', () => {
    const tellings = tellingsOf(
      row([
        ['received', day1],
        ['handled', day2],
      ]),
    );

    expect(
      tellings.map(({ at, record }) => [
        new Date(at).toISOString(),
        record.version,
        record.kind === 'dossier-event' && record.steps.map(({ step }) => step),
      ]),
    ).toEqual([
      [day1, 0, ['received']],
      [day2, 1, ['received', 'handled']],
    ]);
    expect(tellings.every(({ at, record }) => Date.parse(record.occurredAt) <= at)).toBe(true);
  });

  test('with one step is told once, as it is', () => {
    const event = row([['received', day1]]);

    expect(tellingsOf(event)).toEqual([{ at: Date.parse(day1), record: event }]);
  });
});

test('a history is told in order while the ledger’s clock runs through it, which then goes on like everybody’s', async () => {
  const tellings = tellingsOf(
    row([
      ['received', day1],
      ['paused', '2026-03-02T09:00:00.000Z'],
      ['handled', day2],
    ]),
  );
  const driven: { at: number; speed: number }[] = [];
  const told: number[] = [];

  const done = await replay(
    tellings,
    {
      drive: (at, speed) => {
        driven.push({ at, speed });
        return Promise.resolve();
      },
      send: (records) => {
        told.push(...records.map(({ version }) => version));
        return Promise.resolve({ accepted: records.length, duplicates: 0, quarantined: 0 });
      },
    },
    { withinSeconds: 0.5, signal: new AbortController().signal, onProgress: () => undefined },
  );

  expect(told).toEqual([0, 1, 2]);
  expect(done).toMatchObject({ told: 3, accepted: 3, speed: 172_800 });
  expect(driven[0]).toEqual({ at: Date.parse(day1), speed: 172_800 });
  expect(driven[1]?.speed).toBe(1);
  expect(driven[1]?.at).toBeGreaterThanOrEqual(Date.parse(day2));
});
