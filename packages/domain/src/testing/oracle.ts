/*
 * The oracle of the property tests. It answers one question, "what counts at moment T?", by looking at everything that
 * was told up to T, as a clerk would who takes a dossier from the shelf and reads it. It keeps no running state, emits
 * no facts and imports nothing of the domain, so that a mistake of the fold cannot be repeated here.
 */
import { matterOf, standingOf, stepsOf, type Matter, type Telling, type ToldStep } from './oracle-telling.ts';
import { standsAt, type SaidUnit, type UnitMap } from './oracle-units.ts';

export interface CountingRules {
  readonly zone: string;
  readonly nearDueMs: number;
  readonly onlineChannels: ReadonlySet<string>;
  readonly atHomeChannels: ReadonlySet<string>;
  readonly postChannels: ReadonlySet<string>;
  /** Time limits of procedures in working days, and the working days themselves; all days by their number since 1970. */
  readonly dueRule: {
    readonly calendar: { readonly days: readonly number[] };
    readonly limits: ReadonlyMap<
      string,
      readonly { readonly workingDays: number; readonly validFrom: number | null; readonly validTo: number | null }[]
    >;
  } | null;
  /** `null`: units are codes, and never change. */
  readonly geography: (UnitMap & { readonly boundaries: readonly number[] }) | null;
}

/**
 * Count by `measure|unit|procedure|channel`, of cohorts with the receipt's epoch milliseconds as a fifth part; a count of 0
 * is not listed, a value that nobody told is empty.
 */
export type Recount = ReadonlyMap<string, number>;

