import type { NoticeCell, SourceCell } from '@flagtower/contracts';

import { byUrgency } from './notice-level.ts';

export type Warning = readonly [id: string, notice: NoticeCell];

/**
 * Public warnings that hold at a moment, worst first. What is no warning that is real, an exercise or a draft, never is among them; one
 * that runs out leaves at its end, whether the service says so or not.
 * @param nowMs the ledger's clock; `null`: not known, then the service's word counts
 */
export function standingWarnings(notices: Iterable<Warning>, nowMs: number | null): Warning[] {
  return [...notices]
    .filter(
      ([, { noticeType, status, endsAt }]) =>
        noticeType === 'alert' &&
        status === 'actual' &&
        (endsAt === null || nowMs === null || nowMs < Date.parse(endsAt)),
    )
    .toSorted(([, one], [, other]) => byUrgency(one, other));
}

/** The sources without which "no warning" means nothing: those that declared to tell warnings, and those that tell one now. */
export function warningSources(sources: readonly SourceCell[], warnings: readonly Warning[]): SourceCell[] {
  const telling = new Set<string>(warnings.map(([, { source }]) => source));
  return sources.filter(({ id, notices }) => notices.includes('alert') || telling.has(id));
}
