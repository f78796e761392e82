import type { Flow, State, StepName } from '@flagtower/contracts';

import { localDayNumber } from '../time/zone-days.ts';
import type { Claim, ClaimedStep, Due } from './claim.ts';
import type { Cell, Fact } from './fact.ts';
import { cellAt, lifeOf, valueAt, type Life } from './life.ts';
import type { FoldRules } from './rules.ts';

/** Where a dossier stands after everything that was told of it. */
export type Standing = 'new' | 'refused' | 'open' | 'paused' | 'closed';

export interface Folded {
  /** Every dated fact of the dossier, future ones included. */
  readonly facts: readonly Fact[];
  readonly standing: Standing;
  readonly cell: Cell;
  readonly source: string | null;
  readonly disagreements: number;
  /** Epoch milliseconds; `null`: not told. */
  readonly receivedAt: number | null;
  readonly closedAt: number | null;
  /** The due moment in force at the end, its stopped clock included. */
  readonly dueAt: number | null;
}

/**
 * Turns all that was told of one dossier into its dated facts. The order and repetition of the claims do not matter.
 * The walk goes from moment to moment at which something was told, and between them to the moments at which the clock
 * alone changes something: 24 hours before the due moment, and the first millisecond after it.
 */
export function foldDossier(claims: readonly Claim[], rules: FoldRules): Folded {
  const life = lifeOf(claims);
  if (life === null)
    return {
      facts: [],
      standing: 'new',
      cell: nowhere,
      source: null,
      disagreements: 0,
      receivedAt: null,
      closedAt: null,
      dueAt: null,
    };
  const walk = new Walk(life, rules);
  for (const moment of momentsOf(life)) {
    walk.letTimePass(moment);
    walk.arriveAt(moment);
  }
  walk.letTimePass(Infinity);
  return walk.end();
}

const nowhere: Cell = { unit: null, procedure: null, channel: null };

function momentsOf(life: Life): number[] {
  const moments = new Set<number>(life.steps.map(({ at }) => at));
  for (const timeline of [life.unit, life.procedure, life.channel, life.due]) {
    for (const { from } of timeline) if (from !== -Infinity) moments.add(from);
  }
  return [...moments].toSorted((a, b) => a - b);
}

interface Booked {
  readonly states: ReadonlySet<State>;
  readonly cell: Cell;
}

/** One walk through one life; opened by `foldDossier`, closed by `end`. */
class Walk {
  readonly #life: Life;
  readonly #rules: FoldRules;
  readonly #facts: Fact[] = [];
  readonly #firstReceipt: number | null;
  #standing: Standing = 'new';
  #booked: Booked = { states: new Set(), cell: nowhere };
  #receivedAt: number | null = null;
  #openedAt = -Infinity;
  #closedAt: number | null = null;
  #pausedAt = -Infinity;
  /** Elapsed pause that the due moment in force was stopped for. */
  #stoppedMs = 0;
  #due: Due | null;
  #dueSetAt = -Infinity;
  /** The due moment passed while the dossier ran: nothing but closing ends that. */
  #overdue = false;

  constructor(life: Life, rules: FoldRules) {
    this.#life = life;
    this.#rules = rules;
    this.#due = valueAt(life.due, -Infinity);
    this.#firstReceipt = life.steps.find(({ step }) => step === 'received')?.at ?? null;
    for (const { at } of life.activities) this.#flow('activity', at);
  }

