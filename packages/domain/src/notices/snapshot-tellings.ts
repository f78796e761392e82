import { instantSchema, type Instant, type Notice } from '@flagtower/contracts';

/** What a message that is complete says: a notice of its source that it does not name is over. */
export interface NoticeSnapshot {
  /** When it was made, epoch milliseconds. */
  readonly atMs: number;
  /** Identities of all notices that it names, also of those that could not be read. */
  readonly present: readonly string[];
}

export interface SnapshotTaken {
  readonly snapshot: NoticeSnapshot;
  /** The notices of the snapshot that could be read. */
  readonly told: readonly Notice[];
  /** The last telling of each notice that its source ever told. */
  readonly standing: readonly Notice[];
  /** The newest snapshot that was taken before, in whatever order they came; `null`: none is known. */
  readonly newest: NoticeSnapshot | null;
}

/** What is to be recorded of a snapshot. */
export interface SnapshotTold {
  /** Of the notices that could be read those that say something new, each with what it becomes. */
  readonly told: readonly { readonly of: Notice; readonly telling: Notice }[];
  /** The ends of those that it, or a newer one, leaves out. */
  readonly ended: readonly Notice[];
}

/**
 * The one rule of sources that tell everything each time: a thing ends by its time, by a word, or by not appearing again. What the
 * newest snapshot does not name is ended at its time, by a telling of its own; what is named again after such an end is told again at
 * the time of its snapshot. A snapshot that comes late ends nothing that a newer one names, and opens nothing that a newer one left out.
 */
export function snapshotTellings({ snapshot, told, standing, newest }: SnapshotTaken): SnapshotTold {
  const last = new Map(standing.map((notice) => [notice.recordId, notice]));
  const tellings = told
    .map((of) => ({ of, telling: toldAgain(of, last.get(of.recordId), snapshot) }))
    .filter(({ telling }) => !saysTheSame(telling, last.get(telling.recordId)));
  for (const { telling } of tellings) {
    const held = last.get(telling.recordId);
    if (held === undefined || telling.version >= held.version) last.set(telling.recordId, telling);
  }
  const effective = newest !== null && newest.atMs > snapshot.atMs ? newest : snapshot;
  const present = new Set(effective.present);
  const vanished = [...last.values()].filter(
    (notice) => !present.has(notice.recordId) && notice.version < effective.atMs && !isOver(notice, effective.atMs),
  );
  return { told: tellings, ended: vanished.map((notice): Notice => ({ ...at(notice, effective.atMs), ended: true })) };
}

/** An end that a newer snapshot contradicts was none: its source goes on with the version that it had. */
function toldAgain(notice: Notice, held: Notice | undefined, { atMs }: NoticeSnapshot): Notice {
  const isContradicted = held !== undefined && held.ended && !notice.ended && held.version >= notice.version;
  return isContradicted && held.version < atMs ? at(notice, atMs) : notice;
}

/** Some feeds write a new time on every alert of every snapshot: told again, it would be a record each time. */
function saysTheSame(notice: Notice, held: Notice | undefined): boolean {
  return held !== undefined && held.version < notice.version && contentOf(notice) === contentOf(held);
}

/** What is left without the time of telling. Both went through the same schema, so their members are in one order. */
function contentOf(notice: Notice): string {
  const { occurredAt, startsAt } = notice;
  // An alert of a bus without a begin of its own begins when it is told.
  const beginsWhenTold = notice.noticeType === 'transit-alert' && startsAt === occurredAt;
  return JSON.stringify({ ...notice, version: 0, occurredAt: null, startsAt: beginsWhenTold ? null : startsAt });
}

function isOver({ ended, endsAt }: Notice, atMs: number): boolean {
  return ended || (endsAt !== null && endsAt <= instantOf(atMs));
}

function at(notice: Notice, atMs: number): Notice {
  return { ...notice, version: atMs, occurredAt: instantOf(atMs) };
}

function instantOf(ms: number): Instant {
  return instantSchema.parse(Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' }));
}
