import * as fc from 'fast-check';

import { workingDaysOf } from '../calendar/working-days.ts';
import type { Claim, ClaimedStep } from '../dossier/claim.ts';
import { foldRules } from '../dossier/rules.ts';
import { geographyOf } from '../geography/geography.ts';
import { dayNumberOf } from '../time/zone-days.ts';
import { marchCalendar } from './march-calendar.ts';
import { marchCodes, marchUnits } from './march-units.ts';

/**
 * Seven hours east, so that days of the zone and of UTC differ in most hours. One procedure has a time limit that became
 * shorter, the other has none on some days. Units change twice meanwhile.
 */
const limited = foldRules('Asia/Ho_Chi_Minh', {
  calendar: workingDaysOf(marchCalendar),
  limits: new Map([
    [
      '1.000001',
      [
        { workingDays: 2, validFrom: null, validTo: dayNumberOf('2026-03-03') },
        { workingDays: 1, validFrom: dayNumberOf('2026-03-04'), validTo: null },
      ],
    ],
    ['2.000002', [{ workingDays: 3, validFrom: dayNumberOf('2026-03-03'), validTo: dayNumberOf('2026-03-05') }]],
  ]),
});
const geography = geographyOf(marchUnits);
export const rules = { ...limited, version: 2, geography };

const hourMs = 3_600_000;
const firstMoment = Date.parse('2026-03-02T00:00:00.000Z');
const slotMs = 5 * hourMs;

/**
 * Few moments, so that equal ones are common; now and then a millisecond beside one, where "at the due moment" and
 * "after it" part.
 */
const anyMoment = fc
  .tuple(fc.nat({ max: 30 }), fc.constantFrom(0, 0, 0, 0, 1, -1))
  .map(([slot, beside]) => firstMoment + slot * slotMs + beside);

const anyDue = fc.oneof(
  { weight: 5, arbitrary: anyMoment.map((at) => ({ at, precision: 'instant' as const })) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const seldom = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const anyValues = {
  unit: seldom(fc.constantFrom(...marchCodes)),
  procedure: seldom(fc.constantFrom('1.000001', '2.000002')),
  channel: seldom(fc.constantFrom('direct', 'online', 'at-home', 'post')),
  due: seldom(anyDue),
  limit: seldom(fc.integer({ min: 1, max: 3 })),
  payment: seldom(fc.constantFrom('none' as const, 'asked' as const, 'online' as const, 'other' as const)),
  result: seldom(fc.constantFrom('digital' as const, 'paper' as const)),
  rating: seldom(fc.constantFrom('satisfied' as const, 'dissatisfied' as const)),
};

/** Who tells, under which record, which telling it is; the hash is of the content, as that of a real record. */
const anyTeller = {
  source: fc.constantFrom('hall', 'hall', 'hall', 'portal', 'kiosk'),
  recordId: fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5', 'r6'),
  version: fc.nat({ max: 2 }),
  dating: fc.constantFrom('change' as const, 'change' as const, 'correction' as const),
};

/** Two of one rank: then the version decides, then the name. */
const ranks: Readonly<Record<string, number>> = { hall: 1, kiosk: 1, portal: 2 };

const anyStep = fc.constantFrom<ClaimedStep['step'][]>(
  'submitted',
  'refused',
  'received',
  'transferred',
  'amended',
  'activity',
  'paused',
  'resumed',
  'handled',
  'withdrawn',
  'returned',
  'reopened',
);

/** Claims without any plan: most steps do not fit, which must do no harm. */
const anyClaim = fc
  .record({
    ...anyTeller,
    ...anyValues,
    at: anyMoment,
    steps: fc.array(fc.record({ step: anyStep, at: anyMoment }), { maxLength: 3 }),
  })
  .map(withHash);

/** A life as lives go: a receipt, then steps that lie close together, told in a row each. */
const anyLife = fc
  .record({
    receivedAt: anyMoment,
    dueSlots: fc.integer({ min: -1, max: 12 }),
    later: fc.array(
      fc.record({
        ...anyValues,
        dating: anyTeller.dating,
        gap: fc.nat({ max: 5 }),
        step: fc.constantFrom<ClaimedStep['step'][]>(
          'activity',
          'amended',
          'paused',
          'paused',
          'resumed',
          'resumed',
          'handled',
          'handled',
          'withdrawn',
          'returned',
          'reopened',
        ),
      }),
      { maxLength: 7 },
    ),
  })
  .map(({ receivedAt, dueSlots, later }) => {
    const due = { at: receivedAt + dueSlots * slotMs, precision: 'instant' as const };
    const receipt = { ...row('life-0', receivedAt, 'received'), dating: 'change' as const, unit: '00004', due };
    let at = receivedAt;
    const rows = later.map(({ gap, step, ...values }, index) => {
      at += gap * slotMs;
      return withHash({ ...row(`life-${String(index + 1)}`, at, step), ...values });
    });
    return [withHash({ ...receipt, channel: 'online' }), ...rows];
  });

function row(
  recordId: string,
  at: number,
  step: ClaimedStep['step'],
): Pick<Claim, 'at' | 'recordId' | 'source' | 'steps' | 'version'> {
  return { source: 'hall', recordId, version: 0, at, steps: [{ step, at }] };
}

function withHash(claim: Omit<Claim, 'hash' | 'rank'>): Claim {
  const content = JSON.stringify(claim);
  let hash = 0;
  for (const letter of content) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return { ...claim, rank: ranks[claim.source] ?? 9, hash: `${hash.toString(16).padStart(8, '0')}${content}` };
}

/** All that is told of one dossier, in no order, some of it twice. */
export const anyHistory: fc.Arbitrary<Claim[]> = fc
  .oneof(
    { weight: 3, arbitrary: anyLife },
    { weight: 2, arbitrary: fc.tuple(anyLife, fc.array(anyClaim, { maxLength: 3 })).map((parts) => parts.flat()) },
    { weight: 2, arbitrary: fc.array(anyClaim, { maxLength: 7 }) },
  )
  .chain((claims) => fc.shuffledSubarray([...claims, ...claims.slice(0, 2)], { minLength: claims.length }));

export const anyHistories: fc.Arbitrary<Claim[][]> = fc.array(anyHistory, { minLength: 1, maxLength: 3 });

/** Every moment at which something of these histories may change, and the milliseconds beside it. */
export function momentsOf(histories: readonly (readonly Claim[])[]): number[] {
  const told = histories
    .flat()
    .flatMap(({ at, steps, due }) => [
      at,
      ...steps.flatMap((step) => [step.at, ...(step.step === 'received' ? endsOfDaysFrom(step.at) : [])]),
      due?.at ?? at,
    ]);
  return [
    ...new Set(
      [...told, ...geography.boundaries].flatMap((at) => [at - rules.nearDueMs, at - 1, at, at + 1, at + slotMs]),
    ),
  ].toSorted((a, b) => a - b);
}

/** The last milliseconds of the zone's next days, where a computed due date may lie. */
function endsOfDaysFrom(at: number): number[] {
  const shift = 7 * hourMs;
  const nextMidnight = (Math.floor((at + shift) / (24 * hourMs)) + 1) * 24 * hourMs - shift;
  return [0, 1, 2, 3, 4, 5, 6].map((days) => nextMidnight + days * 24 * hourMs - 1);
}
