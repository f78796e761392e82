import {
  FlagtowerError,
  ledgerNameSchema,
  listedProposalSchema,
  listedReportSchema,
  reportDraftSchema,
  reportProposalSchema,
  type ListedReport,
  type ReportDraft,
} from '@flagtower/contracts';
import { checkReport, statedDefinition } from '@flagtower/domain';
import {
  addProposals,
  approveReport,
  ledgerNamed,
  readProposals,
  readStatedFigures,
  rejectReport,
  withdrawReport,
} from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import { cutAnswerSchema, cutQuerySchema, readCut } from '../api/cut-query.ts';
import { unitNames, unitOn } from '../api/unit-names.ts';
import type { Service } from '../service.ts';
import { ledgerToday } from './ledger-today.ts';

const tags = ['reports'];
const ledgerQuery = z.object({ ledger: ledgerNameSchema.default('trial') });
const params = z.object({ id: z.uuid() });

/** Figures that are stated: read by everybody, entered by stewards, shown once a second person has approved them. */
export const reportRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const { city, store, access, now } = service;
  const named = <Told extends Pick<ReportDraft, 'period'> & { readonly unit: string }>(
    told: Told,
  ): Told & Pick<ListedReport, 'unitNames'> => ({
    ...told,
    unitNames: unitNames(unitOn(city, told.unit, told.period.to), told.unit),
  });

  app.route({
    method: 'GET',
    url: '/v1/reports',
    schema: {
      tags,
      summary: 'Stated figures in all their versions, as they were known',
      querystring: cutQuerySchema.extend({
        indicator: z.string().max(80).optional(),
        unit: z.string().max(80).optional(),
      }),
      response: { 200: cutAnswerSchema.extend({ reports: z.array(listedReportSchema) }) },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const { indicator, unit, ...words } = request.query;
      const { ledger, cut, answer } = await readCut(service, words);
      const question = { city, ledger, indicator: indicator ?? null, knownSeq: cut.knownSeq };
      const told = await readStatedFigures(store.pool, question);
      return { ...answer, reports: told.filter((report) => unit === undefined || report.unit === unit).map(named) };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/reports/proposals',
    schema: {
      tags,
      summary: 'Figures that wait for a second person, and what was decided',
      querystring: ledgerQuery.extend({ state: reportProposalSchema.shape.state.optional() }),
      response: { 200: z.object({ proposals: z.array(listedProposalSchema) }) },
    },
    handler: async (request) => {
      access.demandPerson(request.raw, 'steward');
      const ledger = await ledgerNamed(store.pool, city.id, request.query.ledger);
      const proposals = await readProposals(store.pool, ledger.id, request.query.state ?? null);
      return { proposals: proposals.map(named) };
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/reports/proposals',
    schema: {
      tags,
      summary: 'State a figure; it shows once a second person has approved it',
      querystring: ledgerQuery,
      body: reportDraftSchema,
      response: { 200: z.object({ id: z.uuid() }) },
    },
    handler: async (request) => {
      const author = access.demandPerson(request.raw, 'steward');
      const ledger = await ledgerNamed(store.pool, city.id, request.query.ledger);
      const definition = statedDefinition(city, request.body.indicator);
      const [issue] = checkReport(city, request.body, ledgerToday(ledger, now()));
      if (issue !== undefined || definition === null)
        throw new FlagtowerError(
          'BAD_REQUEST',
          `this figure cannot be stated: ${issue?.reason ?? 'unknown-indicator'}`,
          {
            place: issue?.field ?? 'indicator',
          },
        );
      const proposal = { ...request.body, unitOfMeasure: definition.unitOfMeasure };
      const [id = ''] = await addProposals(store.pool, ledger, [proposal], { author: author.id, now: now() });
      return { id };
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/reports/proposals/:id/approve',
    schema: {
      tags,
      summary: 'Approve a figure of somebody else’s: it becomes a record of the ledger',
      params,
      querystring: ledgerQuery,
      response: { 200: reportProposalSchema },
    },
    handler: async (request) => {
      const by = access.demandPerson(request.raw, 'approver');
      const ledger = await ledgerNamed(store.pool, city.id, request.query.ledger);
      return await approveReport(store.pool, { ledger, id: request.params.id, by, now: now() });
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/reports/proposals/:id/withdraw',
    schema: {
      tags,
      summary: 'Take a figure of one’s own back before anybody decided on it',
      params,
      querystring: ledgerQuery,
      response: { 200: reportProposalSchema },
    },
    handler: async (request) => {
      const by = access.demandPerson(request.raw, 'steward');
      const ledger = await ledgerNamed(store.pool, city.id, request.query.ledger);
      return await withdrawReport(store.pool, { ledger, id: request.params.id, by, now: now() });
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/reports/proposals/:id/reject',
    schema: {
      tags,
      summary: 'Reject a figure, and say why',
      params,
      querystring: ledgerQuery,
      body: z.strictObject({ reason: z.string().trim().min(3).max(300) }),
      response: { 200: reportProposalSchema },
    },
    handler: async (request) => {
      const by = access.demandPerson(request.raw, 'approver');
      const ledger = await ledgerNamed(store.pool, city.id, request.query.ledger);
      const decision = { ledger, id: request.params.id, by, now: now() };
      return await rejectReport(store.pool, decision, request.body.reason);
    },
  });
  done();
};
