import type { NoticeCell } from '@flagtower/contracts';
import { textIn } from '@flagtower/domain';

import { eventName } from './event-names.ts';

/** Its headline, else the kind of its event. */
export function noticeText({ texts }: Pick<NoticeCell, 'texts'>, language: string): string {
  const text = textIn(texts, language);
  return text?.headline ?? eventName(text?.event ?? '', language);
}

/** Who says it: the name for people where there is one, else the address. */
export function noticeSender({ texts, sender }: Pick<NoticeCell, 'texts' | 'sender'>, language: string): string {
  return textIn(texts, language)?.senderName ?? sender;
}
