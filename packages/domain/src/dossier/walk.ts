import type { Cohort, Flow, Measure, State } from '@flagtower/contracts';

import { unitEndsAt } from '../geography/unit-ends-at.ts';
import { localDayNumber } from '../time/zone-days.ts';
import type { ClaimedStep } from './claim.ts';
import { dueEnd, dueSet, stopped, type DueClock, type DuePrecision } from './due-clock.ts';
import { computedDue } from './due-rule.ts';
import { endFlows, ratingFlows } from './end-flows.ts';
import type { Cell, Fact } from './fact.ts';
import { cellAt, type Life } from './life.ts';
import type { FoldRules } from './rules.ts';
import { fits, type Standing } from './standing.ts';
import { valueAt } from './timeline.ts';

/** One walk through one life, forward in time; opened by `foldDossier`, closed by `end`. */
export class Walk {
  readonly #life: Life;
  readonly #rules: FoldRules;
  readonly #facts: Fact[] = [];
  readonly #firstReceipt: number | null;
  #standing: Standing = 'new';
  /** Where the dossier is now, and the states that it is booked in there. */
  #cell: Cell;
  #toldCell: Cell;
  /** When the unit that it is in ends; `Infinity` where it does not. */
  #unitEndsAt = Infinity;
  #states: readonly State[] = [];
  #bookedUpTo = -Infinity;
  #clock: DueClock;
  /** `null` also where it was closed before anything opened it. */
  #openedAt: number | null = null;
  #closedAt: number | null = null;
  #pausedAt = -Infinity;
  /** The due moment passed while the dossier ran: nothing but closing ends that. */
  #overdue = false;
  /** Where it was received; `null`: not yet. */
  #receipt: { readonly at: number; readonly cell: Cell } | null = null;
  /** Where its last end was that was no withdrawal; `null`: there is none. */
  #answered: { readonly at: number; readonly cell: Cell } | null = null;
  /** What its last end was judged to be for the dossiers received with it. */
  #judged: Cohort | null = null;
  #cohort: Cohort | null = null;

  constructor(life: Life, rules: FoldRules) {
    this.#life = life;
    this.#rules = rules;
    this.#cell = cellAt(life, -Infinity);
    this.#toldCell = this.#cell;
    this.#clock = dueSet(valueAt(life.due, -Infinity), -Infinity);
    this.#firstReceipt = life.steps.find(({ step }) => step === 'received')?.at ?? null;
    for (const { at } of life.activities) this.#book('activity', at, cellAt(life, at, rules.geography), 1);
  }

  /** Books what the clock alone changes before `until`. */
  letTimePass(until: number): void {
    for (let moment = this.#nextByClock(); moment < until; moment = this.#nextByClock())
      this.#settle(moment, moment === this.#unitEndsAt ? this.#enter(moment) : this.#cell);
  }

  /** The next moment at which an open dossier changes though nobody tells anything; `Infinity`: none. */
  #nextByClock(): number {
    if (this.#standing !== 'open' && this.#standing !== 'paused') return Infinity;
    const end = this.#standing === 'paused' || this.#overdue ? null : dueEnd(this.#clock);
    if (end === null) return this.#unitEndsAt;
    const near = end - this.#rules.nearDueMs;
    const due = near > this.#bookedUpTo ? near : end + 1;
    return due > this.#bookedUpTo ? Math.min(due, this.#unitEndsAt) : this.#unitEndsAt;
  }

  /** Values first, then steps: what was told to hold from this moment holds for the step of this moment. */
  arriveAt(moment: number): void {
    const due = this.#life.due.find(({ from }) => from === moment);
    if (due !== undefined) this.#clock = dueSet(due.value, moment);
    const left = this.#enter(moment);
    this.#toldCell = this.#cell;
    this.#move(this.#life.steps.filter(({ at }) => at === moment));
    this.#settle(moment, left);
  }

  /** Goes where the dossier is from this moment on. @returns where it was before */
  #enter(moment: number): Cell {
    const left = this.#cell;
    this.#cell = this.#cellFrom(moment);
    this.#unitEndsAt = unitEndsAt(this.#rules.geography, this.#cell.unit, moment);
    if (this.#states.includes('open') && left.unit !== this.#cell.unit) {
      // It leaves its unit before the step of this moment, which then counts where it went.
      this.#book('transferred-out', moment, left, 1);
      this.#book('transferred-in', moment, this.#cell, 1);
    }
    return left;
  }

