import { linkedNotices, noticeLasting, type SourcedTelling } from '@flagtower/domain';

import { incidentId } from '../incidents/incident-ids.ts';
import { boxAround, type Box } from './box.ts';

/** What a life is computed from: a telling without what people read of it. */
export interface LifeTelling extends SourcedTelling {
  readonly seq: number;
  readonly retractedSeq: number | null;
  readonly noticeType: string;
  readonly severity: string;
  /** Of its own places; `null`: none, or looked at before. */
  readonly box: Box | null;
}

/** A row of `notice_lives`. */
export interface NoticeLife {
  readonly recordId: string;
  readonly grp: string;
  readonly firstSeq: number;
  readonly changedSeq: number;
  /** As PostgreSQL reads a range. */
  readonly lasts: string;
  readonly standsUntil: number | null;
  readonly box: Box | null;
  readonly types: readonly string[];
  readonly severities: readonly string[];
  readonly incidentIds: readonly string[];
}

/**
 * The lives of all notices of some groups.
 * @param tellings all of them, retracted ones too: what was linked once stays linked, for somebody may ask for that time
 */
export function livesOf(tellings: readonly LifeTelling[]): NoticeLife[] {
  const byId = Map.groupBy(tellings, ({ id }) => id);
  return linkedNotices(tellings).flatMap((ids) => {
    const told = ids.flatMap((id) => byId.get(id) ?? []);
    const standing = told.filter(({ retractedSeq }) => retractedSeq === null);
    const lasting = noticeLasting(standing);
    const ofGroup = {
      grp: ids.reduce((least, id) => (id < least ? id : least)),
      firstSeq: Math.min(...told.map(({ seq }) => seq)),
      changedSeq: Math.max(...told.map(({ seq, retractedSeq }) => Math.max(seq, retractedSeq ?? 0))),
      lasts:
        lasting === null ? 'empty' : `[${String(lasting.from)},${lasting.to === null ? '' : String(lasting.to + 1)})`,
      box: boxAround(told.flatMap(({ box }) => box ?? [])),
      types: wordsOf(told.map(({ noticeType }) => noticeType)),
      severities: wordsOf(told.map(({ severity }) => severity)),
    };
    return ids.map((recordId) => ({
      recordId,
      ...ofGroup,
      standsUntil: standsUntil(standing.filter(({ id }) => id === recordId)),
      incidentIds: wordsOf((byId.get(recordId) ?? []).map(({ source }) => incidentId('n', source, recordId))),
    }));
  });
}

function wordsOf(words: readonly string[]): string[] {
  return [...new Set(words)].toSorted();
}

/** By any of its sources the longest; `Infinity`: without an end. */
function standsUntil(told: readonly LifeTelling[]): number | null {
  const ends = [...Map.groupBy(told, ({ source }) => source).values()].flatMap((ofSource) => {
    const last = ofSource.reduce((held, next) =>
      next.version > held.version || (next.version === held.version && next.hash > held.hash) ? next : held,
    );
    return last.ended ? [] : [last.endsAt ?? Infinity];
  });
  return ends.length === 0 ? null : Math.max(...ends);
}
