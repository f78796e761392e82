import { incidentRulesSchema, noticeSchema, type Notice } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cityStage, ladderOn } from './city-stage.ts';
import { crossingOccasions } from './crossing-occasions.ts';
import type { Deed } from './deed.ts';
import { foldIncidents } from './fold-incidents.ts';
import type { Incident } from './incident.ts';
import { noticeOccasions, type NoticeTelling } from './notice-occasions.ts';
import { stageOfCourse, stageSince } from './stage-course.ts';
import type { ThresholdReading } from './threshold-reading.ts';

const minuteMs = 60_000;
const start = Date.parse('2026-07-01T08:00:00Z');
const after = (minutes: number): number => start + minutes * minuteMs;
const iso = (ms: number): string => new Date(ms).toISOString();

const severities = { extreme: 4, severe: 3, moderate: 2, minor: 1, unknown: 1 };
const rules = incidentRulesSchema.parse({
  kinds: [
    {
      id: 'flood',
      names: { vi: 'Ngập', en: 'Flood' },
      center: 'environment',
      mergeKm: 1,
      regionKm: 3,
      mergeMinutes: 60,
      notices: [{ noticeTypes: ['alert'], events: ['flood'] }],
      severities,
    },
    {
      id: 'weather',
      names: { vi: 'Thời tiết', en: 'Weather' },
      center: 'environment',
      mergeKm: 0,
      mergeMinutes: 60,
      byEvent: true,
      notices: [{ noticeTypes: ['alert'] }],
      severities,
    },
    {
      id: 'accident',
      names: { vi: 'Tai nạn', en: 'Accident' },
      center: 'traffic',
      mergeKm: 0.3,
      mergeMinutes: 30,
      notices: [{ noticeTypes: ['incident'] }],
      severities,
    },
  ],
  thresholds: [
    {
      id: 'water',
      kind: 'flood',
      names: { vi: 'Nước', en: 'Water' },
      feed: 'water',
      metric: 'level',
      side: 'above',
      levels: [
        { value: 0.2, severity: 2 },
        { value: 0.4, severity: 3 },
      ],
      validFrom: '2019-01-01',
      basis: { vi: 'của ta', en: 'ours' },
    },
  ],
  closesItselfAfterMinutes: { 1: 0, 2: 0, 3: 1440, 4: 1440 },
  stages: [
    {
      validFrom: '2019-01-01',
      basis: { vi: 'của ta', en: 'ours' },
      stages: [
        { stage: 1, names: { vi: 'Một', en: 'One' }, conditions: [] },
        { stage: 2, names: { vi: 'Hai', en: 'Two' }, conditions: [{ minSeverity: 3, count: 1 }] },
        {
          stage: 3,
          names: { vi: 'Ba', en: 'Three' },
          conditions: [
            { minSeverity: 4, count: 1 },
            { minSeverity: 2, count: 3 },
          ],
        },
      ],
    },
  ],
  basis: { vi: 'của ta', en: 'ours' },
});

const [ladder] = rules.stages;
if (ladder === undefined) throw new TypeError('the rules have a ladder');

let seqs = 0;
const nextSeq = (): number => (seqs += 1);

function telling(
  id: string,
  minute: number,
  more: Partial<Notice> & { event?: string; at?: [number, number] } = {},
): NoticeTelling {
  const { event = 'Flood', at = [105.85, 21.02], ...rest } = more;
  return {
    id: `n-${id}`,
    source: 'alerts',
    hash: JSON.stringify(more),
    seq: nextSeq(),
    toldAt: after(minute),
    recordedAt: after(minute),
    notice: {
      ...noticeSchema.parse({
        kind: 'notice',
        recordId: id,
        version: after(minute),
        occurredAt: iso(after(minute)),
        noticeType: 'alert',
        category: 'Met',
        severity: 'moderate',
        urgency: 'immediate',
        certainty: 'observed',
        status: 'actual',
        startsAt: iso(after(minute)),
        endsAt: null,
        ended: false,
        supersedes: [],
        sender: '',
        texts: [{ language: 'en', event }],
        areas: [{ name: 'Here', polygons: [], circles: [{ center: at, radiusKm: 0.2 }], geocodes: [] }],
        signed: false,
      }),
      ...rest,
    },
  };
}

