import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import {
  cityViewSchema,
  FlagtowerError,
  instantSchema,
  intakeAnswerSchema,
  problemSchema,
  sourceBoardRowSchema,
  sourceConfigSchema,
  type CityView,
  type IntakeAnswer,
  type SourceConfig,
} from '@flagtower/contracts';
import { z } from 'zod';

import type { CaseRecord } from '../cases/case-record.ts';
import type { RegisterRecord } from '../cases/dossiers/service-register.ts';

const zip = promisify(gzip);
/** Below this many records a packed body saves nothing worth its work. */
const packFrom = 20;
const timeoutMs = 60_000;

const clockSchema = z.object({ clock: instantSchema, speed: z.number() });
const sourcesSchema = z.object({
  sources: z.array(sourceBoardRowSchema.pick({ id: true, accepted: true, way: true })),
});
type LedgerClock = z.infer<typeof clockSchema>;

/** The running service as its sources see it. */
export interface Aggregator {
  city: () => Promise<CityView>;
  /** Delivers records of a source; none at all is a sign of life. Resolves when they are durable. */
  send: (source: string, records: readonly (CaseRecord | RegisterRecord)[]) => Promise<IntakeAnswer>;
  /** How many records of a source the simulated ledger holds. */
  acceptedOf: (source: string) => Promise<number>;
  /** What the sources declared that the simulated ledger pulls; needs the operator's key. */
  pulledSources: () => Promise<SourceConfig[]>;
  /** What a source declared; needs the operator's key. */
  configOf: (source: string) => Promise<SourceConfig>;
  /** Declares a source again; needs the operator's key. */
  declare: (source: SourceConfig) => Promise<void>;
  /** The simulated ledger's clock. */
  clock: () => Promise<LedgerClock>;
  /** Sets how fast that clock runs; needs the operator's key. */
  drive: (speed: number) => Promise<void>;
}

export interface AggregatorOptions {
  readonly url: string;
  readonly signal: AbortSignal;
  /** Reads the key each time it is needed: an operator may have changed it. */
  readonly keyOf: (source: string) => Promise<string>;
  readonly adminKey: () => Promise<string | null>;
}

/**
 * All calls fail with a FlagtowerError: the service's own problem document as it is, STORE_UNAVAILABLE where nobody
 * answers, INTERNAL where the answer is not what the contract says.
 */
export function aggregatorAt({ url, signal, keyOf, adminKey }: AggregatorOptions): Aggregator {
  const call = async (path: string, init: Call, key: string | null): Promise<unknown> => {
    const headers = { ...init.headers, ...(key === null ? {} : { authorization: `Bearer ${key}` }) };
    const response = await answerOf(new URL(path, url), {
      ...init,
      headers,
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (!response.ok) throw await problemOf(response);
    const text = await response.text();
    return text === '' ? null : JSON.parse(text);
  };
  const json = { 'content-type': 'application/json' };
  const clockPath = '/v1/ledgers/simulated/clock';
  const configOf = async (id: string): Promise<SourceConfig> =>
    sourceConfigSchema.parse(await call(`/v1/sources/${id}/config?ledger=simulated`, {}, await adminKey()));
  const sources = async (): Promise<z.infer<typeof sourcesSchema>['sources']> =>
    sourcesSchema.parse(await call('/v1/sources?ledger=simulated', {}, await adminKey())).sources;
  return {
    city: async () => cityViewSchema.parse(await call('/v1/city', {}, await adminKey())),
    send: async (source, records) =>
      intakeAnswerSchema.parse(
        await call(`/v1/intake/${source}`, { method: 'POST', ...(await bodyOf(records)) }, await keyOf(source)),
      ),
    acceptedOf: async (source) => (await sources()).find(({ id }) => id === source)?.accepted ?? 0,
    pulledSources: async () => {
      const pulled = (await sources()).filter(({ way }) => way === 'pull');
      return Promise.all(pulled.map(({ id }) => configOf(id)));
    },
    configOf,
    declare: async (source) => {
      await call('/v1/sources', { method: 'POST', headers: json, body: JSON.stringify(source) }, await adminKey());
    },
    clock: async () => clockSchema.parse(await call(clockPath, {}, await adminKey())),
    drive: async (speed) => {
      const init = { method: 'PUT', headers: json, body: JSON.stringify({ speed }) };
      await call(clockPath, init, await adminKey());
    },
  };
}

interface Call {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

async function answerOf(address: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    throw new FlagtowerError('STORE_UNAVAILABLE', `No answer from ${address.origin}`, {
      remedy: 'Start the service with `flagtower serve`, or give its address with --url',
      cause,
    });
  }
}

async function bodyOf(records: readonly (CaseRecord | RegisterRecord)[]): Promise<Call> {
  const text = records.map((record) => `${JSON.stringify(record)}\n`).join('');
  const headers = { 'content-type': 'application/x-ndjson' };
  if (records.length < packFrom) return { body: text, headers };
  return { body: new Uint8Array(await zip(text)), headers: { ...headers, 'content-encoding': 'gzip' } };
}

async function problemOf(response: Response): Promise<FlagtowerError> {
  const problem = problemSchema.safeParse(await response.json().catch(() => null));
  if (problem.success) {
    const { code, detail, remedy } = problem.data;
    return new FlagtowerError(code, detail, remedy === undefined ? {} : { remedy });
  }
  const code = response.status === 429 || response.status >= 500 ? 'STORE_UNAVAILABLE' : 'INTERNAL';
  return new FlagtowerError(code, `${response.url} answered ${response.status}`);
}