  /** Books what the clock alone changes before `until`. */
  letTimePass(until: number): void {
    const dueEnd = this.#dueEnd();
    if (this.#standing !== 'open' || this.#overdue || dueEnd === null) return;
    for (const moment of [dueEnd - this.#rules.nearDueMs, dueEnd + 1]) {
      if (moment < until && moment > this.#lastMoment) this.#settle(moment);
    }
  }

  #lastMoment = -Infinity;

  /** Values first, then steps: what was told to hold from this moment holds for the step of this moment. */
  arriveAt(moment: number): void {
    const change = this.#life.due.find(({ from }) => from === moment);
    // Told again unchanged, as on every row of an event list, a due moment is still the one that was set before.
    if (change !== undefined && change.value?.at !== this.#due?.at) {
      this.#due = change.value;
      this.#dueSetAt = moment;
      this.#stoppedMs = 0;
    }
    this.#transfer(moment);
    this.#move(this.#life.steps.filter(({ at }) => at === moment));
    this.#settle(moment);
  }

  end(): Folded {
    return {
      facts: this.#facts,
      standing: this.#standing,
      cell: cellAt(this.#life, Infinity),
      source: this.#life.source,
      disagreements: this.#life.disagreements,
      receivedAt: this.#receivedAt,
      closedAt: this.#closedAt,
      dueAt: this.#dueEnd(),
    };
  }

  /** Of several steps in one millisecond the first that fits the standing goes first; one that never fits moves nothing. */
  #move(steps: readonly ClaimedStep[]): void {
    const left = [...steps];
    for (;;) {
      const index = left.findIndex(({ step }) => this.#fits(step));
      const [next] = index === -1 ? [] : left.splice(index, 1);
      if (next === undefined) return;
      this.#take(next);
    }
  }

  #fits(step: StepName): boolean {
    switch (step) {
      case 'refused':
        return this.#standing === 'new';
      case 'received':
        return this.#receivedAt === null;
      case 'paused':
        return this.#standing === 'open';
      case 'resumed':
        return this.#standing === 'paused';
      case 'handled':
      case 'withdrawn':
      case 'returned':
        return this.#standing !== 'closed';
      case 'reopened':
        return this.#standing === 'closed';
      case 'submitted':
      case 'transferred':
      case 'activity':
      case 'amended':
        return false;
    }
  }

  #take({ step, at }: ClaimedStep): void {
    switch (step) {
      case 'refused':
        this.#standing = 'refused';
        this.#flow('refused', at);
        return;
      case 'received':
        this.#receive(at);
        return;
      case 'paused':
        this.#standing = 'paused';
        this.#pausedAt = at;
        return;
      case 'resumed':
        this.#standing = 'open';
        this.#stoppedMs += at - Math.max(this.#pausedAt, this.#dueSetAt);
        return;
      case 'reopened':
        this.#standing = 'open';
        this.#openedAt = at;
        this.#closedAt = null;
        this.#flow('reopened', at);
        return;
      case 'handled':
      case 'withdrawn':
      case 'returned':
        this.#close(at, step === 'withdrawn');
        return;
      case 'submitted':
      case 'transferred':
      case 'activity':
      case 'amended':
    }
  }

  #receive(at: number): void {
    this.#receivedAt = at;
    const { channel } = cellAt(this.#life, at);
    this.#flow('received', at);
    if (channel !== null && this.#rules.onlineChannels.has(channel)) this.#flow('received-online', at);
    if (channel !== null && this.#rules.atHomeChannels.has(channel)) this.#flow('received-at-home', at);
    if (this.#standing === 'new' || this.#standing === 'refused') {
      this.#standing = 'open';
      this.#openedAt = at;
    } else {
      // The end was told for an earlier moment than the receipt: counted in, not opened by it, and told.
      this.#flow('ends-before-start', at);
    }
  }

  #close(at: number, withdrawn: boolean): void {
    const start = this.#openedAt === -Infinity ? this.#firstReceipt : this.#openedAt;
    if (this.#standing === 'paused') this.#stoppedMs += at - Math.max(this.#pausedAt, this.#dueSetAt);
    const dueEnd = this.#dueEnd();
    const late = this.#overdue || (dueEnd !== null && dueEnd < at);
    this.#standing = 'closed';
    this.#closedAt = at;
    this.#overdue = false;
    this.#flow('handled', at, start === null ? null : at - start);
    if (withdrawn) this.#flow('withdrawn', at);
    if (start === null) this.#flow('handled-unreceived', at);
    if (dueEnd === null && !late) this.#flow('handled-no-due', at);
    else this.#flow(late ? 'handled-late' : 'handled-on-time', at);
    if (dueEnd !== null && !late && localDayNumber(at, this.#rules.zone) < localDayNumber(dueEnd, this.#rules.zone))
      this.#flow('handled-early', at);
  }

  /** The last moment that is still on time, or `null` where nothing is due. */
  #dueEnd(): number | null {
    return this.#due === null ? null : this.#due.at + this.#stoppedMs;
  }

  #flow(measure: Flow, at: number, handlingMs: number | null = null): void {
    this.#facts.push({ measure, at, cell: cellAt(this.#life, at), delta: 1, handlingMs });
  }

  /** What was open until now leaves its unit before the step of this moment, which then counts where it went. */
  #transfer(moment: number): void {
    const { cell: from, states } = this.#booked;
    const to = cellAt(this.#life, moment);
    if (!states.has('open') || from.unit === to.unit) return;
    this.#facts.push({ measure: 'transferred-out', at: moment, cell: from, delta: 1, handlingMs: null });
    this.#facts.push({ measure: 'transferred-in', at: moment, cell: to, delta: 1, handlingMs: null });
  }

  /** Books the difference between the states that hold now and those that held before, each in its cell. */
  #settle(moment: number): void {
    const cell = cellAt(this.#life, moment);
    const states = this.#statesAt(moment);
    const moved = !sameCell(cell, this.#booked.cell);
    for (const measure of this.#booked.states) {
      if (moved || !states.has(measure))
        this.#facts.push({ measure, at: moment, cell: this.#booked.cell, delta: -1, handlingMs: null });
    }
    for (const measure of states) {
      if (moved || !this.#booked.states.has(measure))
        this.#facts.push({ measure, at: moment, cell, delta: 1, handlingMs: null });
    }
    this.#booked = { states, cell };
    this.#lastMoment = moment;
  }

  #statesAt(moment: number): Set<State> {
    const states = new Set<State>();
    if (this.#standing !== 'open' && this.#standing !== 'paused') return states;
    states.add('open');
    if (this.#standing === 'paused') states.add('paused');
    const dueEnd = this.#dueEnd();
    if (dueEnd === null && !this.#overdue) states.add('open-no-due');
    if (dueEnd !== null && this.#standing === 'open' && dueEnd < moment) this.#overdue = true;
    if (this.#overdue) states.add('overdue');
    else if (dueEnd !== null && this.#standing === 'open' && dueEnd - this.#rules.nearDueMs <= moment)
      states.add('near-due');
    return states;
  }
}

function sameCell(a: Cell, b: Cell): boolean {
  return a.unit === b.unit && a.procedure === b.procedure && a.channel === b.channel;
}
