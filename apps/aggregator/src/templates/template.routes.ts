import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import { templateFile } from './template-file.ts';

const schema = {
  tags: ['intake'],
  summary: 'The import template for one-stop software',
  description:
    'A row per dossier (`dossiers`) or per change of status (`events`), as `.csv` or `.xlsx`; with `filled=true` a filled example. Both are recognised by the import without a mapping.',
  params: z.object({ file: z.string().regex(/^(dossiers|events)\.(csv|xlsx)$/, 'dossiers or events, .csv or .xlsx') }),
  querystring: z.object({ filled: z.enum(['true', 'false']).default('false') }),
};

/** Open to everybody: a link on a page carries no key, and the templates hold nothing. */
export const templateRoutes: FastifyPluginCallbackZod = (app, _options, done) => {
  app.route({
    method: 'GET',
    url: '/v1/templates/:file',
    schema,
    handler: async ({ params, query }, reply) => {
      const shape = params.file.startsWith('dossiers') ? 'dossiers' : 'events';
      const format = params.file.endsWith('.xlsx') ? 'xlsx' : 'csv';
      const { fileName, type, content } = await templateFile(shape, format, query.filled === 'true');
      return await reply.type(type).header('content-disposition', `attachment; filename="${fileName}"`).send(content);
    },
  });
  done();
};
