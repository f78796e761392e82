import type { Instant, ReadingsMapping, ReadingText } from '@flagtower/contracts';

import { checkedRecord } from '../checked-record.ts';
import { parsedJson } from '../json/json-text.ts';
import type { Parsed } from '../parsed.ts';
import { rejected } from '../reject.ts';
import { instantText, momentReader } from '../times/moment.ts';

/** What the topic's placeholders stood for. */
export type TopicWords = Readonly<Record<string, string>>;

export interface MessageRead {
  readonly mapping: ReadingsMapping;
  readonly topic: TopicWords;
  /** Of times without an offset. */
  readonly zone: string;
  /** When it came, for a message that tells no time; such readings are uncertain. `null`: it is refused. */
  readonly receivedAt?: Instant | null;
}

/**
 * Reads one JSON message as observations, one for each value of the mapping that is in it. `null` is a value that was not
 * measured; a value that is not there was not told; a message without any of them is refused.
 */
export function readReadings(text: string, { mapping, topic, zone, receivedAt = null }: MessageRead): Parsed[] {
  const message = parsedJson(text);
  if (typeof message !== 'object' || message === null)
    return [rejected(1, 'not-parseable', [], 'The message must be a JSON object')];
  const timeTold = valueAt(message, mapping.occurredAt.path) ?? null;
  const at = momentOf(timeTold, mapping.occurredAt.as, zone);
  const arrivedAt = timeTold === null ? receivedAt : null;
  if (at === null && arrivedAt === null)
    return [rejected(1, 'bad-time', [mapping.occurredAt.path], `Mend the time at ${mapping.occurredAt.path}`)];
  const occurredAt = at === null ? (arrivedAt ?? '') : instantText(at);
  const told = mapping.values.filter(({ path }) => valueAt(message, path) !== undefined);
  const paths = mapping.values.map(({ path }) => path);
  if (told.length === 0) return [rejected(1, 'missing-field', paths, 'None of the mapped values is in the message')];
  const point = pointOf(mapping.point, message);
  const entity = textOf(mapping.entity, message, topic) ?? '';
  return told.map(({ metric: named, path, unitOfMeasure }) => {
    const value = numberOf(valueAt(message, path));
    if (value === undefined) return rejected(1, 'bad-value', [path], `The value at ${path} is no number`);
    const metric = textOf(named, message, topic) ?? '';
    return checkedRecord(1, 'message', {
      kind: 'observation',
      recordId: `${entity}/${metric}/${occurredAt}`,
      occurredAt,
      feed: mapping.feed,
      entity,
      metric,
      value,
      unitOfMeasure,
      ...(arrivedAt === null ? {} : { quality: 'uncertain' }),
      ...(value === null ? { absent: 'not-measured' } : {}),
      ...(point === null ? {} : { point }),
    });
  });
}

/** `null`: it tells no place; half of one is none. */
function pointOf(from: ReadingsMapping['point'], message: object): [number, number] | null {
  const longitude = from === undefined ? null : numberOf(valueAt(message, from.longitude));
  const latitude = from === undefined ? null : numberOf(valueAt(message, from.latitude));
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : null;
}

function textOf(from: ReadingText, message: object, topic: TopicWords): string | null {
  if ('text' in from) return from.text;
  const found = 'topic' in from ? topic[from.topic] : valueAt(message, from.path);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : null;
}

/** @param pointer a JSON pointer (RFC 6901) */
function valueAt(message: unknown, pointer: string): unknown {
  let held = message;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof held !== 'object' || held === null || !Object.hasOwn(held, name)) return undefined;
    held = Object.entries(held).find(([key]) => key === name)?.[1];
  }
  return held;
}

/** Sensors also write their numbers as text. `undefined`: it is no number. */
function numberOf(value: unknown): number | null | undefined {
  if (value === null || (typeof value === 'number' && Number.isFinite(value))) return value;
  return typeof value === 'string' && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(value) ? Number(value) : undefined;
}

function momentOf(value: unknown, as: ReadingsMapping['occurredAt']['as'], zone: string): number | null {
  if (as === 'iso')
    return typeof value === 'string' ? (momentReader(['iso'], zone)(value, 'start')?.epochMs ?? null) : null;
  const told = numberOf(value);
  if (told === null || told === undefined) return null;
  const ms = Math.round(as === 'seconds' ? told * 1000 : told);
  return ms >= 0 && ms <= Date.UTC(9999, 0) ? ms : null;
}
