import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

import {
  recordSchema,
  sourceConfigSchema,
  type CityView,
  type FlagtowerRecord,
  type SourceConfig,
} from '@flagtower/contracts';

/** For tests: a service that knows its records, answers as the contract says, and can be out of order. */
export interface FakeAggregator {
  readonly url: string;
  readonly records: Map<string, FlagtowerRecord>;
  readonly log: { source: string; size: number; duplicates: number }[];
  /** Bodies that are refused as "busy" before they are looked at. */
  busyFor: (requests: number) => void;
  speed: () => number;
  /** Sources that it pulls, as they were declared last. */
  readonly pulled: Map<string, SourceConfig>;
  close: () => Promise<void>;
}

const key = 'key-for-tests-of-the-simulator';
const aheadMs = 300_000;

export async function fakeAggregator(city: CityView, startAt: number): Promise<FakeAggregator> {
  const records = new Map<string, FlagtowerRecord>();
  const log: FakeAggregator['log'] = [];
  let busy = 0;
  let clock = { at: startAt, speed: 1, since: performance.now() };
  const now = () => clock.at + (performance.now() - clock.since) * clock.speed;

  const pulled = new Map<string, SourceConfig>();
  const sources = () => {
    const ids = [...new Set(log.map(({ source }) => source))];
    return [
      ...ids.map((id) => ({ id, accepted: records.size, way: 'push' })),
      ...[...pulled.keys()].map((id) => ({ id, accepted: 0, way: 'pull' })),
    ];
  };
  const take = (source: string, text: string) => {
    const lines = text.split('\n').filter((line) => line !== '');
    const before = records.size;
    for (const line of lines) {
      const record = recordSchema.parse(JSON.parse(line));
      if (Date.parse(record.occurredAt) > now() + aheadMs) throw new Error(`${record.recordId} is ahead of the clock`);
      const held = records.get(record.recordId);
      if (held !== undefined && JSON.stringify(held) !== JSON.stringify(record)) {
        throw new Error(`${record.recordId} was told in two ways`);
      }
      records.set(record.recordId, record);
    }
    const accepted = records.size - before;
    log.push({ source, size: lines.length, duplicates: lines.length - accepted });
    return {
      source,
      ledger: 'simulated',
      accepted,
      duplicates: lines.length - accepted,
      quarantined: 0,
      knownSeq: records.size,
      rejections: [],
    };
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks);
      const body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw;
      const answer = (status: number, value: unknown) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
      const path = request.url ?? '';
      if (path === '/v1/city') return answer(200, city);
      if (path.startsWith('/v1/sources?')) return answer(200, { sources: sources() });
      if (path === '/v1/ledgers/simulated/clock') {
        if (request.method === 'PUT') {
          const { speed } = JSON.parse(body.toString()) as { speed: number };
          clock = { at: now(), speed, since: performance.now() };
        }
        return answer(200, { clock: new Date(now()).toISOString(), speed: clock.speed });
      }
      if (request.headers.authorization !== `Bearer ${key}`) return answer(401, problem(401, 'UNAUTHORISED'));
      const asked = /^\/v1\/sources\/(.+)\/config/.exec(path)?.[1];
      if (asked !== undefined) return answer(200, pulled.get(asked));
      if (path === '/v1/sources') {
        const source = sourceConfigSchema.parse(JSON.parse(body.toString()));
        pulled.set(source.id, source);
        return answer(200, { source, key: null });
      }
      if (busy > 0) {
        busy -= 1;
        return answer(503, problem(503, 'STORE_UNAVAILABLE'));
      }
      try {
        return answer(200, take(path.replace('/v1/intake/', ''), body.toString()));
      } catch (error) {
        return answer(400, { ...problem(400, 'BAD_REQUEST'), detail: String(error) });
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    records,
    log,
    pulled,
    busyFor: (requests) => {
      busy = requests;
    },
    speed: () => clock.speed,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function problem(status: number, code: string): object {
  return { type: 'about:blank', title: code, status, code, detail: code };
}

/** For tests: what a service writes into its folder of keys. */
export const fakeKey = key;
