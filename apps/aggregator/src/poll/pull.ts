import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { FlagtowerError, type SourceConfig } from '@flagtower/contracts';
import { z } from 'zod';

import type { SourceSecrets } from '../ops/env.ts';
import { noAnswer } from './no-answer.ts';
import { requestOf } from './pull-request.ts';
import { refusal } from './refusal.ts';

export const cursorSchema = z.object({
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  hash: z.string().nullable(),
});
/** What the last answer that was committed said of itself, so that an unchanged one need not be sent again. */
export type Cursor = Readonly<z.infer<typeof cursorSchema>>;

export const firstCursor: Cursor = { etag: null, lastModified: null, hash: null };

/** So often in a row the word of a source is taken that nothing is new. */
const mostNotModified = 60;

/**
 * With what a source is asked that said so often in a row that nothing is new: now and then for all that it has, for some forget to
 * change their tags.
 */
export function askedAnew(cursor: Cursor, notModified: number): Cursor {
  return notModified < mostNotModified ? cursor : { ...firstCursor, hash: cursor.hash };
}

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
 * @throws FlagtowerError by what `noAnswer` and `refusal` make of it; `SOURCE_GIVES_PAGE` for a page in place of data, `TOO_LARGE`, and
 *   `BAD_FILE` for a packed answer that cannot be unpacked
 */
export async function pull({ plan, secrets, cursor, signal, fetch: send }: PullOptions): Promise<Pulled> {
  const timeout = AbortSignal.timeout((plan.timeoutSeconds ?? defaultTimeoutSeconds) * 1000);
  const request = requestOf(plan, secrets, cursor);
  try {
    const response = await send(plan.url, {
      ...request,
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
    });
    if (response.status === 204 || (response.status === 304 && isConditional(cursor)))
      return { body: null, hash: null, cursor };
    if (!response.ok) {
      await response.body?.cancel();
      throw refusal(response);
    }
    const mostBytes = plan.mostBytes ?? defaultMostBytes;
    const body = await unpacked(await bodyOf(response, mostBytes), mostBytes);
    demandData(body);
    const hash = createHash('sha256').update(body).digest('hex');
    const next = { etag: response.headers.get('etag'), lastModified: response.headers.get('last-modified'), hash };
    return { body: hash === cursor.hash ? null : body, hash, cursor: next };
  } catch (cause) {
    throw cause instanceof FlagtowerError ? cause : noAnswer(cause, timeout.aborted);
  }
}

/** "Not modified" is an answer only to who said what it has. */
function isConditional({ etag, lastModified }: Cursor): boolean {
  return etag !== null || lastModified !== null;
}

async function bodyOf(response: Response, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const stream: AsyncIterable<unknown> | null = response.body;
  for await (const chunk of stream ?? nothing()) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('an answer gives bytes');
    bytes += chunk.length;
    if (bytes > mostBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(cause?: unknown): FlagtowerError {
  return new FlagtowerError('TOO_LARGE', 'the source’s answer is too large', {
    place: 'pull.mostBytes',
    remedy: 'raise pull.mostBytes if it is right',
    cause,
  });
}

/** Many servers give a packed file as it lies there, and do not call it packed. */
async function unpacked(body: Uint8Array, mostBytes: number): Promise<Uint8Array> {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  try {
    return await promisify(gunzip)(body, { maxOutputLength: mostBytes });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(cause);
    throw new FlagtowerError('BAD_FILE', 'the packed answer of the source is damaged or cut off', {
      place: 'pull.url',
      remedy: 'it is asked again by itself; tell its operator if this goes on',
      cause,
    });
  }
}

/** A log-in page or a proxy's excuse comes with 200 too; none of what we read is HTML. */
function demandData(body: Uint8Array): void {
  const head = Buffer.from(body.subarray(0, 512))
    .toString('latin1')
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart();
  if (/^<(?:!doctype html|html)\b/i.test(head))
    throw new FlagtowerError('SOURCE_GIVES_PAGE', 'the source answers with a web page in place of data', {
      place: 'pull.url',
      remedy: 'give the address of the data itself; where it wants people to sign in, ask its operator for a key',
    });
}

async function* nothing(): AsyncGenerator<never> {
  // An answer without a body.
}
