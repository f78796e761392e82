import { FlagtowerError, type SourceConfig } from '@flagtower/contracts';

import type { SourceSecrets } from '../ops/env.ts';
import type { Cursor } from './pull.ts';

/**
 * What a source is asked with. Its secrets come from the environment and go nowhere else.
 * @throws FlagtowerError `BAD_REQUEST` where a variable that the configuration names is not set: the name, never a value
 */
export function requestOf(
  { method = 'GET', body, headers = {}, secretHeaders = {} }: NonNullable<SourceConfig['pull']>,
  secrets: SourceSecrets,
  { etag, lastModified }: Cursor,
): Pick<RequestInit, 'method' | 'body' | 'headers'> {
  const secret = new Map(Object.entries(secrets));
  // Of a packed answer that was cut off and ends in order, `fetch` gives what could be unpacked: half a list would pass for a whole one.
  const asked = new Headers({ 'user-agent': 'flagtower', 'accept-encoding': 'identity', ...headers });
  for (const [header, name] of Object.entries(secretHeaders)) {
    const value = secret.get(name) ?? '';
    if (value === '')
      throw new FlagtowerError('BAD_REQUEST', `the environment variable ${name} is not set`, {
        place: `pull.secretHeaders.${header}: ${name}`,
        remedy: 'set it where the service starts',
      });
    asked.set(header, value);
  }
  if (etag !== null) asked.set('if-none-match', etag);
  if (lastModified !== null) asked.set('if-modified-since', lastModified);
  return { method, headers: asked, ...(method === 'POST' && body !== undefined ? { body } : {}) };
}
