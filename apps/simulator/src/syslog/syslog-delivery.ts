import type { Aggregator } from '../aggregator/aggregator.ts';
import { patiently, type Patience } from '../aggregator/patience.ts';
import type { Deliver } from '../play/deliver.ts';
import { cefMessage, markMessage } from './cef-message.ts';
import { speakSyslog } from './speak-syslog.ts';
import { syslogPlan } from './syslog-plan.ts';

/** Delivers one source's cases by syslog, all others as before; the service is told to listen before the first message. */
export function syslogDelivery(deliver: Deliver, { aggregator, patience, source, port }: SyslogDelivery): Deliver {
  let told: Promise<void> | null = null;
  const listen = async (): Promise<void> => {
    const config = await patiently(() => aggregator.configOf(source), patience);
    if (config.syslog?.tcp !== port) await aggregator.declare({ ...config, syslog: syslogPlan(port) });
  };
  return async (id, records) => {
    if (id !== source) {
      await deliver(id, records);
      return;
    }
    await (told ??= listen());
    const messages = records.length === 0 ? [markMessage(Date.now())] : records.map(({ record }) => cefMessage(record));
    await patiently(() => speakSyslog(port, messages, patience.signal), patience);
  };
}

export interface SyslogDelivery {
  readonly aggregator: Pick<Aggregator, 'configOf' | 'declare'>;
  readonly patience: Patience;
  readonly source: string;
  readonly port: number;
}
