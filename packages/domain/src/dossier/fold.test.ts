import { expect, test } from 'vitest';

import { countsAt, countsByUnitAt, dueAt, office, on, told } from '../testing/told.ts';
import { entriesFor } from './fact.ts';
import { foldDossier } from './fold.ts';

const received = told('received', on(2), { unit: '00004', channel: 'direct', ...dueAt(on(5)) });

test('what is received is open until it is handled', () => {
  const claims = [received, told('handled', on(4))];

  expect(countsAt(claims, on(2) - 1)).toEqual({});
  expect(countsAt(claims, on(2))).toEqual({ received: 1, open: 1 });
  expect(countsAt(claims, on(4))).toMatchObject({ received: 1, handled: 1 });
  expect(countsAt(claims, on(4))).not.toHaveProperty('open');
});

test('handled at the due moment is on time, a millisecond later is late', () => {
  expect(countsAt([received, told('handled', on(5))], on(6))).toMatchObject({ 'handled-on-time': 1 });
  expect(countsAt([received, told('handled', on(5) + 1)], on(6))).toMatchObject({ 'handled-late': 1 });
});

test('early is before the due day of the zone, not merely before the due moment', () => {
  const dueDay = told('received', on(2), dueAt(on(5, '23:59:59.999')));

  expect(countsAt([dueDay, told('handled', on(4, '23:59'))], on(6))).toMatchObject({ 'handled-early': 1 });
  // In UTC this is still the day before.
  expect(countsAt([dueDay, told('handled', on(5, '00:01'))], on(6))).not.toHaveProperty('handled-early');
});

test('an open dossier is overdue from the first millisecond after its due moment, though nobody tells so', () => {
  expect(countsAt([received], on(5))).toMatchObject({ 'near-due': 1 });
  expect(countsAt([received], on(5) + 1)).toEqual({ received: 1, open: 1, overdue: 1, 'cohort-late': 1 });
});

test('near due begins 24 hours before the due moment', () => {
  expect(countsAt([received], on(4) - 1)).not.toHaveProperty('near-due');
  expect(countsAt([received], on(4))).toMatchObject({ 'near-due': 1 });
});

test('a handling in time takes back the overdue that was booked for later', () => {
  const before = foldDossier([received], office).facts;
  const after = foldDossier([received, told('handled', on(3))], office).facts;

  expect(entriesFor(before, after)).toContainEqual(
    expect.objectContaining({ measure: 'overdue', at: on(5) + 1, delta: -1 }),
  );
});

test('the due clock stops while a dossier is paused', () => {
  const claims = [received, told('paused', on(4)), told('resumed', on(10))];

  expect(countsAt(claims, on(8))).toEqual({ received: 1, open: 1, paused: 1 });
  expect(foldDossier(claims, office).dueAt).toBe(on(11));
  expect(countsAt(claims, on(11))).not.toHaveProperty('overdue');
  expect(countsAt(claims, on(11) + 1)).toMatchObject({ overdue: 1 });
});

test('a due moment that is set during a pause is stopped by the rest of that pause only', () => {
  const claims = [received, told('paused', on(3)), told('amended', on(7), dueAt(on(12))), told('resumed', on(9))];

  expect(foldDossier(claims, office).dueAt).toBe(on(14));
});

test('a due moment that every row repeats keeps the pauses it has seen', () => {
  const claims = [received, told('paused', on(3), dueAt(on(5))), told('resumed', on(6), dueAt(on(5)))];

  expect(foldDossier(claims, office).dueAt).toBe(on(8));
});

test('closing a paused dossier ends its pause', () => {
  expect(countsAt([received, told('paused', on(4)), told('handled', on(9))], on(9))).toMatchObject({
    'handled-on-time': 1,
  });
});

test('an apology with a new date does not erase the lateness', () => {
  const claims = [received, told('amended', on(6), dueAt(on(20))), told('handled', on(10))];

  expect(countsAt(claims, on(8))).toMatchObject({ overdue: 1 });
  expect(countsAt(claims, on(10))).toMatchObject({ 'handled-late': 1 });
});

test('a new date that comes before the old one has passed counts', () => {
  const claims = [received, told('amended', on(5), dueAt(on(20))), told('handled', on(10))];

  expect(countsAt(claims, on(10))).toMatchObject({ 'handled-on-time': 1 });
});

test('a corrected due date erases a lateness that never was', () => {
  const correction = told('amended', on(9), { dating: 'correction', version: 1, ...dueAt(on(20)) });

  expect(countsAt([received, correction], on(8))).not.toHaveProperty('overdue');
});

