import type { CaseKind, Measure } from '@flagtower/contracts';
import type { FollowedEntry } from '@flagtower/store';

import { LastHour, periodMoment } from './last-hour.ts';

/** Sums of one unit; every period ends at the tally's moment. */
export type SummedPeriod = 'all' | 'year' | 'month' | 'today';

type Measures = Map<Measure, number>;
type PeriodSums = Record<SummedPeriod, Measures>;

/** Where the periods begin, epoch milliseconds, and the first buckets that are kept. */
export interface TallyFrame {
  readonly year: number;
  readonly month: number;
  readonly today: number;
  /** End of today, excluded: from then on the tally speaks of a day that is over. */
  readonly tomorrow: number;
  /** Number of today's day, days since 1970 in the ledger's zone. */
  readonly day: number;
  readonly firstDay: number;
  /** Hours since 1970 UTC. */
  readonly firstHour: number;
  readonly firstSparkDay: number;
  dayOf: (at: number) => number;
}

const hourMs = 3_600_000;

/**
 * Running sums of one ledger in memory, so that a tick costs what changed and not what there is. Filled from the store
 * once a day; after that it only adds entries, late and corrected ones like any others.
 */
export class Tally {
  readonly frame: TallyFrame;
  readonly #units = new Map<string, Map<string, PeriodSums>>();
  readonly #channels = new Map<string, Record<'today' | 'month', number>>();
  readonly #hours = new Map<number, Measures>();
  readonly #days = new Map<number, Measures>();
  readonly #overdueByDay = new Map<string, Map<number, number>>();
  readonly lastHour = new LastHour();

  constructor(frame: TallyFrame) {
    this.frame = frame;
  }

  /** Adds an entry whose time has come. */
  add(entry: FollowedEntry): void {
    const { delta, measure, unit, channel } = entry;
    const at = periodMoment(entry);
    const { year, month, today } = this.frame;
    for (const place of [unit, everywhere]) {
      this.addToPeriod(entry, place, 'all', delta);
      if (at >= year) this.addToPeriod(entry, place, 'year', delta);
      if (at >= month) this.addToPeriod(entry, place, 'month', delta);
      if (at >= today) this.addToPeriod(entry, place, 'today', delta);
    }
    this.lastHour.add(entry);
    if (entry.caseKind !== 'dossier') return;
    if (measure === 'received' && at >= month) this.addToChannel(channel, 'month', delta);
    if (measure === 'received' && at >= today) this.addToChannel(channel, 'today', delta);
    this.addToHour(Math.floor(at / hourMs), measure, delta);
    this.addToDay(this.frame.dayOf(at), measure, delta);
    if (measure === 'overdue') this.addOverdue(unit, this.frame.dayOf(at), delta);
  }

  addToPeriod(
    { caseKind, measure }: { readonly caseKind: string; readonly measure: Measure },
    unit: string,
    period: SummedPeriod,
    delta: number,
  ): void {
    const units = this.unitsOf(caseKind);
    let sums = units.get(unit);
    if (sums === undefined) {
      sums = { all: new Map(), year: new Map(), month: new Map(), today: new Map() };
      units.set(unit, sums);
    }
    bump(sums[period], measure, delta);
  }

  addToChannel(channel: string, period: 'today' | 'month', delta: number): void {
    const held = this.#channels.get(channel) ?? { today: 0, month: 0 };
    held[period] += delta;
    this.#channels.set(channel, held);
  }

  addToHour(hour: number, measure: Measure, delta: number): void {
    if (hour >= this.frame.firstHour) bump(measuresIn(this.#hours, hour), measure, delta);
  }

  addToDay(day: number, measure: Measure, delta: number): void {
    if (day >= this.frame.firstDay) bump(measuresIn(this.#days, day), measure, delta);
  }

  addOverdue(unit: string, day: number, delta: number): void {
    if (day < this.frame.firstSparkDay) return;
    const days = this.#overdueByDay.get(unit) ?? new Map<number, number>();
    days.set(day, (days.get(day) ?? 0) + delta);
    this.#overdueByDay.set(unit, days);
  }

  /** Units of a case kind that anything was told of. */
  unitsOf(caseKind: string): Map<string, PeriodSums> {
    const units = this.#units.get(caseKind) ?? new Map<string, PeriodSums>();
    this.#units.set(caseKind, units);
    return units;
  }

  /** @param units `null`: all, those without a unit too */
  sums(caseKind: CaseKind, units: readonly string[] | null, period: SummedPeriod): ReadonlyMap<Measure, number> {
    const byUnit = this.unitsOf(caseKind);
    if (units === null) return byUnit.get(everywhere)?.[period] ?? new Map();
    const [only, ...more] = units;
    if (only !== undefined && more.length === 0) return byUnit.get(only)?.[period] ?? new Map();
    const total: Measures = new Map();
    for (const unit of units) for (const [measure, sum] of byUnit.get(unit)?.[period] ?? []) bump(total, measure, sum);
    return total;
  }

  channels(): ReadonlyMap<string, Readonly<Record<'today' | 'month', number>>> {
    return this.#channels;
  }

  /** `null`: nothing of that hour is kept. */
  hour(hour: number): ReadonlyMap<Measure, number> | null {
    return this.#hours.get(hour) ?? null;
  }

  day(day: number): ReadonlyMap<Measure, number> | null {
    return this.#days.get(day) ?? null;
  }

  /** The first day of the kept ones on which anything was told; `null`: none. */
  firstToldDay(): number | null {
    const days = [...this.#days.keys()];
    return days.length === 0 ? null : Math.min(...days);
  }

  /** Change of a unit's overdue dossiers on each day that is kept. */
  overdueByDay(unit: string): ReadonlyMap<number, number> {
    return this.#overdueByDay.get(unit) ?? new Map();
  }
}

/** Key of the sums over all units; no unit code is empty, `''` is "no unit told". */
export const everywhere = '*';

function bump(sums: Measures, measure: Measure, delta: number): void {
  sums.set(measure, (sums.get(measure) ?? 0) + delta);
}

function measuresIn(buckets: Map<number, Measures>, bucket: number): Measures {
  const held = buckets.get(bucket) ?? new Map<Measure, number>();
  buckets.set(bucket, held);
  return held;
}
