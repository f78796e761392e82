import { FlagtowerError, formAnswerSchema } from '@flagtower/contracts';
import { readForm } from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';

import { instantFrom } from '../questions/moment-text.ts';
import type { Service } from '../service.ts';
import { readCut } from './cut-query.ts';
import { periodQuerySchema } from './period-query.ts';

/** The official report form. */
export const formRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const { city, store, access, now } = service;
  app.route({
    method: 'GET',
    url: '/v1/form',
    schema: {
      tags: ['figures'],
      summary: 'The official report form: 16 figures of a unit and of those below it, with its identity checked',
      querystring: periodQuerySchema,
      response: { 200: formAnswerSchema },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const { unit = city.root, from, to, ...words } = request.query;
      if (!city.units.some(({ code }) => code === unit))
        throw new FlagtowerError('UNKNOWN_UNIT', `no unit ${unit}`, {
          place: 'unit',
          remedy: 'GET /v1/units lists them',
        });
      const { ledger, cut } = await readCut(service, words);
      return await readForm(
        { db: store.pool, city, ledger, now: now() },
        {
          unit,
          geography: cut.geography,
          from: instantFrom(from, ledger.zone, 'from'),
          to: instantFrom(to, ledger.zone, 'to'),
          at: cut.at,
          knownSeq: cut.knownSeq,
        },
      );
    },
  });
  done();
};
