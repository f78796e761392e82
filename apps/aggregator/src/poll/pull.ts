import { createHash } from 'node:crypto';

import { FlagtowerError, type SourceConfig } from '@flagtower/contracts';
import { z } from 'zod';

import type { SourceSecrets } from '../ops/env.ts';
import { requestOf } from './pull-request.ts';

export const cursorSchema = z.object({
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  hash: z.string().nullable(),
});
/** What the last answer that was committed said of itself, so that an unchanged one need not be sent again. */
export type Cursor = Readonly<z.infer<typeof cursorSchema>>;

export const firstCursor: Cursor = { etag: null, lastModified: null, hash: null };

export interface Pulled {
  /** `null`: nothing new, which is a contact all the same. */
  readonly body: Uint8Array | null;
  /** SHA-256 of the body, hexadecimal. */
  readonly hash: string | null;
  /** To be kept once the body is committed. */
  readonly cursor: Cursor;
}

export interface PullOptions {
  readonly plan: NonNullable<SourceConfig['pull']>;
  readonly secrets: SourceSecrets;
  readonly cursor: Cursor;
  readonly signal: AbortSignal;
  readonly fetch: typeof fetch;
}

const defaultTimeoutSeconds = 20;
const defaultMostBytes = 32 * 1024 * 1024;

/**
 * Asks a source for what is new. Only the address that an operator configured is asked: a redirection is refused.
 * @throws FlagtowerError `SOURCE_UNREACHABLE` where nobody answers in time or the answer breaks off, `SOURCE_REFUSES` for an answer that
 *   is a refusal, `BAD_FILE` for a page in place of data, `TOO_LARGE`
 */
export async function pull({ plan, secrets, cursor, signal, fetch: send }: PullOptions): Promise<Pulled> {
  const timeout = AbortSignal.timeout((plan.timeoutSeconds ?? defaultTimeoutSeconds) * 1000);
  const request = requestOf(plan, secrets, cursor);
  try {
    const response = await send(plan.url, {
      ...request,
      redirect: 'error',
      signal: AbortSignal.any([signal, timeout]),
    });
    if (response.status === 304) return { body: null, hash: null, cursor };
    if (!response.ok) {
      await response.body?.cancel();
      throw refusal(response);
    }
    const body = await bodyOf(response, plan.mostBytes ?? defaultMostBytes);
    demandData(body);
    const hash = createHash('sha256').update(body).digest('hex');
    const next = { etag: response.headers.get('etag'), lastModified: response.headers.get('last-modified'), hash };
    return hash === cursor.hash || body.length === 0
      ? { body: null, hash, cursor: next }
      : { body, hash, cursor: next };
  } catch (cause) {
    if (cause instanceof FlagtowerError) throw cause;
    throw new FlagtowerError(
      'SOURCE_UNREACHABLE',
      timeout.aborted ? 'the source does not end its answer in time' : 'the source does not answer, or breaks off',
      { place: 'pull.url', remedy: 'it is asked again by itself', cause },
    );
  }
}

function refusal({ status, headers }: Response): FlagtowerError {
  const isKey = status === 401 || status === 403;
  const error = new FlagtowerError('SOURCE_REFUSES', `the source answers ${String(status)}`, {
    place: 'pull.url',
    remedy: isKey ? 'look at the key in secretHeaders' : 'ask its operator; it is asked again by itself',
  });
  const seconds = Number(headers.get('retry-after'));
  if (Number.isFinite(seconds) && seconds > 0) askedToWait.set(error, seconds);
  return error;
}

const askedToWait = new WeakMap<object, number>();

/** For how many seconds the source wants to be left alone (`Retry-After`); 0: it did not say. */
export function waitAskedFor(error: unknown): number {
  return typeof error === 'object' && error !== null ? (askedToWait.get(error) ?? 0) : 0;
}

async function bodyOf(response: Response, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const stream: AsyncIterable<unknown> | null = response.body;
  for await (const chunk of stream ?? nothing()) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('an answer gives bytes');
    bytes += chunk.length;
    if (bytes > mostBytes)
      throw new FlagtowerError('TOO_LARGE', 'the source’s answer is too large', {
        place: 'pull.url',
        remedy: 'raise pull.mostBytes if it is right',
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A log-in page or a proxy's excuse comes with 200 too; none of what we read is HTML. */
function demandData(body: Uint8Array): void {
  const head = Buffer.from(body.subarray(0, 512))
    .toString('latin1')
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart();
  if (/^<(?:!doctype html|html)\b/i.test(head))
    throw new FlagtowerError('BAD_FILE', 'the source answers with a web page in place of data', { place: 'pull.url' });
}

async function* nothing(): AsyncGenerator<never> {
  // An answer without a body.
}
