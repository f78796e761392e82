import { expect, test } from 'vitest';

import { momentsOf, storySchema, type Story } from './dossier-story.ts';

function record(
  seq: number,
  steps: readonly { step: string; at: string }[],
  more: object = {},
  retracted = false,
): object {
  return {
    seq,
    source: 'desk',
    recordedAt: '2026-11-20T00:00:00.000Z',
    retracted,
    event: {
      kind: 'dossier-event',
      recordId: `r${String(seq)}`,
      occurredAt: steps[0]?.at ?? '2026-11-01T00:00:00.000Z',
      caseKind: 'dossier',
      dossier: 'D-1',
      steps,
      dating: 'change',
      ...more,
    },
  };
}

function storyOf(records: readonly object[], facts: readonly object[] = []): Story {
  const empty = {
    unit: null,
    procedure: null,
    channel: null,
    receivedAt: null,
    dueAt: null,
    duePrecision: null,
    closedAt: null,
  };
  return storySchema.parse({
    at: '2026-11-24T00:00:00.000Z',
    knownSeq: 9,
    dossier: { id: 'i', code: 'D-1', source: 'desk', standing: 'open', disagreements: 0, ...empty, facts, records },
  }).dossier;
}

const due = { at: '2026-11-10T10:00:00.000Z', precision: 'day' };

test('a life is in order of time, whatever the order in which it was told', () => {
  const story = storyOf([
    record(1, [{ step: 'handled', at: '2026-11-12T00:00:00.000Z' }]),
    record(2, [{ step: 'received', at: '2026-11-02T00:00:00.000Z' }], { due }),
    record(3, [], { due }),
  ]);

  expect(momentsOf(story).map(({ kind, sign }) => `${kind} ${sign}`)).toEqual([
    'received happened',
    'due promised',
    'handled happened',
  ]);
});

test('what the clock brings and a transfer that only the unit tells are there too', () => {
  const fact = (measure: string, at: string, delta = 1) => ({ measure, at, delta, unit: '00008', handlingMs: null });
  const story = storyOf(
    [record(1, [{ step: 'received', at: '2026-11-02T00:00:00.000Z' }])],
    [
      fact('transferred-in', '2026-11-05T00:00:00.000Z'),
      fact('overdue', '2026-11-10T10:00:00.001Z'),
      fact('overdue', '2026-11-12T00:00:00.000Z', -1),
    ],
  );

  expect(momentsOf(story).map(({ kind, unit }) => [kind, unit])).toEqual([
    ['received', null],
    ['transferred', '00008'],
    ['overdue', null],
  ]);
});

test('a record that was taken back tells nothing any more', () => {
  const story = storyOf([record(1, [{ step: 'received', at: '2026-11-02T00:00:00.000Z' }], { due }, true)]);

  expect(momentsOf(story)).toEqual([]);
});
