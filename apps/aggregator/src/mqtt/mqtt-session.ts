import { FlagtowerError } from '@flagtower/contracts';
import { connect, type IPublishPacket, type MqttClient } from 'mqtt';
import { writeToStream } from 'mqtt-packet';

/** Messages that a broker may send before the first of them is acknowledged: what a node holds in memory, and what one commit may share. */
const messagesInFlight = 1000;

export interface SessionOptions {
  readonly url: string;
  /** The session lives under this name at the broker. */
  readonly clientId: string;
  readonly filters: readonly string[];
  readonly sessionSeconds: number;
  readonly signal: AbortSignal;
  /** Resolves when the message is durable; only then it is acknowledged. */
  readonly take: (topic: string, payload: Uint8Array) => Promise<void>;
  readonly onReady: () => void;
  /** A message of QoS 0 could not be taken: it does not come again. */
  readonly onLost: () => void;
}

/**
 * One connection to a broker, until it ends, a message cannot be taken, or `signal` says so. What was not acknowledged, the broker
 * keeps for the next connection under the same name.
 * @throws FlagtowerError `SOURCE_UNREACHABLE`, `SOURCE_REFUSES`; whatever `take` throws
 */
export async function runSession(options: SessionOptions): Promise<void> {
  const { url, clientId, sessionSeconds, signal } = options;
  const client = connect(url, {
    protocolVersion: 5,
    clientId,
    clean: false,
    reconnectPeriod: 0,
    connectTimeout: 10_000,
    keepalive: 30,
    resubscribe: false,
    properties: { sessionExpiryInterval: sessionSeconds, receiveMaximum: messagesInFlight },
  });
  const failure = Promise.withResolvers<never>();
  const running = new Set<Promise<void>>();
  client.on('error', (cause) => failure.reject(connectionFailure(cause)));
  client.on('close', () => failure.reject(connectionFailure(undefined)));
  client.on('disconnect', () => failure.reject(connectionFailure(undefined)));
  takeMessages(client, options, running, failure.reject);
  const stopped = Promise.withResolvers<void>();
  const stop = (): void => stopped.resolve();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const ended = Promise.race([failure.promise, stopped.promise]);
    await Promise.race([new Promise<void>((resolve) => void client.once('connect', () => resolve())), ended]);
    if (!signal.aborted) await Promise.race([subscribe(client, options.filters), ended]);
    if (!signal.aborted) options.onReady();
    await ended;
    // What was taken already is acknowledged before we leave.
    await Promise.allSettled(running);
  } finally {
    signal.removeEventListener('abort', stop);
    await client.endAsync(!signal.aborted || !client.connected);
    // Whether what is under way was lost is known only at its end.
    await Promise.allSettled(running);
  }
}

async function subscribe(client: MqttClient, filters: readonly string[]): Promise<void> {
  try {
    await client.subscribeAsync([...filters], { qos: 1 });
  } catch (cause) {
    throw new FlagtowerError('SOURCE_REFUSES', 'the broker refuses a topic', { place: 'mqtt.topics', cause });
  }
}

/**
 * The library hands over one message after the other and acknowledges each before the next: so do both ways that it documents,
 * `handleMessage` and `customHandleAcks`, and a commit for each message alone would be too slow by far. Here a message is let go at once, without
 * its acknowledgement, which follows when the message is durable: so a thousand share a commit. Messages of QoS 0 have
 * no acknowledgement that holds the broker back; beyond the limit they wait in the socket.
 */
function takeMessages(
  client: MqttClient,
  { take, onLost }: SessionOptions,
  running: Set<Promise<void>>,
  fail: (error: unknown) => void,
): void {
  const later = new Error('acknowledged later');
  const takeOne = async ({ topic, payload, qos, messageId }: IPublishPacket): Promise<void> => {
    try {
      await take(topic, typeof payload === 'string' ? Buffer.from(payload) : payload);
      if (qos > 0 && messageId !== undefined && client.connected)
        writeToStream({ cmd: 'puback', messageId, reasonCode: 0 }, client.stream, { protocolVersion: 5 });
    } catch (error) {
      if (qos === 0) onLost();
      fail(error);
    }
  };
  client.handleMessage = (packet, callback) => {
    const { qos } = packet;
    const taken = takeOne(packet).finally(() => running.delete(taken));
    running.add(taken);
    if (qos === 0 && running.size >= messagesInFlight) void goOnAfterOneOf(running, callback);
    else callback(qos === 0 ? undefined : later);
  };
}

async function goOnAfterOneOf(running: ReadonlySet<Promise<void>>, goOn: () => void): Promise<void> {
  await Promise.race(running);
  goOn();
}

function connectionFailure(cause: unknown): FlagtowerError {
  const refusal = typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'number';
  return refusal
    ? new FlagtowerError('SOURCE_REFUSES', 'the broker refuses the connection', {
        place: 'MQTT_URL',
        remedy: 'look at the name and password in MQTT_URL',
        cause,
      })
    : new FlagtowerError('SOURCE_UNREACHABLE', 'the broker does not answer, or went away', {
        place: 'MQTT_URL',
        remedy: 'it is tried again by itself',
        cause,
      });
}
