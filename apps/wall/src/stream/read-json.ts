import { FlagtowerError, problemSchema } from '@flagtower/contracts';
import type { z } from 'zod';

import { takeEarly } from './asked-early.ts';
import { headersOf } from './json-headers.ts';
import { readToken } from './read-token.ts';

export interface Asking {
  readonly signal?: AbortSignal;
  /** In place of the read token: the admin key, where the page has one. */
  readonly key?: string | null;
}

/**
 * Asks the service for JSON in a shape.
 * @throws FlagtowerError `STORE_UNAVAILABLE` without contact, the service's own code where it says no, `INTERNAL` where
 *   the answer has another shape
 */
export async function readJson<T>(path: string, schema: z.ZodType<T>, { signal, key }: Asking = {}): Promise<T> {
  const answer = await fetched(path, {
    ...(signal === undefined ? {} : { signal }),
    headers: headersOf(key ?? readToken()),
  });
  const parsed = schema.safeParse(await jsonOf(answer));
  if (!parsed.success) throw new FlagtowerError('INTERNAL', 'the answer has an unknown shape', { place: path });
  return parsed.data;
}

/** `fetch` whose every "no" is a `FlagtowerError`. */
export async function fetched(path: string, init: RequestInit): Promise<Response> {
  const answer = await reached(path, init);
  if (answer.ok) return answer;
  const problem = problemSchema.safeParse(await jsonOf(answer));
  if (!problem.success) throw new FlagtowerError('INTERNAL', `the service answers ${answer.status}`, { place: path });
  const { code, detail, remedy, place } = problem.data;
  throw new FlagtowerError(code, detail, {
    ...(remedy === undefined ? {} : { remedy }),
    ...(place === undefined ? {} : { place }),
  });
}

async function reached(path: string, init: RequestInit): Promise<Response> {
  try {
    return await (takeEarly(path) ?? fetch(path, init));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new FlagtowerError('STORE_UNAVAILABLE', 'the service cannot be reached', { place: path, cause: error });
  }
}

async function jsonOf(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    // Not JSON: no schema takes it, and the caller says so.
    return null;
  }
}
