import type { CaseKind, Measure } from '@flagtower/contracts';
import type { FollowedEntry } from '@flagtower/store';

const hourMs = 3_600_000;

/** What places an entry in a period: its own time, of cohorts the receipt. */
export function periodMoment({ at, cohortAt }: Pick<FollowedEntry, 'at' | 'cohortAt'>): number {
  return cohortAt ?? at;
}
/** Entries that went are taken out of the list when they are this many and more than half of it. */
const fewGone = 1024;

/**
 * Sums of the entries of the hour that ends now, to the millisecond. What passes out of the hour is taken off again, so
 * that an answer costs what there is to add up and not what was told in the hour.
 */
export class LastHour {
  /** In the order of their time; those before `#first` went. */
  #entries: FollowedEntry[] = [];
  #first = 0;
  /** Epoch milliseconds, excluded. Time does not run back: a clock that was set back begins a new tally. */
  #from = -Infinity;
  /** By case kind, then unit. */
  readonly #sums = new Map<string, Map<string, Map<Measure, number>>>();

  add(entry: FollowedEntry): void {
    const at = periodMoment(entry);
    if (at <= this.#from) return;
    // Most entries are the newest ones; a late one finds its place among the last few.
    let place = this.#entries.length;
    while (place > this.#first && momentAt(this.#entries, place - 1) > at) place -= 1;
    if (place === this.#entries.length) this.#entries.push(entry);
    else this.#entries.splice(place, 0, entry);
    this.#bump(entry, entry.delta);
  }

  /**
   * Sums of one case kind at a moment not before those asked for earlier.
   * @param units `null`: all, those without a unit too
   */
  sums(caseKind: CaseKind, units: readonly string[] | null, at: number): ReadonlyMap<Measure, number> {
    this.#moveTo(at);
    const byUnit = this.#sums.get(caseKind) ?? new Map<string, Map<Measure, number>>();
    const total = new Map<Measure, number>();
    for (const unit of units ?? byUnit.keys())
      for (const [measure, sum] of byUnit.get(unit) ?? []) total.set(measure, (total.get(measure) ?? 0) + sum);
    return total;
  }

  #moveTo(at: number): void {
    this.#from = Math.max(this.#from, at - hourMs);
    for (;;) {
      const oldest = this.#entries[this.#first];
      if (oldest === undefined || periodMoment(oldest) > this.#from) break;
      this.#bump(oldest, -oldest.delta);
      this.#first += 1;
    }
    if (this.#first < fewGone || this.#first * 2 < this.#entries.length) return;
    this.#entries = this.#entries.slice(this.#first);
    this.#first = 0;
  }

  #bump({ caseKind, unit, measure }: FollowedEntry, delta: number): void {
    const units = this.#sums.get(caseKind) ?? new Map<string, Map<Measure, number>>();
    this.#sums.set(caseKind, units);
    const measures = units.get(unit) ?? new Map<Measure, number>();
    units.set(unit, measures);
    measures.set(measure, (measures.get(measure) ?? 0) + delta);
  }
}

function momentAt(entries: readonly FollowedEntry[], place: number): number {
  const entry = entries[place];
  return entry === undefined ? 0 : periodMoment(entry);
}
