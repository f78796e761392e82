import { FlagtowerError, problemSchema } from '@flagtower/contracts';
import type { z } from 'zod';

/** Asks a running service. */
export interface ServiceClient {
  readonly ask: <Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    words?: Readonly<Record<string, string | number | undefined>>,
    init?: RequestInit,
  ) => Promise<z.output<Schema>>;
  readonly send: (path: string, words?: Words, init?: RequestInit) => Promise<Response>;
}

type Words = Readonly<Record<string, string | number | undefined>>;

/** All calls fail with the service's own problem, or with `STORE_UNAVAILABLE` where nobody answers. */
export function serviceClient(url: string, token: string | null): ServiceClient {
  const send = async (path: string, words: Words = {}, init: RequestInit = {}): Promise<Response> => {
    const address = addressOf(url, path, words);
    const headers = new Headers(init.headers);
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    const response = await answerOf(address, { ...init, headers });
    if (response.ok) return response;
    throw await problemOf(response);
  };
  return {
    send,
    ask: async (schema, path, words, init) => {
      const answer: unknown = await (await send(path, words, init)).json();
      const parsed = schema.safeParse(answer);
      if (parsed.success) return parsed.data;
      throw new FlagtowerError('PROTOCOL_VERSION', `${path} answers what this version does not understand`, {
        remedy: 'use the command line of the version that the service has',
      });
    },
  };
}

function addressOf(url: string, path: string, words: Words): URL {
  if (!URL.canParse(url))
    throw new FlagtowerError('BAD_REQUEST', 'the address of the service is none', { place: 'url' });
  const address = new URL(path, url);
  for (const [name, value] of Object.entries(words))
    if (value !== undefined) address.searchParams.set(name, String(value));
  return address;
}

async function answerOf(address: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    throw new FlagtowerError('STORE_UNAVAILABLE', `nobody answers at ${address.origin}`, {
      remedy: 'start the service with `flagtower serve`, or leave --url out to use the data folder',
      cause,
    });
  }
}

async function problemOf(response: Response): Promise<FlagtowerError> {
  const problem = problemSchema.safeParse(await response.json().catch(() => null));
  if (!problem.success) return new FlagtowerError('INTERNAL', `the service answers ${String(response.status)}`);
  const { code, detail, remedy, place } = problem.data;
  return new FlagtowerError(code, detail, {
    ...(remedy === undefined ? {} : { remedy }),
    ...(place === undefined ? {} : { place }),
  });
}
