import {
  breakdownSchema,
  entityIdSchema,
  explanationSchema,
  FlagtowerError,
  kpiAnswerSchema,
} from '@flagtower/contracts';
import { explainKpi, readKpi } from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import { kpiQueryOf, type KpiDesk } from '../questions/kpi-question.ts';
import type { Service } from '../service.ts';
import { cutAnswerSchema, cutQuerySchema, readCut, type CutRead } from './cut-query.ts';

const questionSchema = cutQuerySchema.extend({
  source: z.string().max(63).optional().describe('only what this source told'),
  unit: z.string().max(80).optional().describe('a unit and those below it'),
  procedure: z.string().max(80).optional().describe('a procedure code; empty: told without one'),
  group: z.string().max(80).optional().describe('a group of the catalogue, or `other`'),
  from: z.string().max(40).optional().describe('a day or an instant, included'),
  to: z.string().max(40).optional().describe('a day or an instant, excluded'),
  by: breakdownSchema.optional(),
  entity: entityIdSchema.optional().describe('measured figures and notices: only of this thing'),
});
/** As many rows as a breakdown by thing tells where nobody asks for more. */
const rowsAPage = 100;
const partSchema = questionSchema.extend({
  page: z.coerce.number().int().min(0).default(0).describe('of a breakdown by entity'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(rowsAPage)
    .describe('rows a page of a breakdown by entity, the worst first'),
});
const paramsSchema = z.object({ id: z.string().max(80) });
const tags = ['figures'];

/** Figures, each with the cut it speaks of. */
export const kpiRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const { city, store, access, now } = service;
  const deskOf = ({ ledger }: CutRead): KpiDesk => ({ db: store.pool, city, ledger, now: now() });
  const queryOf = async (
    read: CutRead,
    kpi: string,
    words: z.output<typeof questionSchema> & { readonly page?: number; readonly limit?: number },
  ): ReturnType<typeof kpiQueryOf> => ({
    ...(await kpiQueryOf(deskOf(read), kpi, { ...words, known: undefined, knownSeq: read.cut.knownSeq })),
    at: read.cut.at,
    geography: read.cut.geography,
  });

  app.route({
    method: 'GET',
    url: '/v1/kpis',
    schema: {
      tags,
      summary: 'Several figures at one cut',
      querystring: questionSchema.extend({
        kpi: z
          .union([z.string(), z.array(z.string()).max(100)])
          .optional()
          .describe('ids; default: all'),
      }),
      response: { 200: cutAnswerSchema.extend({ answers: z.array(kpiAnswerSchema) }) },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const { kpi, ...words } = request.query;
      const read = await readCut(service, words);
      const answers = [];
      for (const id of kpi === undefined ? city.kpis.map((definition) => definition.id) : [kpi].flat()) {
        try {
          answers.push(await readKpi(deskOf(read), await queryOf(read, id, words)));
        } catch (error) {
          // Who asks for all figures by channel means those that have channels.
          if (kpi !== undefined || !hasNoBreakdown(error)) throw error;
        }
      }
      return { ...read.answer, answers };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/kpis/:id',
    schema: {
      tags,
      summary: 'One figure',
      params: paramsSchema,
      querystring: partSchema,
      response: { 200: kpiAnswerSchema },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const { page, limit, ...words } = request.query;
      const read = await readCut(service, words);
      const part = words.by === 'entity' ? { ...words, page, limit } : words;
      return await readKpi(deskOf(read), await queryOf(read, request.params.id, part));
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/kpis/:id/explain',
    schema: {
      tags,
      summary: 'Why this number: definition, balances, entries, records',
      params: paramsSchema,
      querystring: questionSchema.omit({ by: true }).extend({ page: z.coerce.number().int().min(0).default(0) }),
      response: { 200: explanationSchema },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const read = await readCut(service, request.query);
      return await explainKpi(deskOf(read), await queryOf(read, request.params.id, request.query), request.query.page);
    },
  });
  done();
};

function hasNoBreakdown(error: unknown): boolean {
  return error instanceof FlagtowerError && error.code === 'BAD_REQUEST' && error.message.includes('breakdown');
}