function reading(
  entity: string,
  minute: number,
  value: number | null,
  more: Partial<ThresholdReading> = {},
): ThresholdReading {
  const level = value ?? 0;
  const severity = level >= 0.4 ? 3 : level >= 0.2 ? 2 : 0;
  return {
    id: `c-${entity}-${String(minute)}`,
    threshold: 'water',
    entity,
    source: 'gauges',
    recordId: `${entity}@${String(minute)}`,
    version: 0,
    hash: String(value),
    occurredAt: after(minute),
    recordedAt: after(minute),
    seq: nextSeq(),
    value,
    severity,
    holds: severity,
    forMinutes: 0,
    unitOfMeasure: 'm',
    point: [105.85, 21.02],
    ...more,
  };
}

function deed(name: Deed['deed'], incident: string, minute: number, more: Partial<Deed> = {}): Deed {
  const by = { id: '019f0000-0000-7000-8000-000000000001', displayName: 'Lan' };
  return { seq: nextSeq(), at: after(minute), deed: name, incident, by, text: 'because', raised: null, ...more };
}

interface Told {
  readonly notices?: readonly NoticeTelling[];
  readonly readings?: readonly ThresholdReading[];
  readonly deeds?: readonly Deed[];
}

function fold({ notices = [], readings = [], deeds = [] }: Told, minute: number): Incident[] {
  const at = after(minute);
  const occasions = [
    ...noticeOccasions(notices, rules.kinds, at),
    ...crossingOccasions(readings, rules.thresholds, at),
  ];
  return foldIncidents({ occasions, deeds, rules, at });
}

describe('what belongs together', () => {
  test('a flooded sensor and the alert of its place are one incident, as serious as the worst of them', () => {
    const [incident, ...others] = fold(
      { notices: [telling('a', 10, { severity: 'severe' })], readings: [reading('P1', 5, 0.3)] },
      20,
    );

    expect(others).toEqual([]);
    expect(incident).toMatchObject({
      id: 'c-P1-5',
      kind: 'flood',
      severity: 3,
      state: 'raised',
      from: after(5),
      to: null,
    });
    expect(incident?.occasions).toHaveLength(2);
  });

  test('a warning for a whole region swallows none of the places in it, and is told as an area', () => {
    const parts = [0, 1].map((index) => ({
      name: `Part ${String(index)}`,
      polygons: [],
      circles: [{ center: [105.82 + index / 20, 21.02] satisfies [number, number], radiusKm: 3 }],
      geocodes: [{ name: 'unit', value: `0000${String(index)}` }],
    }));
    const readings = [reading('P1', 5, 0.3), reading('P2', 5, 0.3, { point: [105.8, 21.02] })];
    const region = telling('wide', 0, { areas: parts });

    const incidents = fold({ notices: [region, telling('here', 6)], readings }, 20);

    expect(incidents.map(({ occasions }) => occasions.map(({ id }) => id).join(' ')).toSorted()).toEqual([
      'c-P1-5 n-here',
      'c-P2-5',
      'n-wide',
    ]);
    expect(incidents.flatMap(({ occasions }) => occasions.flatMap(({ place }) => place.area ?? []))).toEqual([
      { name: 'Part 0, Part 1', units: 2 },
    ]);
  });

  test('two places, two times and two kinds are incidents of their own', () => {
    const far = telling('far', 10, { at: [105.6, 21.2] });
    const accident = telling('hit', 10, { noticeType: 'incident', category: 'Accident' });
    const over = telling('over', 0, { endsAt: noticeSchema.shape.endsAt.parse(iso(after(5))) });
    const late = telling('late', 80);

    expect(fold({ notices: [telling('a', 10), far, accident] }, 20)).toHaveLength(3);
    expect(fold({ notices: [over, late] }, 90)).toHaveLength(2);
  });

  test('what comes within the minutes of its kind goes on', () => {
    const over = telling('over', 0, { endsAt: noticeSchema.shape.endsAt.parse(iso(after(5))) });

    expect(fold({ notices: [over, telling('again', 65)] }, 70)).toMatchObject([
      { id: 'n-over', state: 'raised', to: null },
    ]);
  });

  test('fog and cold over one place are no one weather', () => {
    const notices = [telling('f', 1, { event: 'Fog' }), telling('c', 2, { event: 'Cold' })];

    expect(fold({ notices }, 10)).toHaveLength(2);
  });

  test('an update is one with what it replaces by its sender’s word, wherever it is', () => {
    const update = telling('b', 30, { supersedes: ['a'], severity: 'severe', at: [105.6, 21.2] });

    expect(fold({ notices: [telling('a', 10), update] }, 40)).toMatchObject([{ id: 'n-a', severity: 3 }]);
  });

  test('a cancellation ends it', () => {
    const cancel = telling('b', 30, { supersedes: ['a'], ended: true });

    expect(fold({ notices: [telling('a', 10), cancel] }, 29)).toMatchObject([{ over: false }]);
    expect(fold({ notices: [telling('a', 10), cancel] }, 31)).toMatchObject([
      { over: true, to: after(30), state: 'closed' },
    ]);
  });

  test('an exercise and roadworks are no incident', () => {
    const exercise = telling('e', 1, { status: 'exercise' });
    const works = telling('w', 1, { noticeType: 'roadworks' });

    expect(fold({ notices: [exercise, works] }, 5)).toEqual([]);
  });
});