  end(): {
    facts: Fact[];
    standing: Standing;
    cell: Cell;
    receivedAt: number | null;
    closedAt: number | null;
    dueAt: number | null;
    duePrecision: DuePrecision | null;
  } {
    if (this.#answered !== null)
      for (const measure of ratingFlows(this.#life)) this.#book(measure, this.#answered.at, this.#answered.cell, 1);
    return {
      facts: this.#facts,
      standing: this.#standing,
      cell: this.#toldCell,
      receivedAt: this.#receipt?.at ?? null,
      closedAt: this.#closedAt,
      dueAt: dueEnd(this.#clock),
      duePrecision: this.#clock.due?.precision ?? null,
    };
  }

  /** The same object as long as nothing changes: that is how `#settle` sees that the dossier stayed. */
  #cellFrom(moment: number): Cell {
    const { unit, procedure, channel } = this.#cell;
    const next = cellAt(this.#life, moment, this.#rules.geography);
    return next.unit === unit && next.procedure === procedure && next.channel === channel ? this.#cell : next;
  }

  /** Of several steps in one millisecond the first that fits the standing goes first; one that never fits moves nothing. */
  #move(steps: ClaimedStep[]): void {
    for (;;) {
      const index = steps.findIndex(({ step }) => fits(step, this.#standing, this.#receipt !== null));
      const [next] = index === -1 ? [] : steps.splice(index, 1);
      if (next === undefined) return;
      this.#take(next);
    }
  }

  #take({ step, at }: ClaimedStep): void {
    if (step === 'received') this.#receive(at);
    else if (step === 'paused') this.#pause(at);
    else if (step === 'resumed') this.#resume(at);
    else if (step === 'reopened') this.#open(at, step);
    else if (step === 'refused') this.#refuse(at);
    else this.#close(at, step === 'withdrawn');
  }

  #refuse(at: number): void {
    this.#standing = 'refused';
    this.#flow('refused', at);
  }

  #receive(at: number): void {
    this.#receipt = { at, cell: this.#cell };
    const { channel, procedure } = this.#cell;
    if (this.#life.due.length === 0) {
      const limit = valueAt(this.#life.limit, at);
      this.#clock = dueSet(computedDue(at, { procedure, limit }, this.#rules), at);
    }
    if (channel === null) this.#flow('received-no-channel', at);
    if (channel !== null && this.#rules.onlineChannels.has(channel)) this.#flow('received-online', at);
    if (channel !== null && this.#rules.atHomeChannels.has(channel)) this.#flow('received-at-home', at);
    if (channel !== null && this.#rules.postChannels.has(channel)) this.#flow('received-post', at);
    if (this.#standing === 'new' || this.#standing === 'refused') {
      this.#open(at, 'received');
    } else {
      // The end was told for an earlier moment than the receipt: counted in, not opened by it, and told.
      this.#flow('received', at);
      this.#flow('ends-before-start', at);
    }
  }

  #open(at: number, flow: 'received' | 'reopened'): void {
    this.#standing = 'open';
    this.#openedAt = at;
    this.#closedAt = null;
    this.#flow(flow, at);
  }

  #pause(at: number): void {
    this.#standing = 'paused';
    this.#pausedAt = at;
  }

  #resume(at: number): void {
    this.#standing = 'open';
    this.#clock = stopped(this.#clock, this.#pausedAt, at);
  }

  #close(at: number, withdrawn: boolean): void {
    if (this.#standing === 'paused') this.#resume(at);
    const start = this.#openedAt ?? this.#firstReceipt;
    this.#flow('handled', at, start === null ? null : at - start);
    if (withdrawn) this.#flow('withdrawn', at);
    else this.#answer(at);
    if (start === null) this.#flow('handled-unreceived', at);
    else if (this.#openedAt === null) this.#flow('handled-before-receipt', at);
    this.#judge(at);
    this.#standing = 'closed';
    this.#closedAt = at;
    this.#overdue = false;
  }

  #answer(at: number): void {
    for (const measure of endFlows(this.#life, at)) this.#flow(measure, at);
    this.#answered = { at, cell: this.#cell };
  }

  /** On time is at or before the due moment; early is before its day. */
  #judge(at: number): void {
    const end = dueEnd(this.#clock);
    if (this.#overdue || (end !== null && end < at)) {
      this.#flow('handled-late', at);
      this.#judged = 'cohort-late';
    } else if (end === null) {
      this.#flow('handled-no-due', at);
      this.#judged = 'cohort-no-due';
    } else {
      this.#judged = null;
      this.#flow('handled-on-time', at);
      if (localDayNumber(at, this.#rules.zone) < localDayNumber(end, this.#rules.zone)) this.#flow('handled-early', at);
    }
  }

  #flow(measure: Flow, at: number, handlingMs: number | null = null): void {
    this.#facts.push({ measure, at, cell: this.#cell, delta: 1, handlingMs, cohortAt: null });
  }

  #book(measure: Measure, at: number, cell: Cell, delta: number): void {
    this.#facts.push({ measure, at, cell, delta, handlingMs: null, cohortAt: null });
  }

  /** Books the difference between the states that hold now and those that held before, in the cell that it left, if any. */
  #settle(moment: number, left: Cell): void {
    const before = this.#states;
    const states = this.#statesAt(moment);
    const stayed = left === this.#cell;
    for (const state of before) if (!stayed || !states.includes(state)) this.#book(state, moment, left, -1);
    for (const state of states) if (!stayed || !before.includes(state)) this.#book(state, moment, this.#cell, 1);
    this.#states = states;
    this.#settleCohort(moment, states);
    this.#bookedUpTo = moment;
  }

  /** Each received dossier is late, without a due moment, or neither: counted once, with those received when it was. */
  #settleCohort(moment: number, states: readonly State[]): void {
    if (this.#receipt === null) return;
    const before = this.#cohort;
    const now = this.#standing === 'closed' ? this.#judged : cohortOf(states);
    if (now === before) return;
    const { at: cohortAt, cell } = this.#receipt;
    const book = (measure: Cohort, delta: number): void => {
      this.#facts.push({ measure, at: moment, cell, delta, handlingMs: null, cohortAt });
    };
    if (before !== null) book(before, -1);
    if (now !== null) book(now, 1);
    this.#cohort = now;
  }

  #statesAt(moment: number): State[] {
    if (this.#standing === 'paused') return ['open', 'paused', ...this.#dueStates(), ...this.#pausedDueStates()];
    if (this.#standing !== 'open') return [];
    const end = dueEnd(this.#clock);
    if (end !== null && end < moment) this.#overdue = true;
    const nearDue = end !== null && !this.#overdue && end - this.#rules.nearDueMs <= moment;
    return nearDue ? ['open', 'near-due'] : ['open', ...this.#dueStates()];
  }

  #dueStates(): State[] {
    if (this.#overdue) return ['overdue'];
    return this.#clock.due === null ? ['open-no-due'] : [];
  }

  #pausedDueStates(): State[] {
    if (this.#overdue) return ['paused-overdue'];
    return this.#clock.due === null ? ['paused-no-due'] : [];
  }
}

function cohortOf(states: readonly State[]): Cohort | null {
  if (states.includes('overdue')) return 'cohort-late';
  return states.includes('open-no-due') ? 'cohort-no-due' : null;
}
