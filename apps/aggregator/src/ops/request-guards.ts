import rateLimit from '@fastify/rate-limit';
import { FlagtowerError } from '@flagtower/contracts';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

import { isFromHere } from '../auth/access.ts';
import { demandKnownHost } from '../auth/known-hosts.ts';
import type { Metrics } from './metrics.ts';

/** A minute of one machine elsewhere; this machine is not limited, its simulator and its importer are ours. */
const requestsAMinute = 1200;

export interface RequestGuardsOptions {
  readonly knownHosts: ReadonlySet<string>;
  readonly metrics: Metrics;
}

/** What holds for every request: a name of ours, not too many, and counted. */
export const requestGuards = fp<RequestGuardsOptions>(
  async (app: FastifyInstance, { knownHosts, metrics }) => {
    app.addHook('onRequest', (request, _reply, next) => {
      demandKnownHost(request.raw.headers.host, knownHosts);
      next();
    });
    app.addHook('onResponse', (request, reply, next) => {
      const route = request.routeOptions.url ?? 'none';
      metrics.requestSeconds.observe({ route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
      next();
    });
    await app.register(rateLimit, {
      max: requestsAMinute,
      timeWindow: '1 minute',
      allowList: (request) => isFromHere(request.raw),
      errorResponseBuilder: (_request, { after }) =>
        new FlagtowerError('TOO_MANY_REQUESTS', 'too many requests from this address', {
          remedy: `try again in ${after}`,
        }),
    });
  },
  { name: 'request-guards' },
);
