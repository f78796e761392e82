import type { NoticeCell, Severity } from '@flagtower/contracts';

import type { Level } from '../look/level.ts';
import { eventName } from './event-names.ts';

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

export function noticeText(notice: Pick<NoticeCell, 'texts'>, language: string): string {
  const text = textFor(notice, language);
  return text?.headline ?? eventName(text?.event ?? '', language);
}

/** Who says it: the name for people where there is one, else the address. */
export function noticeSender(notice: Pick<NoticeCell, 'texts' | 'sender'>, language: string): string {
  return textFor(notice, language)?.senderName ?? notice.sender;
}

/** The text in the reader's language, else the sender's first. Vietnamese may be tagged `vi` or `vi-VN`. */
export function textFor(
  { texts }: Pick<NoticeCell, 'texts'>,
  language: string,
): NoticeCell['texts'][number] | undefined {
  return texts.find((one) => one.language === language || one.language.startsWith(`${language}-`)) ?? texts[0];
}