test('overdue stays overdue through a pause, until the end', () => {
  const claims = [received, told('paused', on(6)), told('withdrawn', on(7))];

  expect(countsAt(claims, on(6))).toMatchObject({ overdue: 1, paused: 1 });
  expect(countsAt(claims, on(7))).not.toHaveProperty('overdue');
});

test('a dossier without a due date is a group of its own', () => {
  const claims = [told('received', on(2), { channel: 'desk' }), told('handled', on(4))];

  expect(countsAt(claims, on(3))).toMatchObject({ 'open-no-due': 1 });
  expect(countsAt(claims, on(4))).toEqual({ received: 1, handled: 1, 'handled-no-due': 1, 'cohort-no-due': 1 });
});

test('a due date that is taken back leaves none', () => {
  expect(countsAt([received, told('amended', on(3), { due: null })], on(6))).toEqual({
    received: 1,
    open: 1,
    'open-no-due': 1,
    'cohort-no-due': 1,
  });
});

test('withdrawn is handled, and returned without handled is too', () => {
  expect(countsAt([received, told('withdrawn', on(3))], on(3))).toMatchObject({ handled: 1, withdrawn: 1 });
  expect(countsAt([received, told('returned', on(3))], on(3))).toMatchObject({ handled: 1 });
  expect(countsAt([received, told('handled', on(3)), told('returned', on(4))], on(5))).toMatchObject({ handled: 1 });
});

test('a re-opened dossier is handled twice, and its second time counts from the re-opening', () => {
  const claims = [received, told('handled', on(3)), told('reopened', on(4)), told('handled', on(6))];

  expect(countsAt(claims, on(4))).toMatchObject({ received: 1, reopened: 1, handled: 1, open: 1 });
  expect(countsAt(claims, on(6))).toMatchObject({ received: 1, reopened: 1, handled: 2 });
  const times = foldDossier(claims, office).facts.flatMap(({ handlingMs }) => handlingMs ?? []);
  expect(times).toEqual([on(3) - on(2), on(6) - on(4)]);
});

test('what the desk refuses was never received', () => {
  expect(countsAt([told('refused', on(2), { unit: '00004' })], on(9))).toEqual({ refused: 1 });
});

test('only what is new can be refused, and what was refused can still be received', () => {
  expect(countsAt([received, told('refused', on(3))], on(3))).not.toHaveProperty('refused');
  expect(countsAt([told('refused', on(1)), received], on(2))).toEqual({ refused: 1, received: 1, open: 1 });
});

test('an end that is told for before the receipt counts in both flows, and the dossier is never open', () => {
  const claims = [told('handled', on(1)), told('received', on(2), { channel: 'desk' })];

  expect(countsAt(claims, on(1))).toMatchObject({ handled: 1, 'handled-before-receipt': 1 });
  expect(countsAt(claims, on(9))).toEqual({
    handled: 1,
    'handled-no-due': 1,
    'handled-before-receipt': 1,
    received: 1,
    'ends-before-start': 1,
    'cohort-no-due': 1,
  });
});

test('an end without any receipt is counted and told', () => {
  expect(countsAt([told('handled', on(3))], on(3))).toMatchObject({ handled: 1, 'handled-unreceived': 1 });
});

test('a receipt told after a re-opening does not end a pause', () => {
  const claims = [told('handled', on(1)), told('reopened', on(2)), told('paused', on(3)), told('received', on(4))];

  expect(countsAt(claims, on(4))).toMatchObject({ open: 1, paused: 1, 'ends-before-start': 1 });
});

test('received and handled in one millisecond is both and never open', () => {
  const claims = [told('handled', on(2)), told('received', on(2), { channel: 'desk' })];

  expect(countsAt(claims, on(2))).toEqual({ received: 1, handled: 1, 'handled-no-due': 1, 'cohort-no-due': 1 });
  expect(foldDossier(claims, office).facts.find(({ handlingMs }) => handlingMs !== null)?.handlingMs).toBe(0);
});

test('an open dossier that moves leaves one unit and enters another; its receipt stays', () => {
  const claims = [received, told('transferred', on(3), { unit: '00007' })];

  expect(countsByUnitAt(claims, on(3))).toEqual({
    'received@00004': 1,
    'transferred-out@00004': 1,
    'transferred-in@00007': 1,
    'open@00007': 1,
  });
});

test('a dossier that is handled in the millisecond in which it moves is handled where it went', () => {
  const claims = [received, told('handled', on(4), { unit: '00007' })];

  expect(countsByUnitAt(claims, on(4))).toMatchObject({
    'transferred-out@00004': 1,
    'transferred-in@00007': 1,
    'handled@00007': 1,
  });
});

test('a closed dossier does not move', () => {
  const claims = [received, told('handled', on(3)), told('amended', on(4), { unit: '00007' })];

  expect(countsByUnitAt(claims, on(9))).not.toHaveProperty('transferred-out@00004');
});

