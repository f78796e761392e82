import { entityIdSchema, feedEntitySchema, feedIdSchema, thingDaySchema } from '@flagtower/contracts';
import { readLatestValues, readThingDay, sourcesOf } from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Service } from '../service.ts';
import { cutAnswerSchema, cutQuerySchema, readCut } from './cut-query.ts';
import { entitiesOf } from './feed-entities.ts';

const dayMs = 86_400_000;

/** Measured things. */
export const feedRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const { store, city, access, now } = service;
  const tags = ['feeds'];

  app.route({
    method: 'GET',
    url: '/v1/feeds/:id',
    schema: {
      tags,
      summary: 'The latest values of the things of a feed, of the last 24 hours',
      params: z.object({ id: feedIdSchema }),
      querystring: cutQuerySchema.pick({ ledger: true }),
      response: { 200: cutAnswerSchema.extend({ entities: z.array(feedEntitySchema) }) },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const { ledger, cut, answer } = await readCut(service, request.query);
      const values = await readLatestValues(store.pool, ledger.id, {
        feed: request.params.id,
        sinceSeq: 0,
        after: Date.parse(cut.at) - dayMs,
      });
      return {
        ...answer,
        entities: entitiesOf(values, await sourcesOf(store.pool, ledger.id), { now: now(), clock: ledger.clock }),
      };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/feeds/:id/entities/:entity',
    schema: {
      tags,
      summary: 'One thing of a feed: its place, its last tellings and its values of the 24 hours before the cut',
      params: z.object({ id: feedIdSchema, entity: entityIdSchema }),
      querystring: cutQuerySchema,
      response: { 200: cutAnswerSchema.extend({ thing: thingDaySchema }) },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const { ledger, cut, answer } = await readCut(service, request.query);
      const { id: feed, entity } = request.params;
      const question = {
        ledgerId: ledger.id,
        feed,
        entity,
        at: Date.parse(cut.at),
        knownSeq: cut.knownSeq,
        clocks: { now: now(), clock: ledger.clock },
      };
      return { ...answer, thing: await readThingDay(store.pool, city, question) };
    },
  });
  done();
};
