import {
  programmeRowSchema,
  programmeSchema,
  programmeTallySchema,
  unitSchema,
  type ProgrammeRow,
  type ProgrammeTally,
} from '@flagtower/contracts';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import { cutAnswerSchema, cutQuerySchema, readCut } from '../api/cut-query.ts';
import type { Service } from '../service.ts';
import { readProgramme } from './read-programme.ts';

const communeLevel = unitSchema.shape.level.extract(['commune']);

/** All targets as one programme: what is met, on pace, behind, unknown, as it stood and was known at a cut. */
export const programmeRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const { city, store, access, now } = service;
  app.route({
    method: 'GET',
    url: '/v1/programme',
    schema: {
      tags: ['figures'],
      summary: 'Targets, and how far the figures are on their way to them',
      querystring: cutQuerySchema.extend({
        level: communeLevel.optional().describe('the rows of the communes, in place of their tallies'),
      }),
      response: {
        200: cutAnswerSchema.extend({
          programmes: z.array(programmeSchema),
          rows: z.array(programmeRowSchema),
          tallies: z.array(programmeTallySchema),
        }),
      },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const { level, ...words } = request.query;
      const { ledger, cut, answer } = await readCut(service, words);
      const rows = await readProgramme({ db: store.pool, city, ledger, now: now() }, cut);
      const ofCommunes = rows.filter((row) => row.level === 'commune');
      return {
        ...answer,
        programmes: city.programmes,
        rows: level === undefined ? rows.filter((row) => row.level !== 'commune') : ofCommunes,
        tallies: level === undefined ? talliesOf(ofCommunes) : [],
      };
    },
  });
  done();
};

function talliesOf(rows: readonly ProgrammeRow[]): ProgrammeTally[] {
  const byAim = Map.groupBy(rows, ({ kpi, target }) => `${kpi}|${target?.programme ?? ''}`);
  return [...byAim.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || first.target === null) return [];
    const states = { met: 0, 'on-pace': 0, behind: 0, missed: 0, unknown: 0 };
    for (const { state } of same) if (state !== null) states[state] += 1;
    const { kpi, names, level, target } = first;
    return [{ kpi, names, level, target, units: same.length, states }];
  });
}
