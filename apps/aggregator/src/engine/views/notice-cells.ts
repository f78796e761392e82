import type { IncidentKind } from '@flagtower/contracts';
import { activeNotices, type Json } from '@flagtower/domain';
import { incidentOfNotice, type ToldNotice } from '@flagtower/store';
import { z } from 'zod';

/** Topic `notices`: contracts' `NoticeCell` of each notice that is active at `at`. */
export function noticeCells(
  told: readonly ToldNotice[],
  at: number,
  kinds: readonly IncidentKind[],
): Map<string, Json> {
  return new Map(
    activeNotices(told, at).map(({ id, source, notice }) => {
      const {
        noticeType,
        category,
        severity,
        urgency,
        certainty,
        status,
        startsAt,
        endsAt,
        sender,
        texts,
        areas,
        version,
      } = notice;
      const cell = {
        noticeType,
        category,
        severity,
        urgency,
        certainty,
        status,
        startsAt,
        endsAt,
        sender,
        texts,
        areas,
        version,
        source,
        incident: incidentOfNotice({ source, notice }, kinds),
      };
      // Texts have optional members; on the wire what is not there is left out.
      return [id, z.json().parse(JSON.parse(JSON.stringify(cell)))];
    }),
  );
}
