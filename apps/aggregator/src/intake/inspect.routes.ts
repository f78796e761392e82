import { inspectionSchema } from '@flagtower/contracts';
import { inspectFile } from '@flagtower/feeds';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Service } from '../service.ts';

/** A larger workbook can still be imported; only this look at it is refused. */
const maxWorkbookBytes = 32 * 1024 * 1024;

const schema = {
  tags: ['intake'],
  summary: 'What a file seems to be',
  description:
    'Body: the first bytes of the file, 64 KiB are enough; of a workbook (.xlsx) all of it. Nothing of them is kept.',
  querystring: z.object({ fileName: z.string().max(255).optional() }),
  response: { 200: inspectionSchema },
};

export const inspectRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxWorkbookBytes }, (_request, body, next) =>
    next(null, body),
  );

  app.route({
    method: 'POST',
    url: '/v1/inspect',
    schema,
    handler: (request) => {
      service.access.demandRead(request.raw);
      const head: unknown = request.body;
      return inspectFile(head instanceof Uint8Array ? head : new Uint8Array(), request.query.fileName ?? null);
    },
  });
  done();
};
