import { FlagtowerError, type RequestsPlan, type SourceConfig } from '@flagtower/contracts';

import type { SourceSecrets } from '../../ops/env.ts';

/** Which requests, in the words of GeoReport v2 and of what many servers add to it; moments in epoch milliseconds. */
export type RequestsAsked =
  | { readonly updatedAfter: number; readonly page: number }
  | { readonly from: number; readonly to: number; readonly page: number };

/**
 * Address of a page of requests.
 * @throws FlagtowerError `BAD_REQUEST` where the variable of the key is not set
 */
export function requestsUrl(
  url: string,
  { pageSize, ...plan }: RequestsPlan,
  asked: RequestsAsked,
  secrets: SourceSecrets,
): string {
  const address = withServerWords(new URL(url), plan, secrets);
  const words = address.searchParams;
  if ('from' in asked) {
    words.set('start_date', secondsText(asked.from, Math.floor));
    words.set('end_date', secondsText(asked.to, Math.ceil));
  } else words.set('updated_after', secondsText(asked.updatedAfter, Math.floor));
  words.set('page', String(asked.page));
  words.set('page_size', String(pageSize));
  return address.href;
}

/** Address of the server's list of services, which lies beside its requests, in the format that these come in. */
export function servicesUrl(url: string, plan: RequestsPlan, secrets: SourceSecrets): string {
  return withServerWords(
    new URL(`services.${new URL(url).pathname.endsWith('.xml') ? 'xml' : 'json'}`, url),
    plan,
    secrets,
  ).href;
}

function withServerWords(
  address: URL,
  { jurisdictionId, apiKey }: Pick<RequestsPlan, 'jurisdictionId' | 'apiKey'>,
  secrets: SourceSecrets,
): URL {
  if (jurisdictionId !== undefined) address.searchParams.set('jurisdiction_id', jurisdictionId);
  if (apiKey === undefined) return address;
  const key = new Map(Object.entries(secrets)).get(apiKey) ?? '';
  if (key === '')
    throw new FlagtowerError('BAD_REQUEST', `the environment variable ${apiKey} is not set`, {
      place: `pull.requests.apiKey: ${apiKey}`,
      remedy: 'set it where the service starts',
    });
  address.searchParams.set('api_key', key);
  return address;
}

/** W3C's form in UTC without fractions, which not every server reads. */
function secondsText(at: number, round: (seconds: number) => number): string {
  return new Date(round(at / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

/** Of which server and what of it is read: the place in another one's requests is no place in these. A port may change. */
export function serverOf({ url, mapping, requests }: NonNullable<SourceConfig['pull']>): string {
  const { protocol, hostname, pathname, search } = new URL(url);
  return JSON.stringify([protocol, hostname, pathname, search, mapping ?? null, requests ?? null]);
}
