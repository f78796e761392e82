import type { NoticeCell } from '@flagtower/contracts';

import { eventName } from './event-names.ts';

/** Its headline, else the kind of its event. */
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
