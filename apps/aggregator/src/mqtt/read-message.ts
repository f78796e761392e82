import { createHash } from 'node:crypto';

import { FlagtowerError, type Instant, type MqttPlan } from '@flagtower/contracts';
import { defaultLimits, pushedSnapshot, readerOf, readReadings, zoneFor, type Parsed } from '@flagtower/feeds';
import type { Batch, Source } from '@flagtower/store';

import { namedMapping } from '../connect/named-mapping.ts';
import { toldRecords } from '../intake/told-records.ts';
import { topicWords } from './topic-template.ts';

const defaultMostBytes = 1024 * 1024;

export interface Message {
  readonly topic: string;
  readonly payload: Uint8Array;
  /** When it came, by the service's clock. */
  readonly receivedAt: Instant;
}

/** One message as what is committed of it; one that cannot be read is a rejection of its own, and stops nobody. */
export async function readMessage(
  plan: MqttPlan,
  source: Source,
  message: Message,
): Promise<Pick<Batch, 'fileHash' | 'items' | 'rejections' | 'snapshot'>> {
  const fileHash = createHash('sha256').update(message.payload).digest('hex');
  const parsed = await parsedOf(plan, source, message);
  return {
    fileHash,
    ...toldRecords(parsed),
    snapshot:
      parsed.map((item) => (item.kind === 'snapshot' ? pushedSnapshot(item) : null)).find((item) => item !== null) ??
      null,
  };
}

async function parsedOf(
  { topics, format, readings, mapping: told, observedAt, mostBytes = defaultMostBytes }: MqttPlan,
  { config: { zone } }: Source,
  { topic, payload, receivedAt }: Message,
): Promise<Parsed[]> {
  if (payload.length > mostBytes) return [refused('too-large', 'The message is larger than mqtt.mostBytes')];
  const isArrivalTaken = observedAt === 'arrival';
  try {
    if (readings !== undefined) {
      const words = topics.map((template) => topicWords(template, topic)).find((each) => each !== null) ?? {};
      return readReadings(utf8.decode(payload), {
        mapping: readings,
        topic: words,
        zone,
        receivedAt: isArrivalTaken ? receivedAt : null,
      });
    }
    const parsed: Parsed[] = [];
    const mapping = namedMapping(told);
    const ofSource = { zone: zoneFor(null, mapping, zone), mapping, asOf: null, caseKind: null, feed: null };
    const arrival = isArrivalTaken ? { receivedAt } : {};
    for await (const batch of readerOf(format)(once(payload), { ...ofSource, ...arrival, limits: defaultLimits }))
      parsed.push(...batch);
    return parsed;
  } catch (error) {
    const isMessage = error instanceof TypeError || (error instanceof FlagtowerError && error.code === 'BAD_FILE');
    if (!isMessage) throw error;
    return [refused('not-parseable', `The message cannot be read as ${format}`)];
  }
}

/** Broken bytes are a `TypeError`. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function refused(reason: 'too-large' | 'not-parseable', remedy: string): Parsed {
  return { kind: 'rejected', rejection: { line: 1, reason, fields: [], remedy } };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
