import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

import { FlagtowerError, type MqttPlan } from '@flagtower/contracts';
import { instantOf, type Ledger, type Source } from '@flagtower/store';

import { noteFailure } from '../connect/note-failure.ts';
import type { ConnectorsOptions } from '../connect/start-connectors.ts';
import { untilClosed, type Running } from '../connect/until-closed.ts';
import { waitMs } from '../poll/back-off.ts';
import { lostMessages } from './lost-messages.ts';
import { runSession } from './mqtt-session.ts';
import { readMessage } from './read-message.ts';
import { topicFilter, topicWords } from './topic-template.ts';

export interface ListenerOptions extends ConnectorsOptions {
  readonly ledger: Ledger;
  readonly source: Source;
  readonly mqtt: MqttPlan;
}

const week = 604_800;

/** Listens to one source at the broker, again and again: each try after a failure waits longer, and nothing is lost in between. */
export function startListener(options: ListenerOptions): Running {
  return untilClosed((signal) => listen(options, signal));
}

async function listen(options: ListenerOptions, signal: AbortSignal): Promise<void> {
  const { writers, metrics, city, ledger, source, mqtt: plan, mqttUrl, node, now } = options;
  const lost = lostMessages(options);
  let failures = 0;
  const isStopped = (): boolean => signal.aborted;
  while (!isStopped()) {
    try {
      if (mqttUrl === null)
        throw new FlagtowerError('BAD_REQUEST', 'no broker is named', {
          place: 'MQTT_URL',
          remedy: 'set MQTT_URL where the service starts',
        });
      await runSession({
        url: mqttUrl,
        // Two services under one name would throw each other out.
        clientId: ['flagtower', node ?? hostname(), city.id, ledger.name, source.id].join('-'),
        filters: plan.topics.map((topic) => filterOf(plan, `${ledger.name}-${source.id}`, topic)),
        sessionSeconds: plan.sessionSeconds ?? week,
        signal,
        take: async (topic, payload) => {
          // A session remembers topics that were asked for under an earlier configuration.
          if (plan.topics.every((template) => topicWords(template, topic) === null)) return;
          const message = await readMessage(plan, source, { topic, payload, receivedAt: instantOf(now()) });
          await writers.commit(ledger, { source, importId: null, ...message });
        },
        onReady: () => {
          failures = 0;
          metrics.polls.inc({ source: source.id, outcome: 'connected' });
          void lost.write();
        },
        onLost: lost.add,
      });
      await lost.write();
    } catch (error) {
      await lost.write();
      if (isStopped()) return;
      failures += 1;
      metrics.polls.inc({ source: source.id, outcome: 'failed' });
      await noteFailure(options, error, failures);
      await sleep(waitMs(1, failures), undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Services that share a group's name share its messages. */
function filterOf({ shared = false }: MqttPlan, group: string, topic: string): string {
  return shared ? `$share/flagtower-${group}/${topicFilter(topic)}` : topicFilter(topic);
}
