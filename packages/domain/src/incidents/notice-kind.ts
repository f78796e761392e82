import type { IncidentKind, Notice } from '@flagtower/contracts';

/** The first kind that fits; `null`: such a notice is no incident, roadworks for example. */
export function kindOfNotice(
  kinds: readonly IncidentKind[],
  notice: Pick<Notice, 'noticeType' | 'category' | 'texts'>,
): IncidentKind | null {
  const events = notice.texts.map(({ event }) => event.toLowerCase());
  return (
    kinds.find(({ notices }) =>
      notices.some(
        (match) =>
          match.noticeTypes.includes(notice.noticeType) &&
          (match.categories === undefined || match.categories.includes(notice.category)) &&
          (match.events === undefined ||
            match.events.some((word) => events.some((event) => event.includes(word.toLowerCase())))),
      ),
    ) ?? null
  );
}
