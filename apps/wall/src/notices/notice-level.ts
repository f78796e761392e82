import type { NoticeCell, Severity } from '@flagtower/contracts';

import type { Level } from '../look/level.ts';

const levels: Readonly<Record<Severity, Level>> = {
  extreme: 'critical',
  severe: 'warning',
  moderate: 'watch',
  minor: 'normal',
  unknown: 'normal',
};

/** Only what really happens has a level: an exercise that looked like an alarm would be one. */
export function noticeLevel({ severity, status }: Pick<NoticeCell, 'severity' | 'status'>): Level {
  return status === 'actual' ? levels[severity] : 'none';
}

const order: readonly Level[] = ['critical', 'warning', 'watch', 'normal', 'lost', 'none'];

/** Worst first, then the newest. */
export function byUrgency(one: NoticeCell, other: NoticeCell): number {
  const difference = order.indexOf(noticeLevel(one)) - order.indexOf(noticeLevel(other));
  if (difference !== 0) return difference;
  return one.startsAt === other.startsAt ? 0 : one.startsAt < other.startsAt ? 1 : -1;
}