/** Every measure in every cell at a moment, each dossier given by the tellings of it. */
export function recount(dossiers: readonly (readonly Telling[])[], at: number, rules: CountingRules): Recount {
  const counts = new Map<string, number>();
  for (const tellings of dossiers) {
    const dossier = dossierOf(tellings, rules);
    for (const key of [...statesAt(dossier, at), ...flowsUpTo(dossier, at), ...cohortAt(dossier, at)])
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Elapsed time of every end up to a moment, ascending, in milliseconds; ends of unknown start are left out. */
export function handlingTimes(dossiers: readonly (readonly Telling[])[], at: number, rules: CountingRules): number[] {
  const times = dossiers.flatMap((tellings) => {
    const dossier = dossierOf(tellings, rules);
    const steps = takenUpTo(dossier, at);
    return steps.flatMap((step, index) => {
      const start = isEnd(step) ? startOf(dossier, steps.slice(0, index)) : null;
      return start === null ? [] : [step.at - start];
    });
  });
  return times.toSorted((a, b) => a - b);
}

const isEnd = ({ step }: Pick<ToldStep, 'step'>): boolean =>
  step === 'handled' || step === 'withdrawn' || step === 'returned';

interface Dossier {
  readonly rules: CountingRules;
  readonly told: readonly ToldStep[];
  readonly unit: Matter<SaidUnit>;
  readonly procedure: Matter<string>;
  readonly channel: Matter<string>;
  readonly due: Matter<{ readonly at: number } | null>;
  readonly limit: Matter<{ readonly procedure: string; readonly days: number }>;
  readonly payment: Matter<string>;
  readonly result: Matter<string>;
  readonly rating: Matter<string>;
}

function dossierOf(tellings: readonly Telling[], rules: CountingRules): Dossier {
  const standing = standingOf(tellings);
  return {
    rules,
    told: stepsOf(standing),
    unit: matterOf(standing, ({ unit, at }) => (unit === undefined ? undefined : { code: unit, at })),
    procedure: matterOf(standing, ({ procedure }) => procedure),
    channel: matterOf(standing, ({ channel }) => channel),
    due: matterOf(standing, ({ due }) => due),
    limit: matterOf(standing, ({ limit, procedure }) =>
      limit === undefined || procedure === undefined ? undefined : { procedure, days: limit },
    ),
    payment: matterOf(standing, ({ payment }) => payment),
    result: matterOf(standing, ({ result }) => result),
    rating: matterOf(standing, ({ rating }) => rating),
  };
}

function statesAt(dossier: Dossier, at: number): string[] {
  const steps = takenUpTo(dossier, at);
  if (!isOpen(steps)) return [];
  const states = ['open'];
  const paused = isPaused(steps);
  if (paused) states.push('paused');
  const due = dueEnd(dossier, at);
  if (passedBetween(dossier, openedAt(steps), at)) states.push('overdue', ...(paused ? ['paused-overdue'] : []));
  else if (due === null) states.push('open-no-due', ...(paused ? ['paused-no-due'] : []));
  else if (!paused && at >= due - dossier.rules.nearDueMs) states.push('near-due');
  return states.map((state) => keyOf(dossier, state, at));
}

/**
 * Of a received dossier, what the rate of those received with it takes it for: late when it is overdue or its last end
 * was late, without a due moment when it is open without one or ended so. It stays with who received it.
 */
function cohortAt(dossier: Dossier, at: number): string[] {
  const steps = takenUpTo(dossier, at);
  const receipt = steps.find(({ step }) => step === 'received');
  if (receipt === undefined) return [];
  const standing = isOpen(steps)
    ? statesAt(dossier, at)
    : steps.flatMap((step, index) => (isEnd(step) ? [endFlows(dossier, step, steps.slice(0, index))] : [])).at(-1);
  const told = (standing ?? []).map((key) => key.split('|')[0] ?? '');
  const cohorts = [
    ...(told.some((measure) => measure === 'overdue' || measure === 'handled-late') ? ['cohort-late'] : []),
    ...(told.some((measure) => measure === 'open-no-due' || measure === 'handled-no-due') ? ['cohort-no-due'] : []),
  ];
  return cohorts.map((cohort) => `${keyOf(dossier, cohort, receipt.at)}|${String(receipt.at)}`);
}

function flowsUpTo(dossier: Dossier, at: number): string[] {
  const steps = takenUpTo(dossier, at);
  const activities = dossier.told.filter((told) => told.step === 'activity' && told.at <= at);
  return [
    ...steps.flatMap((step, index) =>
      flowsOf(dossier, step, steps.slice(0, index)).map((flow) => keyOf(dossier, flow, step.at)),
    ),
    ...activities.map((told) => keyOf(dossier, 'activity', told.at)),
    ...transfersUpTo(dossier, at),
    ...ratingsUpTo(dossier, at),
  ];
}

/** What people say in the end of an answer counts where and when the last answer was given. */
function ratingsUpTo(dossier: Dossier, at: number): string[] {
  if (!dossier.rating.isTold) return [];
  const said = dossier.rating.at(Infinity);
  const answer = takenUpTo(dossier, Infinity).findLast((step) => isEnd(step) && step.step !== 'withdrawn');
  if (said === null || answer === undefined || answer.at > at) return [];
  return ['rated', ...(said === 'satisfied' ? ['rated-satisfied'] : [])].map((flow) => keyOf(dossier, flow, answer.at));
}

function flowsOf(dossier: Dossier, step: ToldStep, before: readonly ToldStep[]): string[] {
  if (step.step === 'refused' || step.step === 'reopened') return [step.step];
  if (step.step === 'received') return receiptFlows(dossier, step, before);
  return isEnd(step) ? endFlows(dossier, step, before) : [];
}

function receiptFlows({ channel, rules }: Dossier, { at }: ToldStep, before: readonly ToldStep[]): string[] {
  const flows = ['received'];
  const sentBy = channel.at(at);
  if (sentBy !== null && rules.onlineChannels.has(sentBy)) flows.push('received-online');
  if (sentBy !== null && rules.atHomeChannels.has(sentBy)) flows.push('received-at-home');
  if (sentBy !== null && rules.postChannels.has(sentBy)) flows.push('received-post');
  if (sentBy === null) flows.push('received-no-channel');
  if (before.some(isEnd)) flows.push('ends-before-start');
  return flows;
}

/** What had become of the obligation to pay, and what the result was, when the handling ended. */
function outcomeFlows({ payment, result }: Dossier, end: number): string[] {
  const obligation = payment.at(end);
  const form = result.at(end);
  return [
    ...(obligation === 'asked' || obligation === 'online' || obligation === 'other' ? ['payment-asked'] : []),
    ...(obligation === 'online' ? ['paid-online'] : []),
    ...(form === null ? [] : ['result-told']),
    ...(form === 'digital' ? ['result-digital'] : []),
  ];
}

function endFlows(dossier: Dossier, end: ToldStep, before: readonly ToldStep[]): string[] {
  const flows = ['handled'];
  if (end.step === 'withdrawn') flows.push('withdrawn');
  else flows.push(...outcomeFlows(dossier, end.at));
  if (startOf(dossier, before) === null) flows.push('handled-unreceived');
  else if (before.every(({ step }) => step !== 'received' && step !== 'reopened')) flows.push('handled-before-receipt');
  const due = dueEnd(dossier, end.at);
  const wasOverdue = isOpen(before) && passedBetween(dossier, openedAt(before), end.at - 1);
  if (wasOverdue || (due !== null && end.at > due)) return [...flows, 'handled-late'];
  if (due === null) return [...flows, 'handled-no-due'];
  flows.push('handled-on-time');
  if (dayOf(dossier, end.at) < dayOf(dossier, due)) flows.push('handled-early');
  return flows;
}

/**
 * A unit hands a dossier to another one when it was open the moment before; what then happens to it happens there. A unit
 * that ends hands it on too.
 */
function transfersUpTo(dossier: Dossier, at: number): string[] {
  const changes = [...dossier.unit.changes, ...(dossier.rules.geography?.boundaries ?? [])];
  return [...new Set(changes)].flatMap((change) => {
    const moved = change <= at && unitAt(dossier, change) !== unitAt(dossier, change - 1);
    if (!moved || !isOpen(takenUpTo(dossier, change - 1))) return [];
    return [keyOf(dossier, 'transferred-out', change - 1), keyOf(dossier, 'transferred-in', change)];
  });
}

/** When the handling that an end closes began: the last re-opening, else the receipt, whenever that was told for. */
function startOf({ told }: Dossier, before: readonly ToldStep[]): number | null {
  const reopened = before.findLast(({ step }) => step === 'reopened');
  return (reopened ?? told.find(({ step }) => step === 'received'))?.at ?? null;
}

/**
 * Whether the running clock had passed the due moment in force at any moment of a stretch, both ends included. Between
 * two changes only time goes on, so the last millisecond before a change tells of all before it.
 */
function passedBetween(dossier: Dossier, from: number, to: number): boolean {
  const changes = [...dossier.told.map((step) => step.at), ...dossier.due.changes];
  const moments = [from, to, ...changes, ...changes.map((change) => change - 1)];
  return moments.filter((moment) => moment >= from && moment <= to).some((moment) => hasPassed(dossier, moment));
}

function hasPassed(dossier: Dossier, moment: number): boolean {
  const due = dueEnd(dossier, moment);
  return due !== null && moment > due && !isPaused(takenUpTo(dossier, moment));
}

/** The due moment in force, later by the pauses that it has seen so far. Told again unchanged it is still the same one. */
function dueEnd(dossier: Dossier, moment: number): number | null {
  const { due } = dossier;
  if (!due.isTold) return computedEnd(dossier, moment);
  const inForce = due.at(moment);
  if (inForce === null) return null;
  const setAt = Math.max(
    -Infinity,
    ...due.changes.filter((change) => change <= moment && due.at(change)?.at !== due.at(change - 1)?.at),
  );
  return inForce.at + stoppedSince(dossier, setAt, moment);
}

function stoppedSince(dossier: Dossier, setAt: number, moment: number): number {
  const stops = pausesUpTo(dossier, moment).map(({ from, to }) => Math.max(0, to - Math.max(from, setAt)));
  return stops.reduce((sum, stop) => sum + stop, 0);
}

/**
 * Where nobody told a due date: a dossier that has been received is due at the end of the last of as many working days
 * as its procedure's limit on the day of the receipt gives, counted from the day after. A limit that was taken down with what was told
 * of that procedure goes before the rules' own.
 */
function computedEnd(dossier: Dossier, moment: number): number | null {
  const { dueRule, zone } = dossier.rules;
  const receipt = takenUpTo(dossier, moment).find(({ step }) => step === 'received');
  const procedure = receipt === undefined ? null : dossier.procedure.at(receipt.at);
  if (dueRule === null || receipt === undefined || procedure === null) return null;
  const epoch = Temporal.PlainDate.from('1970-01-01');
  const receiptDay = epoch.until(Temporal.PlainDate.from(dayOf(dossier, receipt.at)), { largestUnit: 'day' }).days;
  const limit = (dueRule.limits.get(procedure) ?? []).find(
    ({ validFrom, validTo }) =>
      !(validFrom !== null && receiptDay < validFrom) && !(validTo !== null && receiptDay > validTo),
  );
  const takenDown = dossier.limit.at(receipt.at);
  const days = takenDown?.procedure === procedure ? takenDown.days : limit?.workingDays;
  if (days === undefined) return null;
  const due = dueRule.calendar.days.filter((day) => day > receiptDay)[days - 1];
  if (due === undefined) return null;
  const dayAfter = epoch.add({ days: due + 1 }).toZonedDateTime({ timeZone: zone });
  return dayAfter.epochMilliseconds - 1 + stoppedSince(dossier, receipt.at, moment);
}

function pausesUpTo(dossier: Dossier, moment: number): { from: number; to: number }[] {
  const steps = takenUpTo(dossier, moment);
  return steps.flatMap((step, index) => {
    if (step.step !== 'paused') return [];
    const over = steps.slice(index).find((later) => later.step === 'resumed' || isEnd(later));
    return [{ from: step.at, to: over?.at ?? moment }];
  });
}

/** The steps up to a moment that could happen as told; of one moment the first that can, again and again. */
function takenUpTo({ told }: Dossier, moment: number): ToldStep[] {
  const taken: ToldStep[] = [];
  const waiting = told.filter(({ at }) => at <= moment);
  for (;;) {
    const last = taken.at(-1)?.at ?? -Infinity;
    const next = waiting.find((step) => step.at >= last && canHappen(step, taken));
    if (next === undefined) return taken;
    taken.push(next);
    waiting.splice(waiting.indexOf(next), 1);
  }
}

function unitAt({ unit, rules }: Dossier, at: number): string | null {
  return standsAt(rules.geography, unit.at(at), at);
}

function keyOf(dossier: Dossier, measure: string, at: number): string {
  const { procedure, channel } = dossier;
  return [measure, unitAt(dossier, at), procedure.at(at), channel.at(at)].join('|');
}

function dayOf({ rules }: Dossier, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(rules.zone).toPlainDate().toString();
}

/** Received and not ended, or re-opened since its last end. What was received after its end is not open. */
function isOpen(steps: readonly ToldStep[]): boolean {
  const end = steps.findLastIndex(isEnd);
  return steps.some(({ step }, index) => index > end && (step === 'reopened' || (step === 'received' && end === -1)));
}

function isPaused(steps: readonly ToldStep[]): boolean {
  return steps.findLast((step) => step.step === 'paused' || step.step === 'resumed' || isEnd(step))?.step === 'paused';
}

/** Of an open dossier. */
function openedAt(steps: readonly ToldStep[]): number {
  const opening = steps.findLast(({ step }) => step === 'reopened') ?? steps.find(({ step }) => step === 'received');
  return opening?.at ?? -Infinity;
}

function canHappen({ step }: ToldStep, before: readonly ToldStep[]): boolean {
  const ended = before.findLastIndex(isEnd) > before.findLastIndex((earlier) => earlier.step === 'reopened');
  if (step === 'refused') return before.length === 0;
  if (step === 'received') return before.every((earlier) => earlier.step !== 'received');
  if (step === 'paused') return isOpen(before) && !isPaused(before);
  if (step === 'resumed') return isPaused(before);
  if (step === 'reopened') return ended;
  return isEnd({ step }) && !ended;
}
