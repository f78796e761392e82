import type { z } from 'zod';

import { fetched } from '../stream/read-json.ts';

/**
 * Sends JSON with the browser's session and reads the answer in a shape.
 * @param body `undefined`: none
 * @throws FlagtowerError the service's own
 */
export async function sendJson<T>(
  method: 'POST' | 'PATCH',
  path: string,
  schema: z.ZodType<T>,
  body?: object,
): Promise<T> {
  const answer = await fetched(path, {
    method,
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return schema.parse(await answer.json());
}