test('a corrected channel moves the receipt to where it belongs', () => {
  const correction = told('amended', on(9), { dating: 'correction', version: 1, channel: 'at-home' });

  expect(countsAt([received, correction], on(2))).toMatchObject({ 'received-online': 1, 'received-at-home': 1 });
});

test('at home is a part of online, and the desk is neither', () => {
  expect(countsAt([told('received', on(2), { channel: 'online' })], on(2))).toMatchObject({ 'received-online': 1 });
  expect(countsAt([received], on(2))).not.toHaveProperty('received-online');
});

test('steps that do not fit move nothing', () => {
  const claims = [told('resumed', on(1)), told('reopened', on(1)), received, told('received', on(3))];

  expect(countsAt(claims, on(3))).toEqual({ received: 1, open: 1 });
});

test('what was done is counted where it was done, and moves nothing', () => {
  const claims = [received, told('activity', on(3)), told('activity', on(4), { unit: '00007' })];

  expect(countsByUnitAt(claims, on(4))).toMatchObject({ 'activity@00004': 1, 'activity@00007': 1 });
});

test('of two sources the lower rank is believed, field by field and step by step', () => {
  const portal = { source: 'portal', rank: 2, version: 7 };
  const claims = [
    received,
    told('received', on(1), { ...portal, unit: '00160', channel: 'online' }),
    told('handled', on(3), portal),
  ];

  const folded = foldDossier(claims, office);
  expect(folded).toMatchObject({ receivedAt: on(2), closedAt: on(3), source: 'hall', standing: 'closed' });
  expect(folded.cell).toEqual({ unit: '00004', procedure: null, channel: 'direct' });
});

test('a dossier whose receipt nobody told belongs to the source of the lower rank', () => {
  const claims = [told('handled', on(3), { source: 'archive', rank: 2 }), told('activity', on(2))];

  expect(foldDossier(claims, office).source).toBe('hall');
});

test('activities of a source that is not believed are not counted beside the others', () => {
  const claims = [told('activity', on(3)), told('activity', on(3), { source: 'portal', rank: 2 })];

  expect(countsAt(claims, on(3))).toEqual({ activity: 1 });
});

test('things that two sources tell differently are counted', () => {
  const same = told('received', on(2), { source: 'portal', rank: 2, unit: '00004', ...dueAt(on(5)) });
  const other = told('received', on(3), { source: 'portal', rank: 2, unit: '00007', ...dueAt(on(5)) });

  expect(foldDossier([received, same], office).disagreements).toBe(0);
  expect(foldDossier([received, other], office).disagreements).toBe(2);
});

test('of nothing told nothing is made', () => {
  expect(foldDossier([], office)).toEqual({
    facts: [],
    standing: 'new',
    cell: { unit: null, procedure: null, channel: null },
    source: null,
    disagreements: 0,
    receivedAt: null,
    closedAt: null,
    dueAt: null,
    duePrecision: null,
  });
});

test('what is late counts as late with those received when it was, in the unit that received it, whoever ends it', () => {
  const moved = told('transferred', on(3), { unit: '00007' });
  const facts = foldDossier([received, moved, told('handled', on(8))], office).facts;

  const late = facts.filter(({ measure }) => measure === 'cohort-late');
  expect(late).toEqual([expect.objectContaining({ at: on(5) + 1, cohortAt: on(2), delta: 1 })]);
  expect(late[0]?.cell.unit).toBe('00004');
});

test('a late end that is opened again with a new due date is late no more, until that passes', () => {
  const again = told('reopened', on(9), dueAt(on(12)));
  const claims = [received, told('handled', on(8)), again];

  expect(countsAt(claims, on(8))).toMatchObject({ 'cohort-late': 1 });
  expect(countsAt(claims, on(9))).not.toHaveProperty('cohort-late');
  expect(countsAt(claims, on(12) + 1)).toMatchObject({ 'cohort-late': 1, 'handled-late': 1 });
});

test('a receipt says whether it came by post, and whether anybody told how', () => {
  expect(countsAt([told('received', on(2), { channel: 'post' })], on(2))).toMatchObject({ 'received-post': 1 });
  expect(countsAt([told('received', on(2))], on(2))).toMatchObject({ 'received-no-channel': 1 });
});

test('a paused dossier that is overdue is both, and so is one without a due date', () => {
  expect(countsAt([received, told('paused', on(6))], on(6))).toMatchObject({ paused: 1, 'paused-overdue': 1 });
  expect(countsAt([told('received', on(2)), told('paused', on(3))], on(3))).toMatchObject({ 'paused-no-due': 1 });
});
