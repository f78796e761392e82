import { minuteMomentText, numberText } from '@flagtower/charts';
import type { NoticeCell } from '@flagtower/contracts';
import { textIn } from '@flagtower/domain';

import type { Task } from './centers/center-tasks.ts';
import { centerWords } from './centers/center-words.ts';
import { noticeLevel } from './notices/notice-level.ts';
import { noticeSender, noticeText } from './words/notice-text.ts';
import type { Words } from './words/words.ts';

export interface NoticeFacts {
  readonly notices: readonly (readonly [key: string, notice: NoticeCell])[];
  /** Name of the unit in which a notice is marked; `null`: it has no place. */
  readonly placeOf: (notice: NoticeCell) => string | null;
  readonly zone: string;
}

/** Where the incident of a notice is looked after, and where those of many are. */
export interface NoticeWays {
  readonly incident: (id: string) => string;
  readonly allIncidents: string;
}

/** From so many on that say the same, they are one task with many places. */
const MANY_ALIKE = 3;

/** Notices to act on; what is told word by word of many places is told once. */
export function noticeTasks(facts: NoticeFacts, ways: NoticeWays, words: Words): Task[] {
  const alike = Map.groupBy(
    facts.notices.filter(([, notice]) => noticeLevel(notice) !== 'none'),
    ([, notice]) => `${noticeLevel(notice)} ${noticeText(notice, words.locale)}`,
  );
  return [...alike].flatMap(([key, notices]) =>
    notices.length < MANY_ALIKE
      ? notices.map((one) => noticeTask(one, facts, ways, words))
      : manyTask(key, notices, facts, ways, words),
  );
}

function noticeTask(
  [key, notice]: NoticeFacts['notices'][number],
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

// oxlint-disable-next-line eslint/max-params -- what is told, of what, to where and in which words
function manyTask(
  key: string,
  notices: NoticeFacts['notices'],
  facts: NoticeFacts,
  { allIncidents }: NoticeWays,
  words: Words,
): Task[] {
  const [first] = notices;
  if (first === undefined) return [];
  const mine = centerWords[words.locale];
  const places = [...new Set(notices.flatMap(([, notice]) => placeName(notice, facts) ?? []))];
  return [
    {
      key: `notices ${key}`,
      level: noticeLevel(first[1]),
      text: mine.alike(noticeText(first[1], words.locale), numberText(notices.length, words.locale)),
      about: places.join(', '),
      way: { kind: 'go', href: allIncidents },
    },
  ];
}

function placeName(notice: NoticeCell, { placeOf }: NoticeFacts): string | null {
  const named = notice.areas[0]?.name.split(', ')[0];
  return named === undefined || named === '' ? placeOf(notice) : named;
}
