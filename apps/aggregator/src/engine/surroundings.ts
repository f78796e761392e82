import type { CaseKind, City, Freshness, KpiDefinition, KpiQuery, NewestReading } from '@flagtower/contracts';
import { kpiQuerySchema } from '@flagtower/contracts';
import { isConductCount, isSummed, periodStart, type Figure } from '@flagtower/domain';
import {
  cadenceOf,
  declaredTellers,
  freshnessOfSources,
  instantOf,
  ownFreshness,
  readCountingSources,
  readKpi,
  readKpis,
  readLatestValues,
  sourcesOf,
  worstOfReadings,
  type FollowedCut,
  type FreshnessClocks,
  type LatestValue,
  type Ledger,
  type LedgerClock,
  type Source,
} from '@flagtower/store';
import type { Pool } from 'pg';

import { IncidentBook } from './incident-book.ts';
import { NoticeBook } from './notice-book.ts';
import { mostShownMs, shownForMs } from './views/feed-entities.ts';

/** How often each thing is read again, milliseconds of the service's clock. */
const every = { sources: 1000, conduct: 2000, notices: 2000, figures: 30_000 } as const;

export interface SurroundingsOptions {
  readonly pool: Pool;
  readonly city: City;
  /** The service's clock, epoch milliseconds. */
  readonly now: () => number;
  /** A read beside the ticks failed; it is tried again later. */
  readonly onFailure: (error: unknown) => void;
}

export interface FreshnessOfFigure {
  readonly freshness: Freshness;
  readonly source: readonly string[];
}

/** What the store answered of a figure that is no sum. */
export type ReadFigure = Figure & { readonly measured?: readonly NewestReading[] | undefined };

/** A figure of now without a rule of its own looks back as far. */
const nowMs = 15 * 60_000;
const stampsPerCadence = 6;
const watchedStepMs = 10_000;

/** What topics need besides the tally: sources, readings, notices, and figures that are no sums. Read when due, never more often. */
export class Surroundings {
  readonly #options: SurroundingsOptions;
  readonly #readAt = new Map<keyof typeof every, number>();
  readonly #latest = new Map<string, LatestValue>();
  /** The contact that figures are stamped with, by source. */
  readonly #stamped = new Map<string, number>();
  #latestSeq: number | null = null;
  #figuresSeq = -1;
  #reading: Promise<void> | null = null;
  #watching: Promise<void> | null = null;
  /** When the sources were looked at for their figures, in steps: figures that stay the same are not sent again each time. */
  #watchedAt: number | null = null;
  #clock: LedgerClock = { kind: 'real' };
  #isHeardAnew = false;
  #counting = new Map<CaseKind, readonly string[]>();
  /** Who tells of a feed, as the figures were read: also a feed whose values come too seldom to be shown as of now. */
  readonly #telling = new Map<string, readonly string[]>();
  readonly incidents: IncidentBook;
  readonly notices: NoticeBook;
  sources: ReadonlyMap<string, Source> = new Map();
  /** By `{kpi}|{period}`. */
  figures: ReadonlyMap<string, ReadFigure> = new Map();
  /** Those about the sources themselves, which change with the clock, by `{kpi}|{period}`. */
  conduct: ReadonlyMap<string, ReadFigure> = new Map();

  constructor(options: SurroundingsOptions) {
    this.#options = options;
    this.incidents = new IncidentBook(options);
    this.notices = new NoticeBook(options.pool);
  }

  get latest(): Iterable<LatestValue> {
    return this.#latest.values();
  }

  /** At a start: whose entries are in the figures. */
  async load(ledger: Ledger): Promise<void> {
    this.#counting = await readCountingSources(this.#options.pool, ledger.id);
  }

  /** An entry of a source came: the figures of its case kind rest on it from now on. */
  noteSource(caseKind: CaseKind, source: string): void {
    const held = this.#counting.get(caseKind) ?? [];
    if (!held.includes(source)) this.#counting.set(caseKind, [...held, source]);
    // It was silent when the sources were read last: until they are read again, nothing would be known of its figures.
    if ((this.sources.get(source)?.lastContactAt ?? null) === null) this.#readAt.delete('sources');
  }

