import type { RequestsPlan } from '@flagtower/contracts';

import { commitPulled } from '../commit-pulled.ts';
import type { PollerOptions } from '../poller.ts';
import { pull, type Cursor, type Pulled } from '../pull.ts';
import type { PagedRequest } from './request-page.ts';
import { requestsUrl, servicesUrl, type RequestsAsked } from './request-url.ts';
import { readServiceNames } from './service-names.ts';

export interface RequestsOptions extends PollerOptions {
  readonly requests: RequestsPlan;
}

/** An Open311 server as one source of ours: it is asked for pages, and what they tell is committed. */
export interface RequestsServer {
  readonly ask: (asked: RequestsAsked, cursor: Cursor) => Promise<Pulled>;
  /** None at all is a sign of life. `hash`: of the page that told them. */
  readonly commit: (hash: string | null, requests: readonly PagedRequest[]) => Promise<void>;
}

export function requestsServer(options: RequestsOptions, signal: AbortSignal): RequestsServer {
  const { pull: plan, requests: words, secrets, fetch: send = fetch } = options;
  const pullFrom = (url: string) => ({ plan: { ...plan, url }, secrets, signal, fetch: send });
  let names: ReadonlyMap<string, string> | null = null;
  const named = async (requests: readonly PagedRequest[]): Promise<unknown[]> => {
    if (requests.some(({ namelessService }) => namelessService !== null))
      names ??= await readServiceNames(pullFrom(servicesUrl(plan.url, words, secrets)));
    return requests.map((request) => withServiceName(request, names));
  };
  return {
    ask: async (asked, cursor) => await pull({ ...pullFrom(requestsUrl(plan.url, words, asked, secrets)), cursor }),
    commit: async (hash, requests) => {
      const body = requests.length === 0 ? null : Buffer.from(JSON.stringify(await named(requests)));
      await commitPulled(options, { body, hash });
    },
  };
}

/** A request that tells only the code of its service gets the name that the server's own list has for it. */
function withServiceName(
  { element, namelessService }: PagedRequest,
  names: ReadonlyMap<string, string> | null,
): unknown {
  const name = namelessService === null ? undefined : names?.get(namelessService);
  return name === undefined || typeof element !== 'object' ? element : { ...element, service_name: name };
}
