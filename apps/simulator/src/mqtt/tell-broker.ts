import { setTimeout as sleep } from 'node:timers/promises';

import { FlagtowerError } from '@flagtower/contracts';
import { connectAsync, type MqttClient } from 'mqtt';

import { patiently, type Patience } from '../aggregator/patience.ts';
import { frameOf } from '../calendar/frame-of.ts';
import type { GaugeMessage } from './gauge-messages.ts';

const lookEveryMs = 500;

export interface Broadcast {
  /** `mqtt://host:port` of the broker. */
  readonly url: string;
  /** How often there is something new to tell, milliseconds of the city's clock. */
  readonly everyMs: number;
  /** Epoch milliseconds of the city's clock. */
  readonly now: () => number;
  readonly messagesAt: (at: number) => readonly GaugeMessage[];
}

/**
 * Tells a broker what is new by MQTT 5 until the signal asks to stop. A message counts as told once the broker has it (QoS 1): while the
 * broker is away they wait, and what it was told twice has the same identity.
 * @throws DOMException AbortError when the signal asks to stop
 */
export async function tellBroker({ url, everyMs, now, messagesAt }: Broadcast, patience: Patience): Promise<never> {
  const { signal } = patience;
  const client = await patiently(() => connected(url), patience);
  signal.addEventListener('abort', () => client.end(true), { once: true });
  let told: number | null = null;
  for (;;) {
    const at = frameOf(now(), everyMs);
    // Retained: who begins to listen between two frames hears what each gauge told last.
    const options = { qos: 1, retain: true } as const;
    if (at !== told)
      await Promise.all(messagesAt(at).map(({ topic, payload }) => client.publishAsync(topic, payload, options)));
    told = at;
    await sleep(lookEveryMs, undefined, { signal });
  }
}

async function connected(url: string): Promise<MqttClient> {
  try {
    const client = await connectAsync(url, { protocolVersion: 5 });
    // It connects again by itself; without a listener the process would end.
    client.on('error', () => undefined);
    return client;
  } catch (cause) {
    throw new FlagtowerError('STORE_UNAVAILABLE', `No broker answers at ${url}`, {
      remedy: 'Start it, or give its address with --mqtt',
      cause,
    });
  }
}