describe('a threshold', () => {
  test('is crossed until an ordinary value comes back, and never by silence', () => {
    const readings = [reading('P1', 0, 0.3), reading('P1', 5, 0.5), reading('P1', 10, 0.1)];

    expect(fold({ readings: readings.slice(0, 2) }, 10_000)).toMatchObject([{ over: false, severity: 3 }]);
    expect(fold({ readings }, 11)).toMatchObject([{ over: true, to: after(10) }]);
  });

  test('is told by the value that made it as serious as it is, and the newest value beside it', () => {
    const [incident] = fold({ readings: [reading('P1', 0, 0.3), reading('P1', 5, 0.5), reading('P1', 10, 0.6)] }, 11);

    expect(incident?.head).toMatchObject({
      severity: 3,
      about: { value: 0.5 },
      latest: { about: { value: 0.6 }, at: after(10) },
    });
  });

  test('a warning that makes it critical stays its headline while water falls', () => {
    const notices = [telling('a', 4, { severity: 'extreme' })];
    const readings = [reading('P1', 0, 0.5), reading('P1', 20, 0.3)];
    const [incident, ...others] = fold({ notices, readings }, 30);

    expect(others).toEqual([]);
    expect(incident?.head).toMatchObject({
      severity: 4,
      about: { from: 'notice' },
      latest: { about: { from: 'threshold', value: 0.3 }, at: after(20) },
    });
  });

  test('a corrected value takes the wrong one’s place', () => {
    const wrong = reading('P1', 5, 0.9);
    const right = { ...reading('P1', 5, 0.1), version: 1 };

    expect(fold({ readings: [wrong, right] }, 10)).toEqual([]);
  });

  test('an absent value ends nothing', () => {
    expect(fold({ readings: [reading('P1', 0, 0.3), reading('P1', 5, null)] }, 10)).toMatchObject([{ over: false }]);
  });
});

describe('what people do', () => {
  test('acknowledge, then close; both by any id that it was known by', () => {
    const readings = [reading('P1', 0, 0.3), reading('P1', 5, 0.3)];
    const acknowledge = deed('acknowledge', 'c-P1-5', 6);
    const close = deed('close', 'c-P1-0', 8);

    expect(fold({ readings, deeds: [acknowledge] }, 7)).toMatchObject([
      { state: 'acknowledged', acknowledged: { at: after(6) } },
    ]);
    expect(fold({ readings, deeds: [acknowledge, close] }, 9)).toMatchObject([
      { state: 'closed', closed: { at: after(8) } },
    ]);
    expect(fold({ readings, deeds: [acknowledge, close] }, 7)).toMatchObject([{ state: 'acknowledged' }]);
  });

  test('what begins after a close is a new incident that follows the closed one', () => {
    const first = telling('a', 0);
    const close = deed('close', 'n-a', 10);
    const next = telling('b', 20);

    expect(fold({ notices: [first, next], deeds: [close] }, 30)).toMatchObject([
      { id: 'n-a', state: 'closed', follows: null },
      { id: 'n-b', state: 'raised', follows: 'n-a' },
    ]);
  });

  test('what is told of a closed one stays with it, and something worse raises it again', () => {
    const first = telling('a', 0);
    const close = deed('close', 'n-a', 10);
    const same = telling('a', 20, { startsAt: first.notice.startsAt });
    const worse = telling('a', 30, { startsAt: first.notice.startsAt, severity: 'extreme' });

    expect(fold({ notices: [first, same], deeds: [close] }, 25)).toMatchObject([{ state: 'closed' }]);
    expect(fold({ notices: [first, same, worse], deeds: [close] }, 35)).toMatchObject([
      { state: 'raised', severity: 4, acknowledged: null, closed: null, raisedAgainAt: [after(30)] },
    ]);
  });

  test('a raised one goes on until it is closed', () => {
    const raised = { kind: 'accident', severity: 2, place: 'Cầu Giấy', center: null, unit: null, point: null } as const;
    const raise = deed('raise', 'h-1', 0, { raised });
    const close = deed('close', 'h-1', 30);

    expect(fold({ deeds: [raise] }, 20)).toMatchObject([{ id: 'h-1', kind: 'accident', state: 'raised', over: false }]);
    expect(fold({ deeds: [raise, close] }, 40)).toMatchObject([{ state: 'closed', to: after(30) }]);
  });

  test('the center that a person names looks after it, else the one of its kind', () => {
    const raised = { kind: 'accident', severity: 2, place: null, unit: null, point: null } as const;
    const deeds = [
      deed('raise', 'h-1', 0, { raised: { ...raised, center: null } }),
      deed('raise', 'h-2', 1, { raised: { ...raised, center: 'emergency' } }),
    ];

    expect(fold({ deeds }, 5).map(({ id, center }) => [id, center])).toEqual([
      ['h-1', 'traffic'],
      ['h-2', 'emergency'],
    ]);
  });

  test('what nobody closes closes by itself, a serious one a day later', () => {
    const small = [reading('P1', 0, 0.3), reading('P1', 10, 0)];
    const serious = [reading('P1', 0, 0.5), reading('P1', 10, 0)];

    expect(fold({ readings: small }, 11)).toMatchObject([{ state: 'closed', closed: { deed: null, at: after(10) } }]);
    expect(fold({ readings: serious }, 11)).toMatchObject([{ state: 'raised', over: true }]);
    expect(fold({ readings: serious }, 10 + 1440)).toMatchObject([{ state: 'closed', closed: { deed: null } }]);
  });
});

