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
  const { rows } = await db.query<{
    sourceId: string;
    hash: string;
    seq: number;
    recordedAt: number;
    payload: unknown;
  }>(
    `select source_id as "sourceId", hash, seq::float8, (extract(epoch from recorded_at) * 1000)::float8 as "recordedAt", payload from records
      where ledger_id = $1 and kind = 'notice' and dossier is null and seq <= $2 and (retracted_seq is null or retracted_seq > $2) and ($3::text is null or source_id = $3) order by seq`,
    [ledgerId, knownSeq, source],
  );
  return rows.map(({ sourceId, hash, seq, recordedAt, payload }) => {
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
  });
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
