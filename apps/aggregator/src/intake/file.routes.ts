import { PassThrough } from 'node:stream';

import multipart from '@fastify/multipart';
import {
  FlagtowerError,
  importProgressSchema,
  ledgerNameSchema,
  mappingSchema,
  sourceIdSchema,
  zoneSchema,
  type ImportProgress,
  type Mapping,
} from '@flagtower/contracts';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import { toProblem } from '../ops/to-problem.ts';
import { instantFrom } from '../questions/moment-text.ts';
import type { Service } from '../service.ts';
import { importFile, type ImportOrder } from './import-file.ts';
import { sourceDesk } from './source-desk.ts';
import { receiveUpload } from './upload.ts';

const schema = {
  tags: ['intake'],
  summary: 'Import a file of a public standard',
  description:
    'A form: first an optional field `mapping` (JSON, or the id of a shipped one), then `file`. Answers NDJSON: progress lines, then one `done` or `failed`. Needs the source’s or the administrator’s key.',
  consumes: ['multipart/form-data'],
  produces: ['application/x-ndjson'],
  params: z.object({ source: sourceIdSchema }),
  querystring: z.object({
    ledger: ledgerNameSchema.optional(),
    format: z.string().max(40).optional(),
    zone: zoneSchema.optional(),
    asOf: z.string().optional(),
    dryRun: z.stringbool().default(false),
    fileName: z.string().max(255).optional(),
  }),
};

/** The way of a file: form → temporary file → reader → commits → summary. */
export const fileRoutes: FastifyPluginAsyncZod<{ service: Service }> = async (app, { service }) => {
  const senderOf = sourceDesk(service);
  await app.register(multipart);

  app.route({
    method: 'POST',
    url: '/v1/intake/:source/file',
    schema,
    handler: async (request, reply) => {
      const { ledger: name, format, zone, asOf, dryRun, fileName } = request.query;
      const { ledger, source } = await senderOf(request, request.params.source, name);
      const upload = await receiveUpload(request, service.dataDir);
      const lines = new PassThrough();
      let order: ImportOrder;
      try {
        order = {
          path: upload.path,
          fileName: fileName ?? upload.fileName,
          ledger,
          source,
          format: format ?? null,
          mapping: mappingFrom(upload.mapping),
          zone: zone ?? null,
          asOf: asOf === undefined ? null : instantFrom(asOf, zone ?? source.config.zone, 'asOf'),
          dryRun,
        };
      } catch (error) {
        await upload.remove();
        throw error;
      }
      void tellImport(service, order, lines).then(upload.remove);
      return await reply.type('application/x-ndjson').send(lines);
    },
  });
};

async function tellImport(service: Service, order: ImportOrder, lines: PassThrough): Promise<void> {
  const tell = (progress: ImportProgress): void => {
    lines.write(`${JSON.stringify(importProgressSchema.parse(progress))}\n`);
  };
  let toldAt = -Infinity;
  try {
    const summary = await importFile(order, {
      store: service.store,
      now: service.now,
      onProgress: (stage) => {
        if (performance.now() - toldAt < 200) return;
        toldAt = performance.now();
        tell({ state: 'running', ...stage });
      },
    });
    tell({ state: 'done', summary });
  } catch (error) {
    const problem = toProblem(error);
    if (problem.status >= 500) service.log.error({ err: error, code: problem.code }, 'import failed');
    tell({ state: 'failed', problem });
  } finally {
    lines.end();
  }
}

function mappingFrom(text: string | null): Mapping | string | null {
  if (text === null || text.trim() === '') return null;
  if (/^[a-z0-9-]+$/.test(text)) return text;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new FlagtowerError('UNKNOWN_MAPPING', 'the mapping is no JSON', { place: 'mapping', cause });
  }
  const mapping = mappingSchema.safeParse(json);
  if (mapping.success) return mapping.data;
  const wrong = mapping.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new FlagtowerError('UNKNOWN_MAPPING', `the mapping is wrong in ${wrong}`, { place: wrong });
}