const anyTelling = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  minute: fc.integer({ min: 0, max: 200 }),
  event: fc.constantFrom('Flood', 'Fog', 'Cold'),
  noticeType: fc.constantFrom('alert' as const, 'incident' as const),
  severity: fc.constantFrom('extreme' as const, 'moderate' as const, 'minor' as const),
  lasts: fc.option(fc.integer({ min: 1, max: 90 })),
  ended: fc.boolean(),
  supersedes: fc.subarray(['a', 'b']),
  step: fc.integer({ min: 0, max: 4 }),
});
const anyNotices = fc.array(anyTelling, { maxLength: 10 }).map((told) =>
  told.map(({ id, minute, lasts, step, ...more }) =>
    telling(id, minute, {
      ...more,
      at: [105.8 + step * 0.008, 21.02],
      endsAt: lasts === null ? null : noticeSchema.shape.endsAt.parse(iso(after(minute + lasts))),
    }),
  ),
);
const anyReadings = fc
  .array(
    fc.record({
      entity: fc.constantFrom('P1', 'P2'),
      minute: fc.integer({ min: 0, max: 200 }),
      value: fc.option(fc.constantFrom(0, 0.1, 0.25, 0.6)),
      version: fc.nat({ max: 2 }),
    }),
    { maxLength: 14 },
  )
  .map((told) =>
    told.map(({ entity, minute, value, version }) => reading(entity, minute, value, { version, hash: String(value) })),
  );

function shape(incidents: readonly Incident[]): unknown {
  return incidents
    .map(({ id, kind, severity, state, over, from, to, occasions }) => ({
      id,
      kind,
      severity,
      state,
      over,
      from,
      to,
      occasions: occasions.map((occasion) => occasion.id).toSorted(),
    }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

test('whatever order notices and values arrive in, and however often, the incidents are the same', () => {
  const told = fc.record({ notices: anyNotices, readings: anyReadings });
  fc.assert(
    fc.property(told, fc.integer({ min: 0, max: 400 }), fc.infiniteStream(fc.nat()), (given, minute, chances) => {
      const shuffled = <Item>(items: readonly Item[]): Item[] =>
        [...items, ...items.slice(0, 3)]
          .map((item) => ({ item, rank: chances.next().value }))
          .toSorted((one, other) => one.rank - other.rank)
          .map(({ item }) => item);

      const again = { notices: shuffled(given.notices), readings: shuffled(given.readings) };

      expect(shape(fold(again, minute))).toEqual(shape(fold(given, minute)));
    }),
  );
});

test('folded again as more is told, and at moments before and after, it is what a first fold says', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 2, maxLength: 5 });
  const told = fc.record({ notices: anyNotices, readings: anyReadings });
  fc.assert(
    fc.property(told, moments, fc.nat({ max: 10 }), ({ notices, readings }, minutes, first) => {
      for (const [turn, minute] of minutes.entries()) {
        const known = turn === 0 ? notices.slice(0, first) : notices;
        const isClosed = turn > 1 && known[0] !== undefined;
        const deeds = isClosed ? [deed('close', known[0]?.id ?? '', 100)] : [];

        expect(fold({ notices: known, readings, deeds }, minute)).toEqual(
          fold({ notices: known.map((one) => ({ ...one })), readings, deeds }, minute),
        );
      }
    }),
  );
});

