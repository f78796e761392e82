import { cohortSchema, stateSchema, type Measure } from '@flagtower/contracts';
import { isSummed, type Silence } from '@flagtower/domain';

import { wholeCommit } from '../ledger/ledgers.ts';
import type { Queryable } from '../ledger/queryable.ts';
import { sourcesOf, type Source } from '../ledger/sources.ts';
import { nearestBase, type BalanceBase } from './balance-base.ts';
import { readHandlingTimes, type HandlingQuestion, type HandlingTimes } from './handling-times.ts';
import { readLaterEntries, type LaterEntry } from './later-entries.ts';
import { readSilences } from './source-conduct.ts';
import { readSums, type PageKnown, type SumQuestion, type SumsByGroup } from './sums.ts';
import { readTold, type Told, type ToldQuestion } from './told.ts';

type Commit = Awaited<ReturnType<typeof wholeCommit>>;

/**
 * What the figures of one page have in common, read once: commits, sources, and the sums of all measures that any of them
 * needs. Good for one snapshot of the store; whoever reads in another one opens another.
 */
export class SharedReads {
  readonly #measures: readonly Measure[];
  readonly #commits = new Map<string, Promise<Commit>>();
  readonly #sources = new Map<number, Promise<Source[]>>();
  readonly #silences = new Map<string, Promise<Map<string, Silence[]>>>();
  readonly #told = new Map<string, Promise<Told>>();
  readonly #sums = new Map<string, Promise<SumsByGroup>>();
  readonly #bases = new Map<string, Promise<BalanceBase>>();
  readonly #later = new Map<string, Promise<readonly LaterEntry[] | null>>();
  readonly #entries: PageKnown['entries'] = new Map();
  readonly #cohorts: PageKnown['cohorts'];
  readonly #until: number | null;
  readonly #times = new Map<string, Promise<HandlingTimes[]>>();

  /**
   * @param measures of all figures that will be read
   * @param until the last moment that any of them speaks of, epoch milliseconds; `null`: what lies between a
   *   page's commit and its balances is added up figure by figure
   * @param starts of the periods that they speak of, epoch milliseconds
   */
  constructor(measures: readonly Measure[] = [], until: number | null = null, starts: readonly number[] = []) {
    this.#measures = measures;
    this.#until = until;
    this.#cohorts = { starts, read: new Map() };
  }

  async commit(db: Queryable, ledgerId: number, seq: number): Promise<Commit> {
    return await once(this.#commits, `${String(ledgerId)} ${String(seq)}`, () => wholeCommit(db, ledgerId, seq));
  }

  async sources(db: Queryable, ledgerId: number): Promise<Source[]> {
    return await once(this.#sources, ledgerId, () => sourcesOf(db, ledgerId));
  }

  /** Silences that ended after a moment, by source. */
  async silences(db: Queryable, ledgerId: number, since: number): Promise<ReadonlyMap<string, readonly Silence[]>> {
    return await once(this.#silences, [ledgerId, since].join(' '), () =>
      readSilences(db, ledgerId, { since, source: null }),
    );
  }

  async told(db: Queryable, question: ToldQuestion): Promise<Told> {
    const { formula, caseKind } = question.definition;
    const about = isSummed(formula) || formula.kind === 'handling-time' ? caseKind : formula;
    return await once(this.#told, JSON.stringify({ ...question, definition: about }), () => readTold(db, question));
  }

  /** The sums of the question's measures; a group in which none of them was told is absent, as from `readSums`. */
  async sums(db: Queryable, question: SumQuestion): Promise<SumsByGroup> {
    const picked: SumsByGroup = new Map();
    for (const kind of new Set(question.measures.map(kindOf))) {
      const all = await this.#sumsOfKind(db, question, kind);
      for (const [group, ofGroup] of all) {
        const own = [...ofGroup].filter(([measure]) => question.measures.includes(measure));
        if (own.length > 0) picked.set(group, new Map([...(picked.get(group) ?? []), ...own]));
      }
    }
    return picked;
  }

  /** Each kind by itself: a figure of two kinds shares with those of either. */
  async #sumsOfKind(db: Queryable, question: SumQuestion, kind: Kind): Promise<SumsByGroup> {
    const measures = [...new Set([...question.measures, ...this.#measures])]
      .filter((measure) => kindOf(measure) === kind)
      .toSorted();
    return await once(this.#sums, JSON.stringify({ ...question, measures }), async () =>
      readSums(db, { ...question, measures }, await this.#known(db, question)),
    );
  }

  async #known(db: Queryable, question: SumQuestion): Promise<PageKnown> {
    const { ledger, knownSeq, lastSeq, span } = question;
    const base = await once(this.#bases, [ledger.id, knownSeq, lastSeq].join(' '), () =>
      nearestBase(db, ledger.id, question),
    );
    const page = { base, entries: this.#entries, cohorts: this.#cohorts };
    const until = this.#until;
    if (until === null || base.seq === knownSeq || span.to > until + 1) return { ...page, between: null };
    const seqs = { from: Math.min(knownSeq, base.seq), to: Math.max(knownSeq, base.seq) };
    const between = await once(this.#later, [ledger.id, seqs.from, seqs.to].join(' '), () =>
      readLaterEntries(db, ledger.id, seqs, until),
    );
    return { ...page, between };
  }

  async times(db: Queryable, question: HandlingQuestion): Promise<HandlingTimes[]> {
    return await once(this.#times, JSON.stringify(question), () => readHandlingTimes(db, question));
  }
}

type Kind = 'flow' | 'state' | 'cohort';

/** States are asked for all time, flows for a period, cohorts by their receipt: none needs the others'. */
function kindOf(measure: Measure): Kind {
  if (cohortSchema.safeParse(measure).success) return 'cohort';
  return stateSchema.safeParse(measure).success ? 'state' : 'flow';
}

async function once<Key, Value>(held: Map<Key, Promise<Value>>, key: Key, read: () => Promise<Value>): Promise<Value> {
  const known = held.get(key);
  if (known !== undefined) return await known;
  const reading = read();
  held.set(key, reading);
  return await reading;
}
