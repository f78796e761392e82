import {
  countedDossierSchema,
  drillComparisonSchema,
  drillLevelSchema,
  drillPeriodSchema,
  restatementsSchema,
} from '@flagtower/contracts';
import { readCountedDossiers, readRestatements } from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import { readDrillLevel } from '../questions/drill-level.ts';
import { kpiQueryOf, type KpiDesk } from '../questions/kpi-question.ts';
import { instantFrom } from '../questions/moment-text.ts';
import type { Service } from '../service.ts';
import { cutAnswerSchema, cutQuerySchema, readCut, type CutRead } from './cut-query.ts';

const scopeSchema = cutQuerySchema.extend({
  unit: z.string().max(80).optional().describe('a unit and those below it'),
  procedure: z.string().max(80).optional().describe('a procedure code; empty: told without one'),
  group: z.string().max(80).optional().describe('a group of the catalogue, or `other`'),
});
const momentSchema = z.string().max(40);
const figureSchema = scopeSchema.extend({
  source: z.string().max(63).optional().describe('only what this source told'),
  from: momentSchema.optional().describe('a day or an instant, included'),
  to: momentSchema.optional().describe('a day or an instant, excluded'),
});
const paramsSchema = z.object({ id: z.string().max(80) });
const tags = ['figures'];

/** What the leaders' pages ask: a level with everything on it, the dossiers behind a figure, and what became of one. */
export const drillRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const { city, store, access, now } = service;
  const deskOf = ({ ledger }: CutRead): KpiDesk => ({ db: store.pool, city, ledger, now: now() });
  const queryOf = async (
    read: CutRead,
    kpi: string,
    words: z.output<typeof figureSchema>,
  ): ReturnType<typeof kpiQueryOf> => ({
    ...(await kpiQueryOf(deskOf(read), kpi, { ...words, known: undefined, knownSeq: read.cut.knownSeq })),
    at: read.cut.at,
  });

  app.route({
    method: 'GET',
    url: '/v1/drill',
    schema: {
      tags,
      summary: 'One level of the drill-down: cards, trend, children, procedures and channels at one cut',
      querystring: scopeSchema.extend({
        period: drillPeriodSchema.default('month'),
        comparison: drillComparisonSchema.default('before'),
        from: momentSchema.optional().describe('first day of a custom period'),
        to: momentSchema.optional().describe('the day after the last of a custom period'),
        measure: z.string().max(80).default('dossiers.received').describe('the figure of the trend'),
      }),
      response: { 200: cutAnswerSchema.extend({ level: drillLevelSchema }) },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const { from, to, unit, procedure, group, period, comparison, measure, ...words } = request.query;
      const read = await readCut(service, words);
      const momentOf = (text: string | undefined, place: string): number | null =>
        text === undefined ? null : Date.parse(instantFrom(text, read.ledger.zone, place));
      const level = await readDrillLevel(deskOf(read), {
        unit,
        procedure,
        group,
        period,
        comparison,
        from: momentOf(from, 'from'),
        to: momentOf(to, 'to'),
        measure,
        cut: read.cut,
      });
      return { ...read.answer, level };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/kpis/:id/dossiers',
    schema: {
      tags,
      summary: 'The dossiers that a figure counts, a page at a time',
      params: paramsSchema,
      querystring: figureSchema.extend({
        unallocated: z
          .stringbool()
          .default(false)
          .describe('only those of the unit that are in none of the units below it'),
        after: z.string().max(120).optional().describe('`next` of the page before'),
        limit: z.coerce.number().int().min(1).max(1000).default(100),
      }),
      response: {
        200: cutAnswerSchema.extend({ dossiers: z.array(countedDossierSchema), next: z.string().nullable() }),
      },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const { after, limit, unallocated, ...words } = request.query;
      const read = await readCut(service, words);
      const query = await queryOf(read, request.params.id, words);
      const { dossiers, next } = await readCountedDossiers(deskOf(read), query, {
        after: after ?? null,
        limit,
        unallocated,
      });
      return { ...read.answer, dossiers: [...dossiers], next };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/kpis/:id/restatements',
    schema: {
      tags,
      summary: 'What became of a figure since an earlier moment of knowledge',
      params: paramsSchema,
      querystring: figureSchema.extend({ since: momentSchema.describe('what was known then is held against the cut') }),
      response: { 200: cutAnswerSchema.extend({ restatements: restatementsSchema }) },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const { since, ...words } = request.query;
      const read = await readCut(service, words);
      const query = await queryOf(read, request.params.id, words);
      const moment = Date.parse(instantFrom(since, read.ledger.zone, 'since'));
      return { ...read.answer, restatements: await readRestatements(deskOf(read), query, moment) };
    },
  });
  done();
};
