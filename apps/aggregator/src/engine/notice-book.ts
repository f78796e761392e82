import { readAllNotices, readNotices, readNoticesSince, type FollowedCut, type ToldNotice } from '@flagtower/store';
import type { Pool } from 'pg';

/** The notices of a ledger as its engine sees them: read whole at its start, afterwards only what was told or taken back since then. */
export class NoticeBook {
  readonly #pool: Pool;
  #seq: number | null = null;
  /** `current` holds what lasts from then on, epoch milliseconds. */
  #from = Infinity;
  /** Every telling that is known, oldest first. The same list as long as nothing is told of any notice. */
  all: readonly ToldNotice[] = [];
  /** Of those that may be active now or later; what is over for good is not among them. */
  current: readonly ToldNotice[] = [];
  /** Who tells notices of each type. */
  tellers: ReadonlyMap<string, ReadonlySet<string>> = new Map();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Something was committed since then, or the clock was set back. */
  isBehind({ at, seq }: FollowedCut): boolean {
    return seq !== this.#seq || at < this.#from;
  }

  async refresh(ledgerId: number, { at, seq: knownSeq }: FollowedCut): Promise<void> {
    const changed = await this.#read(ledgerId, knownSeq);
    this.#seq = knownSeq;
    if (changed === null && at >= this.#from) return;
    this.all = changed ?? this.all;
    this.#from = at;
    const held = new Map(this.current.map((told) => [told.seq, told]));
    this.current = await readNotices(this.#pool, { ledgerId, knownSeq, source: null, from: at, to: null, held });
    const byType = Map.groupBy(this.all, ({ notice }) => notice.noticeType);
    this.tellers = new Map([...byType].map(([type, told]) => [type, new Set(told.map(({ source }) => source))]));
  }

  /** @returns `null` where nothing changed */
  async #read(ledgerId: number, knownSeq: number): Promise<readonly ToldNotice[] | null> {
    if (this.#seq === null || knownSeq < this.#seq) return await readAllNotices(this.#pool, { ledgerId, knownSeq });
    const { changed, told } = await readNoticesSince(this.#pool, { ledgerId, knownSeq, sinceSeq: this.#seq });
    if (changed.size === 0) return null;
    return [...this.all.filter(({ id }) => !changed.has(id)), ...told].toSorted((one, other) => one.seq - other.seq);
  }
}
