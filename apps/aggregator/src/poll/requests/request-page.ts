import { FlagtowerError } from '@flagtower/contracts';
import { isXml, open311XmlThings } from '@flagtower/feeds';
import { z } from 'zod';

const listSchema = z.array(z.unknown());
const answerSchema = z.union([
  listSchema,
  z.object({ service_requests: listSchema }).transform(({ service_requests: list }) => list),
  z.object({ requests: listSchema }).transform(({ requests }) => requests),
]);
const elementSchema = z.looseObject({
  service_request_id: z.union([z.string(), z.number()]),
  service_code: z.union([z.string(), z.number()]).nullish().catch(null),
  service_name: z.string().nullish().catch(null),
  requested_datetime: z.string().nullish().catch(null),
  updated_datetime: z.string().nullish().catch(null),
});

/** An element of a page of requests, right or wrong: what is wrong with it is the reader's to say. */
export interface PagedRequest {
  readonly element: unknown;
  /** The same for the same telling of the same request. */
  readonly key: string;
  /** Epoch milliseconds; `null`: not told, or not understood. */
  readonly requestedAt: number | null;
  /** When it was updated, or requested, by the server's clock. */
  readonly stamp: number | null;
  /** Its service's code, where it does not name the service. */
  readonly namelessService: string | null;
}

/**
 * @throws FlagtowerError `BAD_FILE` where it is no list of requests
 */
export function requestPage(body: Uint8Array): PagedRequest[] {
  const answer = answerSchema.safeParse(isXml(body) ? open311XmlThings('request', body) : jsonOf(body));
  if (!answer.success)
    throw new FlagtowerError('BAD_FILE', 'the answer is no list of Open311 requests', {
      place: 'pull.url',
      remedy: 'give the address of requests.json or requests.xml',
    });
  return answer.data.map(pagedRequest);
}

function pagedRequest(element: unknown): PagedRequest {
  const parsed = elementSchema.safeParse(element);
  if (!parsed.success)
    return { element, key: JSON.stringify(element), requestedAt: null, stamp: null, namelessService: null };
  const { service_request_id: id, updated_datetime: updated, requested_datetime: requested } = parsed.data;
  const { service_code: code, service_name: name } = parsed.data;
  const requestedAt = momentOf(requested);
  return {
    element,
    key: `${String(id)} ${updated ?? ''}`,
    requestedAt,
    stamp: momentOf(updated) ?? requestedAt,
    namelessService: (name ?? '') === '' && (code ?? '') !== '' ? String(code) : null,
  };
}

/** Epoch milliseconds; `null`: none has a stamp. */
export function latestStamp(requests: readonly PagedRequest[]): number | null {
  const stamps = requests.flatMap(({ stamp }) => stamp ?? []);
  return stamps.length === 0 ? null : stamps.reduce((latest, stamp) => Math.max(latest, stamp));
}

/** Only to find our way through pages: what is committed is read by the source's own zone and mapping. */
function momentOf(text: string | null | undefined): number | null {
  const moment = Date.parse(text ?? '');
  return Number.isNaN(moment) ? null : moment;
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(
      Buffer.from(body)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    );
  } catch (cause) {
    throw new FlagtowerError('BAD_FILE', 'the answer is no whole JSON', { place: 'pull.url', cause });
  }
}
