import {
  instantSchema,
  rejectionReasonSchema,
  rejectionSchema,
  settledAsSchema,
  sourceConfigSchema,
  sourceBoardRowSchema,
  sourceConductSchema,
  sourceIdSchema,
  FlagtowerError,
} from '@flagtower/contracts';
import {
  addReminder,
  closeQuarantine,
  declareSource,
  instantOf,
  ledgerNamed,
  pauseSource,
  readQuarantine,
  renewKey,
  sourceNamed,
  sourcesOf,
} from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import { replayQuarantine } from '../intake/replay-quarantine.ts';
import type { Service } from '../service.ts';
import { cutAnswerSchema, cutQuerySchema, readCut } from './cut-query.ts';
import { sourceBoard, sourceConduct } from './source-board.ts';

const tags = ['sources'];
export const quarantinedSchema = rejectionSchema.extend({
  id: z.number().int(),
  source: z.string(),
  import: z.string().nullable(),
  fileHash: z.string().nullable(),
  receivedAt: instantSchema,
  /** When it stopped to wait, and by what; `null`: it waits. */
  replayedAt: instantSchema.nullable(),
  settled: settledAsSchema.nullable(),
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
      response: { 200: cutAnswerSchema.extend({ sources: z.array(sourceBoardRowSchema) }) },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const { ledger, answer } = await readCut(service, request.query);
      return { ...answer, sources: await sourceBoard(store.pool, ledger, now()) };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/sources/:source',
    schema: {
      tags,
      summary: 'How a source kept its word: 90 days of lateness, silences, what was refused, reminders',
      params,
      querystring: ledgerQuery,
      response: { 200: sourceConductSchema },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const ledger = await ledgerNamed(store.pool, city.id, request.query.ledger);
      const conduct = await sourceConduct(store.pool, ledger, request.params.source, now());
      if (conduct === null) throw unknownSource(request.params.source);
      return conduct;
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/sources/:source/config',
    schema: {
      tags,
      summary: 'What a source declared; secrets are names of variables',
      params,
      querystring: ledgerQuery,
      response: { 200: sourceConfigSchema },
    },
    handler: async (request) => {
      access.demandAdmin(request.raw);
      const ledger = await ledgerNamed(store.pool, city.id, request.query.ledger);
      const source = await sourceNamed(store.pool, ledger.id, request.params.source);
      if (source === null) throw unknownSource(request.params.source);
      return source.config;
    },
  });

  for (const deed of ['pause', 'resume'] as const)
    app.route({
      method: 'POST',
      url: `/v1/sources/:source/${deed}`,
      schema: {
        tags,
        summary: deed === 'pause' ? 'Take nothing more from a source until it is resumed' : 'Let a paused source go on',
        params,
        querystring: ledgerQuery,
        response: { 200: z.object({ source: sourceIdSchema, pausedAt: instantSchema.nullable() }) },
      },
      handler: async (request) => {
        access.demandAdmin(request.raw);
        const ledger = await ledgerNamed(store.pool, city.id, request.query.ledger);
        const { source } = request.params;
        const at = deed === 'pause' ? now() : null;
        await pauseSource(store.pool, ledger.id, source, at);
        return { source, pausedAt: at === null ? null : instantOf(at) };
      },
    });

  app.route({
    method: 'POST',
    url: '/v1/sources/:source/reminders',
    schema: {
      tags,
      summary: 'Write down that the source’s owner was reminded; by a person with the role of a steward',
      params,
      querystring: ledgerQuery,
      response: { 200: z.object({ at: instantSchema, by: z.string() }) },
    },
    handler: async (request) => {
      const account = access.demandPerson(request.raw, 'steward');
      const ledger = await ledgerNamed(store.pool, city.id, request.query.ledger);
      const { source } = request.params;
      if ((await sourceNamed(store.pool, ledger.id, source)) === null) throw unknownSource(source);
      const at = now();
      await addReminder(store.pool, { ledgerId: ledger.id, source, by: account.id, now: at });
      return { at: instantOf(at), by: account.displayName };
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
      access.demandOperator(request.raw, 'steward');
      const ledger = await ledgerNamed(store.pool, city.id, request.query.ledger);
      return await replayQuarantine({ store, ledger, now: now() }, request.params.source);
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/quarantine/:source/close',
    schema: {
      tags,
      summary: 'Say of what waits for one reason that it will not come again; by a person with the role of a steward',
      params,
      querystring: ledgerQuery.extend({ reason: rejectionReasonSchema }),
      response: { 200: z.object({ closed: z.number().int() }) },
    },
    handler: async (request) => {
      const account = access.demandPerson(request.raw, 'steward');
      const ledger = await ledgerNamed(store.pool, city.id, request.query.ledger);
      const { source } = request.params;
      if ((await sourceNamed(store.pool, ledger.id, source)) === null) throw unknownSource(source);
      const { reason } = request.query;
      return {
        closed: await closeQuarantine(store.pool, { ledgerId: ledger.id, source, reason, by: account.id, now: now() }),
      };
    },
  });
  done();
};

function unknownSource(id: string): FlagtowerError {
  return new FlagtowerError('UNKNOWN_SOURCE', `no source ${id} in this ledger`, {
    remedy: 'GET /v1/sources lists them',
  });
}
