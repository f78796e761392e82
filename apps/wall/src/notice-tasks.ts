import { minuteMomentText, numberText } from '@flagtower/charts';
import type { NoticeCell } from '@flagtower/contracts';
import { textIn } from '@flagtower/domain';

import type { Task } from './centers/center-tasks.ts';
import { centerWords } from './centers/center-words.ts';
import { alikeNotices } from './notices/alike.ts';
import { noticeLevel } from './notices/notice-level.ts';
import { noticeSender, noticeText } from './words/notice-text.ts';
import type { Words } from './words/words.ts';

export interface NoticeFacts {
  readonly notices: readonly (readonly [key: string, notice: NoticeCell])[];
  /** Name of the unit in which a notice is marked; `null`: it has no place. */
  readonly placeOf: (notice: NoticeCell) => string | null;
  readonly zone: string;
}

interface ToldNotice {
  readonly key: string;
  readonly notice: NoticeCell;
}

/** Where the incident of a notice is looked after, and where those of many are. */
export interface NoticeWays {
  readonly incident: (id: string) => string;
  readonly allIncidents: string;
}

/** Notices to act on; what is told word by word of many places is told once. */
export function noticeTasks(facts: NoticeFacts, ways: NoticeWays, words: Words): Task[] {
  const told = facts.notices
    .filter(([, notice]) => noticeLevel(notice) !== 'none')
    .map(([key, notice]) => ({ key, notice }));
  return alikeNotices(told, words.locale).map((group) =>
    group.length === 1 ? noticeTask(group[0], facts, ways, words) : manyTask(group, facts, ways, words),
  );
}

function noticeTask(
  { key, notice }: ToldNotice,
  facts: NoticeFacts,
  { incident: incidentOf }: NoticeWays,
  words: Words,
): Task {
  const mine = centerWords[words.locale];
  const text = textIn(notice.texts, words.locale);
  const until =
    notice.endsAt === null ? mine.openEnded : mine.until(minuteMomentText(Date.parse(notice.endsAt), facts.zone));
  const paragraphs = [
    { name: mine.instruction, text: text?.instruction ?? '' },
    { name: words.notices.title, text: text?.description ?? '' },
    { name: mine.sender, text: noticeSender(notice, words.locale) },
  ].filter((paragraph) => paragraph.text !== '');
  return {
    key: `notice ${key}`,
    level: noticeLevel(notice),
    text: noticeText(notice, words.locale),
    about: [until, placeName(notice, facts)].filter((part) => part !== null).join(' · '),
    way: {
      kind: 'read',
      paragraphs,
      ...(notice.incident === null ? {} : { next: { href: incidentOf(notice.incident), text: mine.incidentOfNotice } }),
    },
  };
}

function manyTask(
  alike: readonly [ToldNotice, ...ToldNotice[]],
  facts: NoticeFacts,
  { allIncidents }: NoticeWays,
  words: Words,
): Task {
  const [{ key, notice }] = alike;
  const places = new Set(alike.flatMap((one) => placeName(one.notice, facts) ?? []));
  return {
    key: `notices ${key}`,
    level: noticeLevel(notice),
    text: words.notices.alike(noticeText(notice, words.locale), numberText(alike.length, words.locale)),
    about: [...places].join(', '),
    way: { kind: 'go', href: allIncidents },
  };
}

function placeName(notice: NoticeCell, { placeOf }: NoticeFacts): string | null {
  const named = notice.areas[0]?.name.split(', ')[0];
  return named === undefined || named === '' ? placeOf(notice) : named;
}
