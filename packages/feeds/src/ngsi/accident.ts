import { checkedRecord } from '../checked-record.ts';
import type { Parsed } from '../parsed.ts';
import { rejected } from '../reject.ts';
import { instantText } from '../times/moment.ts';
import { areasOf } from './entity-place.ts';
import type { Reading } from './entity-readings.ts';
import { textOf, type Entity } from './entity.ts';

/** The data model's words for an accident that is over; its third one is `onGoing`. */
const overWords = new Set(['solved', 'archived']);

/**
 * A RoadAccident as a notice: it begins when it happened and has no end before its status says so. Its description stays away: it is
 * free text of whoever wrote the report, and no word to the public.
 */
export function accidentNotice(line: number, entity: Entity, { read, fetchedAt, feed }: Reading): Parsed {
  const told = textOf(entity, 'accidentDate');
  const happened = told === '' ? null : read(told, 'start');
  if (happened === null)
    return told === ''
      ? rejected(line, 'missing-field', ['accidentDate'], `Add accidentDate to entity ${line}`)
      : rejected(
          line,
          'bad-time',
          ['accidentDate'],
          `Write accidentDate of entity ${line} as 2026-11-24T10:42:07+07:00`,
        );
  const startsAt = instantText(happened.epochMs);
  const modified = read(textOf(entity, 'dateModified') || textOf(entity, 'modifiedAt'), 'start')?.epochMs;
  // A clock that was set wrong cannot have written of an accident before it happened.
  const toldMs = Math.max(happened.epochMs, modified ?? (fetchedAt === '' ? 0 : Date.parse(fetchedAt)));
  return checkedRecord(line, 'entity', {
    kind: 'notice',
    recordId: entity.id,
    version: toldMs,
    occurredAt: instantText(toldMs),
    noticeType: 'incident',
    category: 'RoadAccident',
    severity: 'unknown',
    urgency: 'unknown',
    certainty: 'observed',
    status: 'actual',
    startsAt,
    endsAt: null,
    ended: overWords.has(textOf(entity, 'status').toLowerCase()),
    supersedes: [],
    sender: feed ?? '',
    texts: [{ language: 'und', event: 'RoadAccident' }],
    // A shape that cannot be read is counted with the readings.
    areas: areasOf(entity, new Map()),
    signed: false,
  });
}
