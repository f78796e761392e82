import { FlagtowerError, ledgerNameSchema, reportFileAnswerSchema } from '@flagtower/contracts';
import { ledgerNamed } from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Service } from '../service.ts';
import { proposeFile } from './propose-file.ts';
import { reportTemplate } from './report-template.ts';

const tags = ['reports'];
const ledgerQuery = z.object({ ledger: ledgerNameSchema.default('trial') });
const csvBytes = 1024 * 1024;

/** Figures from a table, and the table to fill in. */
export const reportFileRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const { city, store, access, now } = service;
  app.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: csvBytes }, (_request, body, parsed) => {
    parsed(null, body);
  });

  app.route({
    method: 'POST',
    url: '/v1/reports/import',
    schema: {
      tags,
      summary: 'State the figures of a CSV table (`text/csv`): all of them, or none where anything is wrong',
      querystring: ledgerQuery.extend({ dryRun: z.stringbool().default(false) }),
      response: { 200: reportFileAnswerSchema },
    },
    handler: async (request) => {
      const author = access.demandPerson(request.raw, 'steward');
      if (!Buffer.isBuffer(request.body))
        throw new FlagtowerError('UNKNOWN_FORMAT', 'the body is no table', { remedy: 'send it as text/csv' });
      const { ledger: name, dryRun } = request.query;
      const ledger = await ledgerNamed(store.pool, city.id, name);
      return await proposeFile(store.pool, { bytes: request.body, city, ledger, author, dryRun, now: now() });
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/reports/template.csv',
    schema: {
      tags,
      summary: 'The table to fill in, with a line for every stated figure',
      querystring: z.object({ lang: z.enum(['vi', 'en']).default('vi') }),
    },
    handler: async (request, reply) => {
      access.demandRead(request.raw);
      await reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="flagtower-reports.csv"')
        .send(reportTemplate(city, request.query.lang));
    },
  });
  done();
};
