import { FlagtowerError, instantSchema, ledgerNameSchema, mappingSchema } from '@flagtower/contracts';
import { shippedMappings } from '@flagtower/feeds';
import { instantOf, ledgerNamed, ledgersOf, ledgerTime, setClock, type Ledger } from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Service } from '../service.ts';

const ledgerSchema = z.object({
  name: ledgerNameSchema,
  city: z.string(),
  zone: z.string(),
  knownSeq: z.number().int(),
  lastRecordedAt: instantSchema.nullable(),
  driven: z.boolean(),
  clock: instantSchema,
  speed: z.number(),
});

/** `real`, or driven from a moment (default: the ledger's present) at a speed. */
const clockSchema = z.union([
  z.strictObject({ clock: z.literal('real') }),
  z.strictObject({ at: instantSchema.optional(), speed: z.number().min(0).max(100_000_000) }),
]);
const params = z.object({ ledger: ledgerNameSchema });
const tags = ['ledgers'];

/** The books of the city and how their time runs. */
export const ledgerRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const { city, store, access, now } = service;

  app.route({
    method: 'GET',
    url: '/v1/ledgers',
    schema: { tags, summary: 'The ledgers', response: { 200: z.object({ ledgers: z.array(ledgerSchema) }) } },
    handler: async (request) => {
      access.demandRead(request.raw);
      return { ledgers: (await ledgersOf(store.pool, city.id)).map((ledger) => ledgerView(ledger, now())) };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/ledgers/:ledger/clock',
    schema: { tags, summary: 'A ledger’s time', params, response: { 200: ledgerSchema } },
    handler: async (request) => {
      access.demandRead(request.raw);
      return ledgerView(await ledgerNamed(store.pool, city.id, request.params.ledger), now());
    },
  });

  app.route({
    method: 'PUT',
    url: '/v1/ledgers/:ledger/clock',
    schema: { tags, summary: 'Drive a ledger’s time', params, body: clockSchema, response: { 200: ledgerSchema } },
    handler: async (request) => {
      access.demandAdmin(request.raw);
      if (request.params.ledger === 'real' && !('clock' in request.body))
        throw new FlagtowerError('FORBIDDEN', 'the real ledger has the real time', { place: 'ledger' });
      const ledger = await ledgerNamed(store.pool, city.id, request.params.ledger);
      const at = now();
      await setClock(
        store.pool,
        ledger.id,
        'clock' in request.body
          ? { kind: 'real' }
          : {
              kind: 'driven',
              anchorReal: at,
              anchorLedger: request.body.at === undefined ? ledgerTime(ledger.clock, at) : Date.parse(request.body.at),
              speed: request.body.speed,
            },
      );
      return ledgerView(await ledgerNamed(store.pool, city.id, ledger.name), now());
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/mappings',
    schema: {
      tags: ['intake'],
      summary: 'The mappings that come with the product',
      response: {
        200: z.object({
          mappings: z.array(z.object({ id: z.string(), format: z.string(), mapping: mappingSchema })),
        }),
      },
    },
    handler: (request) => {
      access.demandRead(request.raw);
      return { mappings: shippedMappings.map(({ id, format, mapping }) => ({ id, format, mapping })) };
    },
  });
  done();
};

function ledgerView(ledger: Ledger, now: number): z.output<typeof ledgerSchema> {
  return {
    name: ledger.name,
    city: ledger.city,
    zone: ledger.zone,
    knownSeq: ledger.lastSeq,
    lastRecordedAt: ledger.lastRecordedAt === null ? null : instantOf(ledger.lastRecordedAt),
    driven: ledger.clock.kind === 'driven',
    clock: instantOf(ledgerTime(ledger.clock, now)),
    speed: ledger.clock.kind === 'driven' ? ledger.clock.speed : 1,
  };
}
