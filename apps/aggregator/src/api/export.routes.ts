import { csvOf } from '@flagtower/charts/csv';
import { FlagtowerError } from '@flagtower/contracts';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import { exportedView, exportNames } from '../exporting/exported-view.ts';
import type { Service } from '../service.ts';
import { cutQuerySchema, readCut } from './cut-query.ts';

const querystring = cutQuerySchema.extend({
  language: z.enum(['vi', 'en']).default('en'),
  source: z.string().max(63).optional(),
  unit: z.string().max(80).optional(),
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
});

/** What a screen shows, as a file. Simulated figures say so in the file. */
export const exportRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  app.route({
    method: 'GET',
    url: '/v1/export/:file',
    schema: {
      tags: ['figures'],
      summary: `A view as CSV: ${exportNames.join('.csv, ')}.csv`,
      produces: ['text/csv'],
      params: z.object({ file: z.string().regex(/^[a-z-]+\.csv$/, 'a view and .csv') }),
      querystring,
    },
    handler: async (request, reply) => {
      service.access.demandRead(request.raw);
      const name = exportNames.find((known) => `${known}.csv` === request.params.file);
      if (name === undefined)
        throw new FlagtowerError('NOT_FOUND', 'there is no such view', { remedy: `one of ${exportNames.join(', ')}` });
      const { language, ...words } = request.query;
      const { ledger, cut } = await readCut(service, words);
      const view = await exportedView(
        { db: service.store.pool, city: service.city, ledger, now: service.now() },
        { name, language, words: { ...words, at: cut.at, known: undefined, knownSeq: cut.knownSeq } },
      );
      return await reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${view.name}.csv"`)
        .send(csvOf(view));
    },
  });
  done();
};
