import { instantText, type ReadMoment } from '../times/moment.ts';
import { textOf, type Entity } from './entity.ts';

const moments = [
  'dateObserved',
  'observationDate',
  'observationDateTime',
  'dateObservedTo',
  'accidentDate',
  'observedAt',
  'TimeInstant',
  'timestamp',
];
const changes = ['dateModified', 'modifiedAt', 'dateCreated', 'createdAt'];

export interface EntityTime {
  /** ISO instant; empty: the entity does not say. */
  readonly at: string;
  /** When its period began, ISO; `null`: its values are of a moment. */
  readonly from: string | null;
  /** Name of a time that cannot be read; `null`: all can. */
  readonly unreadable: string | null;
}

/**
 * When an entity's values are of: the end of its period (`dateObservedTo`, or the second half of an interval), else the moment it was
 * observed, else when it was last changed. A time with an offset is taken before one without.
 */
export function entityTime(entity: Entity, read: ReadMoment): EntityTime {
  for (const name of ['dateObservedTo', ...moments, ...changes]) {
    const text = textOf(entity, name);
    if (text === '') continue;
    const moment = read(text.split('/').at(-1) ?? '', 'start');
    if (moment === null) return { at: '', from: null, unreadable: name };
    const [first = '', second] = text.split('/');
    const begin = read(textOf(entity, 'dateObservedFrom') || (second === undefined ? '' : first), 'start');
    const isPeriod = begin !== null && begin.epochMs < moment.epochMs && !changes.includes(name);
    return { at: instantText(moment.epochMs), from: isPeriod ? instantText(begin.epochMs) : null, unreadable: null };
  }
  return { at: '', from: null, unreadable: null };
}

/** When the entity was last written, epoch ms: the version of its readings; 0: it does not say. */
export function versionMs(entity: Entity, read: ReadMoment): number {
  const text = textOf(entity, 'dateModified') || textOf(entity, 'modifiedAt');
  return Math.max(0, read(text, 'start')?.epochMs ?? 0);
}