test('every occasion is in exactly one incident, and all of an incident are of its kind and event', () => {
  const told = fc.record({ notices: anyNotices, readings: anyReadings });
  fc.assert(
    fc.property(told, fc.integer({ min: 0, max: 400 }), ({ notices, readings }, minute) => {
      const at = after(minute);
      const occasions = [
        ...noticeOccasions(notices, rules.kinds, at),
        ...crossingOccasions(readings, rules.thresholds, at),
      ];

      const incidents = fold({ notices, readings }, minute);

      const held = incidents.flatMap((incident) => incident.occasions.map(({ id }) => id));
      expect(held.toSorted()).toEqual(occasions.map(({ id }) => id).toSorted());
      for (const { occasions: own } of incidents)
        expect(new Set(own.map((occasion) => `${occasion.kind} ${occasion.event ?? ''}`)).size).toBe(
          own.length > 0 ? 1 : 0,
        );
      for (const { kind, occasions: own } of incidents)
        expect(own.every((occasion) => occasion.kind === kind)).toBe(true);
    }),
  );
});

test('more incidents, or worse ones, never lower the stage', () => {
  const anyCounted = fc.record({
    severity: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    state: fc.constantFrom('raised' as const, 'acknowledged' as const, 'closed' as const),
    over: fc.boolean(),
  });
  const stageOf = (counted: Parameters<typeof cityStage>[1]): number => cityStage(ladder, counted)?.stage ?? 0;

  fc.assert(
    fc.property(fc.array(anyCounted, { maxLength: 8 }), anyCounted, (counted, more) => {
      const worse = counted.map((one) => ({
        ...one,
        severity: one.severity === 4 ? one.severity : (([2, 3, 4] as const)[one.severity - 1] ?? 4),
      }));

      expect(stageOf([...counted, more])).toBeGreaterThanOrEqual(stageOf(counted));
      expect(stageOf(worse)).toBeGreaterThanOrEqual(stageOf(counted));
    }),
  );
});

test('the stage names the condition that it rests on; before the first ladder there is none', () => {
  const serious = { severity: 3, state: 'raised', over: false } as const;

  expect(cityStage(ladder, [])).toMatchObject({ stage: 1, because: null });
  expect(cityStage(ladder, [serious])).toMatchObject({
    stage: 2,
    because: { minSeverity: 3, count: 1, met: 1 },
  });
  expect(cityStage(ladder, [{ ...serious, over: true }])).toMatchObject({ stage: 1 });
  expect(ladderOn(rules.stages, '2018-12-31')).toBeNull();
  expect(ladderOn(rules.stages, '2026-07-01')).toEqual(ladder);
});

test('a stage is since its last change: a flood that rises, one that ends, and one that somebody closes', () => {
  const readings = [reading('P1', 0, 0.3), reading('P1', 10, 0.5), reading('P1', 20, 0.3), reading('P1', 30, 0)];
  const sinceAt = (minute: number, deeds: readonly Deed[] = []): number | null =>
    stageSince(ladder, fold({ readings, deeds }, minute), after(minute));

  expect([sinceAt(5), sinceAt(12), sinceAt(19)]).toEqual([null, after(10), after(10)]);
  expect([sinceAt(25), sinceAt(35)]).toEqual([after(20), after(20)]);
  expect(sinceAt(18, [deed('close', 'c-P1-0', 15)])).toBe(after(15));
});

test('the course of the stage ends in the stage of the moment', () => {
  const told = fc.record({ notices: anyNotices, readings: anyReadings });
  fc.assert(
    fc.property(told, fc.integer({ min: 0, max: 400 }), (given, minute) => {
      const incidents = fold(given, minute);

      expect(stageOfCourse(ladder, incidents, after(minute)).stage).toBe(cityStage(ladder, incidents)?.stage);
    }),
  );
});