  async refresh(ledger: Ledger, cut: FollowedCut): Promise<void> {
    this.#clock = ledger.clock;
    if (this.#isDue('sources')) await this.#refreshSources(ledger);
    await this.#refreshLatest(ledger, cut);
    if (this.notices.isBehind(cut) && this.#isDue('notices')) await this.notices.refresh(ledger.id, cut);
    await this.incidents.refresh(ledger, cut, this.notices.all);
    this.#refreshFigures(ledger, cut);
    this.#refreshConduct(ledger, cut);
  }

  async #refreshSources({ id }: Ledger): Promise<void> {
    const before = this.sources;
    this.sources = new Map((await sourcesOf(this.#options.pool, id)).map((source) => [source.id, source]));
    const isFirstHeard = [...this.sources.values()].some(
      (source) => source.lastContactAt !== null && (before.get(source.id)?.lastContactAt ?? null) === null,
    );
    // That it has no notices to tell is known from now on, without a record that would move the cut.
    if (isFirstHeard) this.#isHeardAnew = true;
  }

  /** Waits for what is still being read. */
  async settle(): Promise<void> {
    await this.#reading;
    await this.#watching;
  }

  /** Beside the tick as well. A source turns late without anything that comes. */
  #refreshConduct(ledger: Ledger, cut: FollowedCut): void {
    if (this.#watching !== null || !this.#isDue('conduct')) return;
    this.#watching = this.#watch(ledger, cut)
      .catch(this.#options.onFailure)
      .finally(() => {
        this.#watching = null;
      });
  }

  async #watch(ledger: Ledger, cut: FollowedCut): Promise<void> {
    const { pool, city } = this.#options;
    const now = this.#options.now();
    const asked = city.kpis
      .filter(({ live, formula }) => live && formula.kind === 'conduct')
      .flatMap((definition) => periodsRead(definition).map((period) => ({ definition, period })));
    if (asked.length === 0) return;
    const queries = asked.map(({ definition, period }) => queryOf(definition, period, ledger, cut));
    const answers = await readKpis({ db: pool, city, ledger, now }, queries);
    this.conduct = new Map(
      asked.flatMap(({ definition, period }, index) => {
        const figure = answers[index]?.values[0];
        return figure === undefined ? [] : [[`${definition.id}|${period}`, figure]];
      }),
    );
    this.#watchedAt = now - (now % watchedStepMs);
  }

  /** Quantiles take longer than a tick may: they are read beside it, and shown by the tick that finds them there. */
  #refreshFigures(ledger: Ledger, cut: FollowedCut): void {
    if (this.#reading !== null || (cut.seq === this.#figuresSeq && !this.#isHeardAnew) || !this.#isDue('figures'))
      return;
    this.#isHeardAnew = false;
    this.#reading = this.#keepFigures(ledger, cut)
      .catch(this.#options.onFailure)
      .finally(() => {
        this.#reading = null;
      });
  }

  async #keepFigures(ledger: Ledger, cut: FollowedCut): Promise<void> {
    this.figures = await this.#readFigures(ledger, cut);
    this.#figuresSeq = cut.seq;
  }

  /**
   * Freshness of a figure, and the sources that it rests on: the worst of those that were ever counted in it.
   * @param measured of a measured figure of now: how old its newest readings are
   */
  freshnessOf({ formula, caseKind }: KpiDefinition, measured: readonly NewestReading[] = []): FreshnessOfFigure {
    if (formula.kind === 'conduct') return { freshness: this.#ownFreshness(), source: [...this.sources.keys()] };
    const ids = this.#sourcesOf(formula, caseKind);
    const sources = ids.flatMap((id) => this.#stampedSource(id) ?? []);
    const clocks = this.#clocks();
    const freshness = worstOfReadings(sources, measured, clocks)?.freshness ?? freshnessOfSources(sources, clocks);
    return { freshness, source: ids };
  }

  #ownFreshness(): Freshness {
    const clocks = this.#clocks();
    return this.#watchedAt === null ? freshnessOfSources([], clocks) : ownFreshness(this.#watchedAt, clocks);
  }

  #clocks(): FreshnessClocks {
    return { now: this.#options.now(), clock: this.#clock };
  }

  /**
   * A source as figures show it. Its contact moves on in steps of a part of its cadence: a source that speaks every
   * second must not send every figure again each time. A figure may look that much older than it is, never younger.
   */
  #stampedSource(id: string): Source | undefined {
    const source = this.sources.get(id);
    if (source === undefined || source.lastContactAt === null) return source;
    const stepMs = (cadenceOf(source).everySeconds * 1000) / stampsPerCadence;
    const stamped = this.#stamped.get(id);
    if (stamped !== undefined && source.lastContactAt - stamped < stepMs) return { ...source, lastContactAt: stamped };
    this.#stamped.set(id, source.lastContactAt);
    return source;
  }

  #sourcesOf(formula: KpiDefinition['formula'], caseKind: CaseKind): readonly string[] {
    if (formula.kind === 'observation') {
      const lately = [...this.#latest.values()].filter(({ feed }) => feed === formula.feed);
      return [
        ...new Set([...lately.map(({ source }) => source), ...(this.#telling.get(formula.feed) ?? [])]),
      ].toSorted();
    }
    if (formula.kind === 'notices') {
      const { noticeType } = formula;
      const { tellers } = this.notices;
      const told = noticeType === undefined ? [...tellers.values()] : [tellers.get(noticeType) ?? []];
      const declared = declaredTellers(this.sources.values(), formula);
      return [...new Set([...told.flatMap((sources) => [...sources]), ...declared])].toSorted();
    }
    return this.#counting.get(caseKind) ?? [];
  }

  async #refreshLatest(ledger: Ledger, cut: FollowedCut): Promise<void> {
    if (cut.seq === this.#latestSeq) return;
    // At the start all that may be shown; later ones are few.
    const after = cut.at - mostShownMs;
    for (const value of await readLatestValues(this.#options.pool, ledger.id, {
      feed: null,
      sinceSeq: this.#latestSeq ?? 0,
      after,
    })) {
      this.#latest.set(`${value.feed}\u0000${value.entity}\u0000${value.metric}`, value);
    }
    for (const [key, { occurredAt, source }] of this.#latest)
      if (occurredAt <= cut.at - shownForMs(this.sources.get(source))) this.#latest.delete(key);
    this.#latestSeq = cut.seq;
  }

  async #readFigures(ledger: Ledger, cut: FollowedCut): Promise<Map<string, ReadFigure>> {
    const { pool, city, now } = this.#options;
    const figures = new Map<string, ReadFigure>();
    for (const definition of city.kpis.filter(isRead)) {
      for (const period of periodsRead(definition)) {
        const query = queryOf(definition, period, ledger, cut);
        const { values } = await readKpi({ db: pool, city, ledger, now: now() }, query);
        const [first] = values;
        if (first !== undefined) figures.set(`${definition.id}|${period}`, first);
        const { formula } = definition;
        if (formula.kind === 'observation') this.#telling.set(formula.feed, first?.source ?? []);
      }
    }
    return figures;
  }

  #isDue(thing: keyof typeof every): boolean {
    const now = this.#options.now();
    const last = this.#readAt.get(thing);
    if (last !== undefined && now - last < every[thing]) return false;
    this.#readAt.set(thing, now);
    return true;
  }
}

/** What is asked of the store for a cell. */
function queryOf(
  { id }: KpiDefinition,
  period: PeriodRead,
  { name, zone }: Ledger,
  { at, seq }: FollowedCut,
): KpiQuery {
  const start = period === 'now' ? at - nowMs : periodStart(period, at, zone);
  return kpiQuerySchema.parse({
    kpi: id,
    ledger: name,
    source: null,
    unit: null,
    geography: null,
    from: start === null ? null : instantOf(start),
    to: null,
    at: instantOf(at),
    knownSeq: seq,
    by: null,
  });
}

type PeriodRead = 'now' | 'today' | 'month' | 'all';

/** A share of services that had a dossier says little of a day; a backlog and a catalogue are of now. */
function periodsRead({ formula }: KpiDefinition): readonly PeriodRead[] {
  if (formula.kind === 'handling-time' || (formula.kind === 'notices' && formula.statistic !== undefined))
    return ['today', 'month'];
  if (formula.kind === 'backlog-days') return ['now'];
  if (formula.kind === 'conduct') return isConductCount(formula) ? ['today', 'all'] : ['now'];
  return formula.kind === 'catalogue' ? ['month'] : ['now', 'today'];
}

/** Neither summed here, nor looked at with the sources, nor stated: what is stated changes with a month and is read over HTTP, not streamed. */
function isRead({ formula, live }: KpiDefinition): boolean {
  return live && !isSummed(formula) && formula.kind !== 'stated' && formula.kind !== 'conduct';
}
