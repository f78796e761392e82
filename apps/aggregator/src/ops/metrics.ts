import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What the service counts of itself. Labels are ids that an operator chose, never anything from a record. */
export interface Metrics {
  readonly registry: Registry;
  readonly records: Counter<'ledger' | 'source' | 'outcome'>;
  readonly commitSeconds: Histogram;
  readonly requestSeconds: Histogram<'route' | 'status'>;
  readonly tickSeconds: Histogram;
  readonly polls: Counter<'source' | 'outcome'>;
  readonly clients: Gauge;
  readonly auditDifferences: Gauge<'ledger'>;
}

const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    records: new Counter({
      name: 'flagtower_intake_records_total',
      help: 'Records by what became of them: accepted, duplicate, quarantined',
      labelNames: ['ledger', 'source', 'outcome'],
      registers,
    }),
    commitSeconds: new Histogram({
      name: 'flagtower_commit_seconds',
      help: 'Time of a commit, from its first statement to durable',
      buckets: secondsBuckets,
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'flagtower_request_seconds',
      help: 'Time of a request',
      labelNames: ['route', 'status'],
      buckets: secondsBuckets,
      registers,
    }),
    tickSeconds: new Histogram({
      name: 'flagtower_tick_seconds',
      help: 'Time of a tick of the engine',
      buckets: secondsBuckets,
      registers,
    }),
    polls: new Counter({
      name: 'flagtower_polls_total',
      help: 'Pulls of a source by outcome: data, unchanged, failed; of a port: connected, unlisted, too-many, reset, dropped',
      labelNames: ['source', 'outcome'],
      registers,
    }),
    clients: new Gauge({ name: 'flagtower_stream_clients', help: 'Connected clients of the stream', registers }),
    auditDifferences: new Gauge({
      name: 'flagtower_audit_differences',
      help: 'Differences that the last self-audit found; anything but 0 is a wrong number',
      labelNames: ['ledger'],
      registers,
    }),
  };
}
