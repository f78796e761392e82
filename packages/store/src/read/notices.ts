import { noticeSchema, type Notice } from '@flagtower/contracts';
import { activeNotices, type NoticeSnapshot, type Telling } from '@flagtower/domain';

import type { Queryable } from '../ledger/queryable.ts';

export interface ToldNotice extends Telling {
  readonly source: string;
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly recordedAt: number;
  readonly notice: Notice;
}

/** Every telling of every notice that is known at a commit and not retracted by then, oldest first. */
export async function readNotices(
  db: Queryable,
  ledgerId: number,
  knownSeq: number,
  source: string | null,
): Promise<ToldNotice[]> {
  const { rows } = await db.query<NoticeRow>(`${knownNotices} and ($3::text is null or source_id = $3) order by seq`, [
    ledgerId,
    knownSeq,
    source,
  ]);
  return rows.map(toldNotice);
}

/** Of a notice's line so many are followed: a sender that links all it ever said would be read as a whole otherwise. */
const LINE_MOST = 200;

/**
 * Every telling of a notice and of those that it goes back to or went on as, by `supersedes` in both directions, that is known at a
 * commit and not retracted by then; oldest first. Empty: nothing of that identity is known.
 */
export async function readNoticeLine(
  db: Queryable,
  { ledgerId, knownSeq }: { readonly ledgerId: number; readonly knownSeq: number },
  id: string,
): Promise<ToldNotice[]> {
  const line = new Map<number, ToldNotice>();
  const asked = new Set<string>();
  let next = [id];
  while (next.length > 0 && asked.size < LINE_MOST) {
    for (const one of next) asked.add(one);
    const { rows } = await db.query<NoticeRow>(
      `${knownNotices} and (record_id = any($3) or payload -> 'supersedes' ?| $3)`,
      [ledgerId, knownSeq, next],
    );
    const found = rows.map(toldNotice);
    for (const told of found) line.set(told.seq, told);
    next = [...new Set(found.flatMap((told) => [told.id, ...told.supersedes]))].filter((one) => !asked.has(one));
  }
  const tellings = [...line.values()].toSorted((one, other) => one.toldAt - other.toldAt || one.seq - other.seq);
  return tellings.some((told) => told.id === id) ? tellings : [];
}

interface NoticeRow {
  readonly sourceId: string;
  readonly hash: string;
  readonly seq: number;
  readonly recordedAt: number;
  readonly payload: unknown;
}

/** $1 the ledger, $2 the commit. */
const knownNotices = `select source_id as "sourceId", hash, seq::float8, (extract(epoch from recorded_at) * 1000)::float8 as "recordedAt", payload from records
  where ledger_id = $1 and kind = 'notice' and dossier is null and seq <= $2 and (retracted_seq is null or retracted_seq > $2)`;

function toldNotice({ sourceId, hash, seq, recordedAt, payload }: NoticeRow): ToldNotice {
  const notice = noticeSchema.parse(payload);
  return {
    id: notice.recordId,
    version: notice.version,
    hash,
    toldAt: Date.parse(notice.occurredAt),
    startsAt: Date.parse(notice.startsAt),
    endsAt: notice.endsAt === null ? null : Date.parse(notice.endsAt),
    ended: notice.ended,
    supersedes: notice.supersedes,
    status: notice.status,
    source: sourceId,
    seq,
    recordedAt: Math.round(recordedAt),
    notice,
  };
}

export async function readActiveNotices(
  db: Queryable,
  cut: { readonly ledgerId: number; readonly at: number; readonly knownSeq: number; readonly source: string | null },
): Promise<ToldNotice[]> {
  return activeNotices(await readNotices(db, cut.ledgerId, cut.knownSeq, cut.source), cut.at);
}

/**
 * The last telling of each notice of a source that matters to a snapshot: of those that it names, and of those that are not over
 * at its time.
 */
export async function readStandingNotices(
  db: Queryable,
  ledgerId: number,
  source: string,
  { atMs, present }: NoticeSnapshot,
): Promise<Notice[]> {
  const { rows } = await db.query<{ payload: unknown }>(
    `select payload from (select distinct on (record_id) record_id, payload from records
        where ledger_id = $1 and source_id = $2 and kind = 'notice' and dossier is null and retracted_seq is null
        order by record_id, version desc, hash collate "C" desc) last
      where record_id = any($3) or (payload ->> 'ended' = 'false' and ((payload ->> 'endsAt') is null or (payload ->> 'endsAt')::timestamptz > to_timestamp($4::float8 / 1000)))`,
    [ledgerId, source, present, atMs],
  );
  return rows.map(({ payload }) => noticeSchema.parse(payload));
}
