import { createHash } from 'node:crypto';

import { FlagtowerError } from '@flagtower/contracts';

/** What the last answer that was committed said of itself, so that an unchanged one need not be sent again. */
export interface Cursor {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly hash: string | null;
}

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
  readonly url: string;
  readonly cursor: Cursor;
  readonly signal: AbortSignal;
  readonly fetch: typeof fetch;
  readonly timeoutMs?: number;
  readonly mostBytes?: number;
}

const defaultTimeoutMs = 20_000;
const defaultMostBytes = 32 * 1024 * 1024;

/**
 * Asks a source for what is new. Only the address that an operator configured is asked: a redirection is refused.
 * @throws FlagtowerError `NOT_FOUND` where nobody answers, `BAD_FILE` for an answer that is none, `TOO_LARGE`
 */
export async function pull(options: PullOptions): Promise<Pulled> {
  const { url, cursor, signal, timeoutMs = defaultTimeoutMs, mostBytes = defaultMostBytes } = options;
  if (!/^https?:$/.test(new URL(url).protocol))
    throw new FlagtowerError('BAD_REQUEST', 'a source is pulled by http or https only', { place: 'pull.url' });
  const response = await ask(options.fetch, url, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    redirect: 'error',
    headers: {
      'user-agent': 'flagtower',
      ...(cursor.etag === null ? {} : { 'if-none-match': cursor.etag }),
      ...(cursor.lastModified === null ? {} : { 'if-modified-since': cursor.lastModified }),
    },
  });
  if (response.status === 304) return { body: null, hash: null, cursor };
  if (!response.ok) {
    await response.body?.cancel();
    throw new FlagtowerError('BAD_FILE', `the source answers ${String(response.status)}`, { place: 'pull.url' });
  }
  const body = await bodyOf(response, mostBytes);
  const hash = createHash('sha256').update(body).digest('hex');
  const next = { etag: response.headers.get('etag'), lastModified: response.headers.get('last-modified'), hash };
  return hash === cursor.hash || body.length === 0 ? { body: null, hash, cursor: next } : { body, hash, cursor: next };
}

async function ask(send: typeof fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    return await send(url, init);
  } catch (cause) {
    throw new FlagtowerError('NOT_FOUND', 'the source does not answer', { place: 'pull.url', cause });
  }
}

async function bodyOf(response: Response, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const stream: AsyncIterable<unknown> | null = response.body;
  for await (const chunk of stream ?? nothing()) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('an answer gives bytes');
    bytes += chunk.length;
    if (bytes > mostBytes)
      throw new FlagtowerError('TOO_LARGE', 'the source’s answer is too large', { place: 'pull.url' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function* nothing(): AsyncGenerator<never> {
  // An answer without a body.
}
