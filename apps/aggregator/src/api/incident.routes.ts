import {
  cityStageSchema,
  deedRole,
  incidentDeedSchema,
  incidentIdSchema,
  incidentLogLineSchema,
  incidentStateSchema,
  ledgerNameSchema,
  listedIncidentSchema,
  raisedIncidentSchema,
} from '@flagtower/contracts';
import { localDay } from '@flagtower/domain';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Service } from '../service.ts';
import { cutAnswerSchema, cutQuerySchema, readCut } from './cut-query.ts';
import { incidentLog } from './incident-log.ts';
import { actOn, incidentsAt, incidentWith, listed, raise, sourcesById, stageAt } from './incident-questions.ts';
import { demandKnown } from './raised-incident.ts';

const tags = ['incidents'];
const hourMs = 3_600_000;

const listQuery = cutQuerySchema.extend({
  center: z.string().max(40).optional(),
  state: z
    .enum([...incidentStateSchema.options, 'open'])
    .optional()
    .describe('`open`: raised or acknowledged; default: those, and what was closed in `closedHours`'),
  minSeverity: z.coerce.number().int().min(1).max(4).default(1),
  closedHours: z.coerce
    .number()
    .min(0)
    .max(24 * 366)
    .default(24)
    .describe('how far back closed ones are told'),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
});
const detailSchema = cutAnswerSchema.extend({
  incident: listedIncidentSchema,
  log: z.array(incidentLogLineSchema),
});
const params = z.object({ id: incidentIdSchema });
const ledgerQuery = z.object({ ledger: ledgerNameSchema.default('trial') });

/** Incidents: read by everybody who may read; acted on by people who are signed in, with their name and reason. */
export const incidentRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const { access } = service;

  app.route({
    method: 'GET',
    url: '/v1/incidents',
    schema: {
      tags,
      summary: 'Incidents at the cut, what needs somebody first; and the stage that the open ones make',
      querystring: listQuery,
      response: {
        200: cutAnswerSchema.extend({
          stage: cityStageSchema.nullable(),
          /** That fit, before `limit`. */
          total: z.number().int(),
          incidents: z.array(listedIncidentSchema),
        }),
      },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const { center, state, minSeverity, closedHours, limit, ...words } = request.query;
      const read = await readCut(service, words);
      const all = await incidentsAt(service, read);
      const at = Date.parse(read.cut.at);
      const wanted = all.filter(
        (incident) =>
          incident.severity >= minSeverity &&
          (center === undefined || incident.center === center) &&
          (state === undefined || (state === 'open' ? incident.state !== 'closed' : incident.state === state)) &&
          (incident.closed === null || incident.closed.at >= at - closedHours * hourMs),
      );
      const sources = await sourcesById(service, read);
      const incidents = listed(service, wanted, sources);
      return {
        ...read.answer,
        stage: await stageAt(service, read, all, sources),
        total: incidents.length,
        incidents: incidents.slice(0, limit),
      };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/incidents/:id',
    schema: {
      tags,
      summary: 'An incident with its log, by any id that it ever had',
      params,
      querystring: cutQuerySchema,
      response: { 200: detailSchema },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const read = await readCut(service, request.query);
      return await detail(request.params.id, read);
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/incidents/:id/deeds',
    schema: {
      tags,
      summary: 'Acknowledge, comment or close, with a reason; the person’s name stays with it',
      params,
      querystring: ledgerQuery,
      body: incidentDeedSchema,
      response: { 200: detailSchema },
    },
    handler: async (request) => {
      const by = access.demandPerson(request.raw, deedRole);
      const read = await readCut(service, request.query);
      const incident = incidentWith(await incidentsAt(service, read), request.params.id);
      await actOn(service, { read, incident, by, ...request.body });
      return await detail(request.params.id, await readCut(service, request.query));
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/incidents',
    schema: {
      tags,
      summary: 'Raise an incident by hand',
      querystring: ledgerQuery,
      body: raisedIncidentSchema,
      response: { 200: z.object({ id: incidentIdSchema }) },
    },
    handler: async (request) => {
      const by = access.demandPerson(request.raw, deedRole);
      const { text, ...raised } = request.body;
      const read = await readCut(service, request.query);
      demandKnown(service, raised, localDay(Date.parse(read.cut.at), read.ledger.zone));
      return { id: await raise(service, read, { raised, text, by }) };
    },
  });

  const detail = async (
    id: string,
    read: Awaited<ReturnType<typeof readCut>>,
  ): Promise<z.output<typeof detailSchema>> => {
    const incident = incidentWith(await incidentsAt(service, read), id);
    const [cell] = listed(service, [incident], await sourcesById(service, read));
    if (cell === undefined) throw new TypeError('one incident is listed as one');
    return { ...read.answer, incident: cell, log: incidentLog(incident) };
  };
  done();
};
