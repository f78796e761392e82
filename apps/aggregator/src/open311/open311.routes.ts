import { FlagtowerError, ledgerNameSchema } from '@flagtower/contracts';
import {
  ledgerNamed,
  ledgerTime,
  readServiceCodes,
  readServiceRequests,
  type Ledger,
  type ServiceRequestFilter,
} from '@flagtower/store';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Service } from '../service.ts';
import { listText, open311Errors, typeOf, type Format } from './open311-answers.ts';
import { requestWindow } from './request-window.ts';
import { toldRequest, toldService } from './told-request.ts';

const bookQuery = z.object({
  jurisdiction_id: z.string().max(80).optional().describe('of the city; there is one, so it may be left out'),
  ledger: ledgerNameSchema.default('real').describe('ours: another book than the real one'),
});
const momentSchema = z.iso.datetime({
  offset: true,
  message: 'must be a W3C date and time such as 2026-01-01T00:00:00Z',
});
const list = z
  .string()
  .max(8000)
  .transform((text) => text.split(',').map((part) => part.trim()));
const statusSchema = z.enum(['open', 'closed'], { message: 'must be open, closed, or both with a comma' });
const requestsQuery = bookQuery.extend({
  service_request_id: list.pipe(z.array(z.guid('must be ids of requests')).max(200)).optional(),
  service_code: list.optional(),
  status: list.pipe(z.array(statusSchema)).optional(),
  start_date: momentSchema.optional().describe('of requested_datetime; at most 90 days before end_date'),
  end_date: momentSchema.optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  page_size: z.coerce.number().int().min(1).max(1000).default(1000),
});
const params = z.object({ file: z.string().regex(/\.(?:json|xml)$/, 'must end in .json or .xml') });
const requestNames = { list: 'service_requests', item: 'request' };
const tags = ['open311'];

/** The field reports of a ledger as Open311 GeoReport v2, to read only. */
export const open311Routes: FastifyPluginAsyncZod<{ service: Service }> = async (app, { service }) => {
  const { city, store, access, now } = service;
  await app.register(open311Errors);

  const bookOf = async ({ jurisdiction_id: asked, ledger }: z.output<typeof bookQuery>): Promise<Ledger> => {
    if (asked !== undefined && asked !== city.id)
      throw new FlagtowerError('NOT_FOUND', 'jurisdiction_id was not found', { remedy: `here it is ${city.id}` });
    return await ledgerNamed(store.pool, city.id, ledger);
  };
  const presentOf = (ledger: Ledger) => ({ city, at: ledgerTime(ledger.clock, now()) });

  for (const format of ['json', 'xml'] as const) {
    app.route({
      method: 'GET',
      url: `/open311/v2/services.${format}`,
      schema: { tags, summary: 'What field reports are about', querystring: bookQuery },
      handler: async (request, reply) => {
        access.demandRead(request.raw);
        const ledger = await bookOf(request.query);
        const codes = await readServiceCodes(store.pool, ledger.id);
        const services = codes.map((code) => toldService(city, code, isSimulated(ledger)));
        await tell(reply, ledger, format).send(listText(services, format, { list: 'services', item: 'service' }));
      },
    });

    app.route({
      method: 'GET',
      url: `/open311/v2/requests.${format}`,
      schema: { tags, summary: 'Field reports as they stand, the newest first', querystring: requestsQuery },
      handler: async (request, reply) => {
        access.demandRead(request.raw);
        const ledger = await bookOf(request.query);
        const present = presentOf(ledger);
        const rows = await readServiceRequests(store.pool, present, filterOf(ledger.id, request.query, present.at));
        const told = rows.map((row) => toldRequest(city, row, isSimulated(ledger)));
        await tell(reply, ledger, format).send(listText(told, format, requestNames));
      },
    });
  }

  app.route({
    method: 'GET',
    url: '/open311/v2/requests/:file',
    schema: { tags, summary: 'One field report: its id and .json or .xml', params, querystring: bookQuery },
    handler: async (request, reply) => {
      access.demandRead(request.raw);
      const ledger = await bookOf(request.query);
      const format = request.params.file.endsWith('.xml') ? 'xml' : 'json';
      const id = z.guid().safeParse(request.params.file.slice(0, -format.length - 1));
      const present = presentOf(ledger);
      const [row] = id.success
        ? await readServiceRequests(store.pool, present, {
            ...ofAnyTime(present.at),
            ledgerId: ledger.id,
            ids: [id.data],
            offset: 0,
            limit: 1,
          })
        : [];
      if (row === undefined) throw new FlagtowerError('NOT_FOUND', 'service_request_id was not found');
      const told = [toldRequest(city, row, isSimulated(ledger))];
      await tell(reply, ledger, format).send(listText(told, format, requestNames));
    },
  });
};

/** @throws FlagtowerError `BAD_REQUEST` for a window that may not be */
function filterOf(ledgerId: number, words: z.output<typeof requestsQuery>, present: number): ServiceRequestFilter {
  const page = { ledgerId, offset: (words.page - 1) * words.page_size, limit: words.page_size };
  const window = requestWindow({ start: moment(words.start_date), end: moment(words.end_date) }, present);
  // The specification: ids override all other words.
  if (words.service_request_id !== undefined) return { ...page, ...ofAnyTime(present), ids: words.service_request_id };
  return {
    ...page,
    ids: null,
    services: words.service_code ?? null,
    standing: standingsOf(words.status ?? ['open', 'closed']),
    receivedFrom: window.from,
    receivedTo: window.to,
  };
}

function ofAnyTime(present: number) {
  return { services: null, standing: standingsOf(['open', 'closed']), receivedFrom: null, receivedTo: present };
}

function standingsOf(statuses: readonly ('open' | 'closed')[]): ('open' | 'paused' | 'closed')[] {
  return statuses.flatMap((status) => (status === 'open' ? (['open', 'paused'] as const) : ['closed' as const]));
}

function moment(text: string | undefined): number | null {
  return text === undefined ? null : Date.parse(text);
}

function isSimulated({ name }: Ledger): boolean {
  return name === 'simulated';
}

/** Which book an answer is of stands in a header: the lists have no room for it. */
function tell(reply: FastifyReply, ledger: Ledger, format: Format): FastifyReply {
  return reply.type(typeOf(format)).header('x-flagtower-ledger', ledger.name);
}
