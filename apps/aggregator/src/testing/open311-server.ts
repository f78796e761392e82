import type { LoopbackOrigin } from './loopback-origin.ts';

/** A request as a server tells it. */
export interface ServedRequest {
  readonly service_request_id: string;
  readonly requested_datetime: string;
  readonly updated_datetime: string;
  readonly [word: string]: unknown;
}

export interface Open311Habits {
  /** Whether it knows `page`; one that does not gives the newest. Default: yes. */
  readonly pages?: boolean;
  /** Whether it knows `updated_after`. Default: yes. */
  readonly updates?: boolean;
  /** How many requests it gives at most, whatever is asked for. */
  readonly most?: number;
}

/** Answers of an Open311 server that has these requests now, newest first; `null`: it was asked for something else. */
export function open311Answer(
  requests: readonly ServedRequest[],
  url: string,
  { pages = true, updates = true, most = 1000 }: Open311Habits = {},
): string | null {
  const { pathname, searchParams: words } = new URL(url, 'http://localhost');
  if (!/requests\.(?:json|xml)$/.test(pathname)) return null;
  const moment = (name: string, otherwise: number): number => Date.parse(words.get(name) ?? '') || otherwise;
  const [from, to] = [moment('start_date', -Infinity), moment('end_date', Infinity)];
  const since = updates ? moment('updated_after', -Infinity) : -Infinity;
  const size = Math.min(Number(words.get('page_size') ?? most), most);
  const first = pages ? (Number(words.get('page') ?? 1) - 1) * size : 0;
  const told = requests
    .filter(({ requested_datetime: at }) => Date.parse(at) >= from && Date.parse(at) <= to)
    .filter(({ updated_datetime: at }) => Date.parse(at) > since)
    .toSorted((a, b) => Date.parse(b.requested_datetime) - Date.parse(a.requested_datetime));
  const page = told.slice(first, first + size);
  return pathname.endsWith('.xml') ? requestsXml(page) : JSON.stringify(page);
}

/** As XML, notes and all. */
function requestsXml(requests: readonly ServedRequest[]): string {
  const text = (value: unknown): string => {
    if (Array.isArray(value)) return value.map((note) => `<note>${text(note)}</note>`).join('');
    if (typeof value !== 'object' || value === null) return String(value);
    return Object.entries(value)
      .map(([name, of]) => `<${name}>${text(of)}</${name}>`)
      .join('');
  };
  return `<service_requests>${requests.map((each) => `<request>${text(each)}</request>`).join('')}</service_requests>`;
}

/** Serves what `requests` gives at the time. */
export function serveOpen311(
  origin: LoopbackOrigin,
  requests: () => readonly ServedRequest[],
  habits: Open311Habits = {},
): void {
  origin.handler = (request, response) => {
    const answer = open311Answer(requests(), request.url ?? '', habits);
    if (answer === null) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
  };
}
