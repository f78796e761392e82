import { importEntrySchema, ledgerNameSchema } from '@flagtower/contracts';
import { importsOf, ledgerNamed, retractImport } from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Service } from '../service.ts';

export const retractionSchema = z.object({
  import: z.string(),
  knownSeq: z.number().int(),
  records: z.number().int(),
  dossiers: z.number().int(),
});

/** What was imported, and how a wrong file is undone: by a commit of its own. */
export const importRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const { store, city, access, now } = service;

  app.route({
    method: 'GET',
    url: '/v1/imports',
    schema: {
      tags: ['intake'],
      summary: 'Imports of a ledger, newest first',
      querystring: z.object({ ledger: ledgerNameSchema.default('trial') }),
      response: { 200: z.object({ imports: z.array(importEntrySchema) }) },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const ledger = await ledgerNamed(store.pool, city.id, request.query.ledger);
      return { imports: await importsOf(store.pool, ledger.id) };
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/imports/:id/retract',
    schema: {
      tags: ['intake'],
      summary: 'Undo a wrong file',
      params: z.object({ id: z.string().max(80) }),
      response: { 200: retractionSchema },
    },
    handler: async (request) => {
      access.demandAdmin(request.raw);
      return await retractImport(store, request.params.id, now());
    },
  });
  done();
};
