import {
  instantSchema,
  rejectionSchema,
  sourceConfigSchema,
  sourceIdSchema,
  sourceStatusSchema,
} from '@flagtower/contracts';
import { declareSource, ledgerNamed, readQuarantine, renewKey, sourcesOf } from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import { replayQuarantine } from '../intake/replay-quarantine.ts';
import type { Service } from '../service.ts';
import { cutAnswerSchema, cutQuerySchema, readCut } from './cut-query.ts';
import { sourceStatus } from './source-status.ts';

const tags = ['sources'];
export const quarantinedSchema = rejectionSchema.extend({
  id: z.number().int(),
  source: z.string(),
  import: z.string().nullable(),
  fileHash: z.string().nullable(),
  receivedAt: instantSchema,
  replayedAt: instantSchema.nullable(),
  replayable: z.boolean(),
});
export const replayedSchema = z.object({
  offered: z.number().int(),
  accepted: z.number().int(),
  stillRefused: z.number().int(),
});
const ledgerQuery = cutQuerySchema.pick({ ledger: true });
const params = z.object({ source: sourceIdSchema });

/** Who may send, how they keep their word, and what of theirs could not be taken. */
export const sourceRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const { city, store, access, now } = service;

  app.route({
    method: 'GET',
    url: '/v1/sources',
    schema: {
      tags,
      summary: 'The sources of a ledger',
      querystring: ledgerQuery,
      response: { 200: cutAnswerSchema.extend({ sources: z.array(sourceStatusSchema) }) },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const { ledger, answer } = await readCut(service, request.query);
      const sources = await sourcesOf(store.pool, ledger.id);
      return { ...answer, sources: sources.map((source) => sourceStatus(source, now())) };
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/sources',
    schema: {
      tags,
      summary: 'Declare a source, or change what it declared; a new one gets a key',
      body: sourceConfigSchema,
      response: { 200: z.object({ source: sourceConfigSchema, key: z.string().nullable() }) },
    },
    handler: async (request) => {
      access.demandAdmin(request.raw);
      const ledger = await ledgerNamed(store.pool, city.id, request.body.ledger);
      const before = (await sourcesOf(store.pool, ledger.id)).find(({ id }) => id === request.body.id);
      await declareSource(store.pool, ledger.id, request.body);
      const key = before === undefined ? await renewKey(store.pool, ledger.id, request.body.id) : null;
      return { source: request.body, key };
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/sources/:source/key',
    schema: {
      tags,
      summary: 'Give a source a new key; the old one ends',
      params,
      querystring: ledgerQuery,
      response: { 200: z.object({ source: sourceIdSchema, key: z.string() }) },
    },
    handler: async (request) => {
      access.demandAdmin(request.raw);
      const ledger = await ledgerNamed(store.pool, city.id, request.query.ledger);
      const { source } = request.params;
      return { source, key: await renewKey(store.pool, ledger.id, source) };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/quarantine',
    schema: {
      tags,
      summary: 'What could not be taken, newest first: places and reasons, never values',
      querystring: ledgerQuery.extend({
        source: z.string().max(63).optional(),
        limit: z.coerce.number().int().min(1).max(1000).default(100),
      }),
      response: { 200: z.object({ quarantine: z.array(quarantinedSchema) }) },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const { ledger: name, source, limit } = request.query;
      const ledger = await ledgerNamed(store.pool, city.id, name);
      return { quarantine: await readQuarantine(store.pool, ledger.id, source ?? null, limit) };
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/quarantine/:source/replay',
    schema: {
      tags,
      summary: 'Offer again what was sound but came too early',
      params,
      querystring: ledgerQuery,
      response: { 200: replayedSchema },
    },
    handler: async (request) => {
      access.demandAdmin(request.raw);
      const ledger = await ledgerNamed(store.pool, city.id, request.query.ledger);
      return await replayQuarantine({ store, ledger, now: now() }, request.params.source);
    },
  });
  done();
};
