import { noticeSchema, type Notice } from '@flagtower/contracts';
import { activeNotices, type NoticeSnapshot, type Telling } from '@flagtower/domain';

import { plainArray } from '../ledger/array-text.ts';
import { HeldBySeq } from '../ledger/held-by-seq.ts';
import type { Queryable } from '../ledger/queryable.ts';

export interface ToldNotice extends Telling {
  readonly source: string;
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly recordedAt: number;
  readonly notice: Notice;
}

export interface NoticeQuestion {
  readonly ledgerId: number;
  readonly knownSeq: number;
  /** `null`: of all. */
  readonly source: string | null;
  /** Epoch milliseconds, included; `null`: without an end. What is settled before or begins after it is left out. */
  readonly from: number | null;
  readonly to: number | null;
  /** Tellings that the asker has already, by their `seq`: they never change. */
  readonly held?: ReadonlyMap<number, ToldNotice>;
}

/** Each life that may be one of a stretch of time: as it is known now, or one that was told of since the commit that is asked for. */
const livesInTime = `l.ledger_id = $1 and l.first_seq <= $2 and (l.lasts && int8range($3::int8, $4::int8, '[]') or l.changed_seq > $2)`;

/**
 * Every telling of the notices that may last within a stretch of time, with all that is linked to them, as known at a commit and not
 * retracted by then; oldest first. What is over for good before it costs nothing.
 */
export async function readNotices(db: Queryable, question: NoticeQuestion): Promise<ToldNotice[]> {
  const { ledgerId, knownSeq, source, from, to, held } = question;
  return await toldNotices(
    db,
    `select record_id from notice_lives l where ${livesInTime}`,
    [ledgerId, knownSeq, from, to],
    { source, held },
  );
}

/** Tellings of whole ledgers: the engine holds those of its own, and questions of the same process need them too. */
const heldOfAll = new HeldBySeq<ToldNotice>();

/** Every telling of every notice, as known at a commit and not retracted by then; oldest first. */
export async function readAllNotices(
  db: Queryable,
  { ledgerId, knownSeq }: { readonly ledgerId: number; readonly knownSeq: number },
): Promise<ToldNotice[]> {
  const held = heldOfAll.of(db, ledgerId);
  const told = await readNotices(db, { ledgerId, knownSeq, source: null, from: null, to: null, held });
  heldOfAll.keep(db, ledgerId, told);
  return told;
}

/**
 * What became known of notices after one commit and until another.
 * @returns the ids that something was told or taken back of, or of what is linked to them, and all that is known of them now
 */
export async function readNoticesSince(
  db: Queryable,
  { ledgerId, knownSeq, sinceSeq }: { readonly ledgerId: number; readonly knownSeq: number; readonly sinceSeq: number },
): Promise<{ changed: ReadonlySet<string>; told: ToldNotice[] }> {
  const { rows } = await db.query<{ id: string }>(
    `select record_id as id from notice_lives where ledger_id = $1 and changed_seq > $2`,
    [ledgerId, sinceSeq],
  );
  const ids = rows.map(({ id }) => id);
  const told =
    ids.length === 0
      ? []
      : await toldNotices(db, `select unnest($3::text[])`, [ledgerId, knownSeq, ids], { source: null });
  heldOfAll.keep(db, ledgerId, told);
  return { changed: new Set(ids), told };
}

/**
 * @param ids a statement that selects record ids; its first two parameters are the ledger and the commit
 */
export async function toldNotices(
  db: Queryable,
  ids: string,
  given: readonly [number, number, ...unknown[]],
  { source, held = new Map() }: { readonly source: string | null; readonly held?: NoticeQuestion['held'] },
): Promise<ToldNotice[]> {
  const [sourceAt, heldAt] = [given.length + 1, given.length + 2].map((place) => `$${String(place)}`);
  const { rows } = await db.query<NoticeRow>(
    `select r.source_id as "sourceId", r.hash, r.seq::float8, (extract(epoch from r.recorded_at) * 1000)::float8 as "recordedAt",
        case when r.seq = any(${heldAt}::int8[]) then null else r.payload end as payload
      from records r where r.ledger_id = $1 and r.kind = 'notice' and r.dossier is null and r.record_id in (${ids})
        and r.seq <= $2 and (r.retracted_seq is null or r.retracted_seq > $2) and (${sourceAt}::text is null or r.source_id = ${sourceAt}) order by r.seq`,
    [...given, source, plainArray([...held.keys()])],
  );
  return rows.map((row) => held.get(row.seq) ?? toldNotice(row));
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
      `${knownNotices} and record_id in (select record_id from notice_lives where ledger_id = $1 and grp in (select grp from notice_lives where ledger_id = $1 and record_id = any($3)))
          and (record_id = any($3) or payload -> 'supersedes' ?| $3)`,
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
  {
    at,
    ...cut
  }: { readonly ledgerId: number; readonly at: number; readonly knownSeq: number; readonly source: string | null },
): Promise<ToldNotice[]> {
  return activeNotices(await readNotices(db, { ...cut, from: at, to: at }), at);
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
          and record_id in (select record_id from notice_lives where ledger_id = $1 and (record_id = any($3) or stands_until >= $4::float8))
        order by record_id, version desc, hash collate "C" desc) last
      where record_id = any($3) or (payload ->> 'ended' = 'false' and ((payload ->> 'endsAt') is null or (payload ->> 'endsAt')::timestamptz > to_timestamp($4::float8 / 1000)))`,
    [ledgerId, source, present, atMs],
  );
  return rows.map(({ payload }) => noticeSchema.parse(payload));
}
