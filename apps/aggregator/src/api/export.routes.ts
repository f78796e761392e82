import { FlagtowerError, kpiIdSchema } from '@flagtower/contracts';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import { exportedView, exportNames } from '../exporting/exported-view.ts';
import { exportFormats, exportTypes, viewFile } from '../exporting/view-file.ts';
import type { Service } from '../service.ts';
import { cutQuerySchema, readCut } from './cut-query.ts';

const querystring = cutQuerySchema.extend({
  language: z.enum(['vi', 'en']).default('en'),
  source: z.string().max(63).optional(),
  unit: z.string().max(80).optional(),
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
  kpi: kpiIdSchema.optional().describe('of a trend; default: dossiers.received'),
});

const filePattern = new RegExp(`^([a-z-]+)\\.(${exportFormats.join('|')})$`);

/** What a screen shows, as a file. Simulated figures say so in the file. */
export const exportRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  app.route({
    method: 'GET',
    url: '/v1/export/:file',
    schema: {
      tags: ['figures'],
      summary: `A view as a file: ${exportNames.join(', ')}, with the ending ${exportFormats.join(', ')}`,
      produces: Object.values(exportTypes),
      params: z.object({ file: z.string().regex(filePattern, `a view and one of ${exportFormats.join(', ')}`) }),
      querystring,
    },
    handler: async (request, reply) => {
      service.access.demandRead(request.raw);
      const [, asked, ending] = filePattern.exec(request.params.file) ?? [];
      const name = exportNames.find((known) => known === asked);
      const format = exportFormats.find((known) => known === ending);
      if (name === undefined || format === undefined)
        throw new FlagtowerError('NOT_FOUND', 'there is no such view', { remedy: `one of ${exportNames.join(', ')}` });
      const { language, kpi, ...words } = request.query;
      const { ledger, cut } = await readCut(service, words);
      const exported = await exportedView(
        { db: service.store.pool, city: service.city, ledger, now: service.now() },
        { name, language, kpi, words: { ...words, at: cut.at, known: undefined, knownSeq: cut.knownSeq } },
      );
      const file = await viewFile(exported, format);
      return await reply
        .type(exportTypes[format])
        .header('content-disposition', `attachment; filename="${exported.view.name}.${format}"`)
        .send(file);
    },
  });
  done();
};
