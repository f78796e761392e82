import {
  caseKindSchema,
  FlagtowerError,
  instantSchema,
  measureSchema,
  takenDossierEventSchema,
  unallocatedReasonSchema,
} from '@flagtower/contracts';
import { headsWithin, ledgerTime, readDossier, readDossierFacts, readDossiers } from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Service } from '../service.ts';
import { cutAnswerSchema, cutQuerySchema, readCut } from './cut-query.ts';

const unitNamesSchema = z.object({ vi: z.string(), en: z.string() }).nullable();
const dossierSchema = z.object({
  id: z.guid(),
  code: z.string(),
  source: z.string(),
  standing: z.string(),
  unit: z.string().nullable(),
  unitNames: unitNamesSchema,
  procedure: z.string().nullable(),
  channel: z.string().nullable(),
  receivedAt: instantSchema.nullable(),
  dueAt: instantSchema.nullable(),
  /** As told (`instant`, `minute`, `day`), or `computed` by a rule because nobody told it. */
  duePrecision: z.string().nullable(),
  closedAt: instantSchema.nullable(),
});
const listedSchema = dossierSchema.extend({
  /** Why it stands in the asked unit's row `unallocated`; `null`: in the row of a unit below. */
  reason: unallocatedReasonSchema.nullable(),
});
const storySchema = dossierSchema.extend({
  disagreements: z.number().int(),
  /** What the ledger counts of it, in order of time, future moments included: `overdue` from its due moment on. */
  facts: z.array(
    z.object({
      measure: measureSchema,
      at: instantSchema,
      delta: z.number(),
      unit: z.string().nullable(),
      unitNames: unitNamesSchema,
      handlingMs: z.number().nullable(),
    }),
  ),
  records: z.array(
    z.object({
      seq: z.number().int(),
      source: z.string(),
      recordedAt: instantSchema,
      retracted: z.boolean(),
      event: takenDossierEventSchema,
    }),
  ),
});

const standingSchema = z.enum(['new', 'refused', 'open', 'paused', 'closed']);

/** Lists show dossiers as they stand; a figure of the past is explained by its entries. */
const listQuerySchema = cutQuerySchema.pick({ ledger: true, geography: true }).extend({
  caseKind: caseKindSchema.default('dossier'),
  unit: z.string().max(80).optional(),
  procedure: z.string().max(80).optional(),
  channel: z.string().max(80).optional(),
  source: z.string().max(63).optional(),
  standing: standingSchema
    .or(z.array(standingSchema).max(standingSchema.options.length))
    .optional()
    .describe('may be given several times; `open` and `paused` are what figures call open'),
  unallocated: z.stringbool().default(false).describe('only those of the unit that are in none of the units below it'),
  overdue: z.stringbool().default(false),
  after: z.guid().optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
const tags = ['dossiers'];

export const dossierRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const { city, store, access, now } = service;

  app.route({
    method: 'GET',
    url: '/v1/dossiers',
    schema: {
      tags,
      summary: 'Dossiers as they stand, a page at a time',
      querystring: listQuerySchema,
      response: { 200: cutAnswerSchema.extend({ dossiers: z.array(listedSchema), next: z.guid().nullable() }) },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const {
        ledger: name,
        geography,
        caseKind,
        unit,
        procedure,
        channel,
        source,
        standing,
        unallocated,
        overdue,
        after,
        limit,
      } = request.query;
      const { ledger, cut, answer } = await readCut(service, { ledger: name, geography });
      const present = ledgerTime(ledger.clock, now());
      const dossiers = await readDossiers(
        store.pool,
        { city, at: present },
        {
          ledgerId: ledger.id,
          caseKind,
          units: headsWithin(
            city,
            { unit: unit ?? null, day: cut.geography, present },
            unallocated ? 'unallocated' : 'all',
          ),
          procedure: procedure ?? null,
          channel: channel ?? null,
          source: source ?? null,
          standing: standing === undefined ? null : [standing].flat(),
          overdueAt: overdue ? present : null,
          after: after ?? null,
          limit,
        },
      );
      return { ...answer, dossiers, next: dossiers.length < limit ? null : (dossiers.at(-1)?.id ?? null) };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/dossiers/:id',
    schema: {
      tags,
      summary: 'One dossier and everything that was told of it',
      params: z.object({ id: z.guid() }),
      querystring: cutQuerySchema,
      response: { 200: cutAnswerSchema.extend({ dossier: storySchema }) },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const { ledger, cut, answer } = await readCut(service, request.query);
      const dossier = await readDossier(
        store.pool,
        { city, at: ledgerTime(ledger.clock, now()) },
        ledger.id,
        request.params.id,
      );
      if (dossier === null) throw new FlagtowerError('NOT_FOUND', 'no such dossier in this ledger', { place: 'id' });
      const facts = await readDossierFacts(
        store.pool,
        { city, rules: store.rules },
        ledger,
        request.params.id,
        cut.knownSeq,
      );
      const records = dossier.records.filter(({ seq }) => seq <= cut.knownSeq);
      return { ...answer, dossier: { ...dossier, facts, records } };
    },
  });
  done();
};
