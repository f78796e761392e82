import { inspectionSchema } from '@flagtower/contracts';
import { inspect } from '@flagtower/feeds';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Service } from '../service.ts';
import { headBytes } from './file-head.ts';

const schema = {
  tags: ['intake'],
  summary: 'What a file seems to be',
  description: 'Body: the first bytes of the file, 64 KiB are enough. Nothing of them is kept.',
  querystring: z.object({ fileName: z.string().max(255).optional() }),
  response: { 200: inspectionSchema },
};

export const inspectRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: headBytes * 4 }, (_request, body, next) =>
    next(null, body),
  );

  app.route({
    method: 'POST',
    url: '/v1/inspect',
    schema,
    handler: (request) => {
      service.access.demandRead(request.raw);
      const head: unknown = request.body;
      return inspect(
        head instanceof Uint8Array ? head.subarray(0, headBytes) : new Uint8Array(),
        request.query.fileName ?? null,
      );
    },
  });
  done();
};
