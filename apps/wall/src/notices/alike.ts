import type { NoticeCell } from '@flagtower/contracts';

import { noticeText } from '../words/notice-text.ts';
import { noticeLevel } from './notice-level.ts';

/** From so many on that say the same, they are told once. */
const MANY = 3;

/**
 * Notices in their order, those that say the same of many places together in the place of their first: ten lines of one text hide
 * everything else.
 */
export function alikeNotices<Told extends { readonly notice: NoticeCell }>(
  notices: readonly Told[],
  language: string,
): [Told, ...Told[]][] {
  const groups = new Map<string, [Told, ...Told[]]>();
  for (const told of notices) {
    const name = `${noticeLevel(told.notice)} ${told.notice.status} ${noticeText(told.notice, language)}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [told]);
    else group.push(told);
  }
  return [...groups.values()].flatMap((group) => (group.length < MANY ? group.map((told): [Told] => [told]) : [group]));
}
