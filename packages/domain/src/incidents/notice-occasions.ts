import type { IncidentKind, Notice } from '@flagtower/contracts';

import { joined } from './joined.ts';
import { kindOfNotice } from './notice-kind.ts';
import { placeOfNotice } from './notice-place.ts';
import type { Occasion, OccasionTelling } from './occasion.ts';
import { rememberedOf } from './remembered.ts';

/** A telling of a notice as the ledger has it. */
export interface NoticeTelling {
  /** Of the notice, as an incident names it. */
  readonly id: string;
  readonly source: string;
  readonly hash: string;
  readonly seq: number;
  /** Epoch milliseconds; `toldAt` is the notice’s `occurredAt`. */
  readonly toldAt: number;
  readonly recordedAt: number;
  readonly notice: Notice;
}

/**
 * Notices as occasions: what replaces another by its sender's word is one with it. An exercise or a draft is none. The last telling
 * decides what it is and where; it ends by its time, by a word (a cancellation too), or by being replaced by what has ended.
 * @param at tellings, and beginnings, after this moment are not true yet; epoch milliseconds
 */
export function noticeOccasions(
  tellings: readonly NoticeTelling[],
  kinds: readonly IncidentKind[],
  at: number,
): Occasion[] {
  const actual = tellings.filter(({ toldAt, notice }) => notice.status === 'actual' && toldAt <= at);
  const byId = Map.groupBy(actual, ({ source, notice }) => keyOf(source, notice.recordId));
  const links = actual.flatMap(({ source, notice }) =>
    notice.supersedes
      .map((older) => [keyOf(source, notice.recordId), keyOf(source, older)] as const)
      .filter(([, older]) => byId.has(older)),
  );
  return joined([...byId.keys()], links).flatMap((keys) => {
    const told = keys.flatMap((key) => byId.get(key) ?? []);
    const occasion = occasionOf(told, kinds);
    return occasion === null || occasion.from > at ? [] : [occasion];
  });
}

/** Tellings never change, so what they make is made once: a year of them is folded again whenever one more is told. */
const occasionOf = rememberedOf(madeOf);

function keyOf(source: string, recordId: string): string {
  return `${source}\u0000${recordId}`;
}

function madeOf(told: readonly NoticeTelling[], kinds: readonly IncidentKind[]): Occasion | null {
  const inOrder = told.toSorted(compare);
  const last = inOrder.at(-1);
  // A cancellation may say nothing of what it cancels: what is told is what was told before it.
  const content = inOrder.findLast(({ notice }) => !notice.ended) ?? last;
  if (last === undefined || content === undefined) return null;
  const kind = kindOfNotice(kinds, content.notice);
  const from = Math.min(...inOrder.map(({ notice }) => epochMs(notice.startsAt)));
  if (kind === null) return null;
  const ids = [...new Set(inOrder.map(({ id }) => id))];
  const [id] = ids;
  if (id === undefined) return null;
  return {
    id,
    members: ids,
    kind: kind.id,
    center: null,
    event: kind.byEvent ? (content.notice.texts[0]?.event ?? '').toLowerCase() : null,
    thing: null,
    source: content.source,
    from,
    to: endOf(last.notice, content.notice, from),
    place: placeOfNotice(content.notice, kind),
    about: { from: 'notice', texts: content.notice.texts },
    aboutAt: epochMs(content.notice.occurredAt),
    tellings: inOrder.map((telling) => tellingOf(telling, kind)),
  };
}

function compare(one: NoticeTelling, other: NoticeTelling): number {
  return (
    one.notice.version - other.notice.version ||
    (one.notice.recordId < other.notice.recordId ? -1 : one.notice.recordId > other.notice.recordId ? 1 : 0) ||
    (one.hash < other.hash ? -1 : one.hash > other.hash ? 1 : 0)
  );
}

/** What was ended by a word ended when that was said, or at its own time if that was before. */
function endOf(last: Notice, content: Notice, from: number): number | null {
  const byTime = content.endsAt === null ? null : epochMs(content.endsAt);
  if (!last.ended) return byTime;
  const said = epochMs(last.occurredAt);
  return Math.max(from, byTime === null ? said : Math.min(said, byTime));
}

function tellingOf({ seq, recordedAt, notice }: NoticeTelling, kind: IncidentKind): OccasionTelling {
  return {
    at: epochMs(notice.occurredAt),
    recordedAt,
    seq,
    severity: notice.ended ? null : kind.severities[notice.severity],
    about: { from: 'notice', texts: notice.texts },
  };
}

function epochMs(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
