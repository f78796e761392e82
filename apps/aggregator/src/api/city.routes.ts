import { unitCells } from '@flagtower/city-hanoi';
import { cityViewSchema, daySchema, unitSchema } from '@flagtower/contracts';
import { dayNumberOf, geographyOf, schematicUnits, startOfDayMs, unitsOn } from '@flagtower/domain';
import { instantOf } from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Service } from '../service.ts';

const cellsSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({ code: z.string(), name: z.string() }),
      geometry: z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(z.array(z.number()))) }),
    }),
  ),
});

/** The city as data: what the page is drawn from. */
export const cityRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const { city, access, now } = service;
  const tags = ['city'];
  const today = (): string =>
    Temporal.Instant.fromEpochMilliseconds(now()).toZonedDateTimeISO(city.zone).toPlainDate().toString();

  app.route({
    method: 'GET',
    url: '/v1/city',
    schema: {
      tags,
      summary: 'The city, with the units of today',
      description:
        'Of the targets those of the city as a whole; all that are in force on a day stand in GET /v1/programme.',
      response: { 200: cityViewSchema },
    },
    handler: (request) => {
      access.demandRead(request.raw);
      const {
        sources: _sources,
        reports: _reports,
        index766: _index766,
        successions: _successions,
        rulesVersion: _version,
        ...view
      } = city;
      const geography = daySchema.parse(today());
      // A target for each of 126 communes is a third of the profile, and no page draws one before it asks the programme.
      const targets = view.targets.filter(({ unit }) => unit === city.root);
      return { ...view, geography, units: unitsOn(city, geography), targets };
    },
  });

  const geography = daySchema.optional().describe('the units of that day; default: today');
  const dayOf = ({ on, geography: same }: { on?: string | undefined; geography?: string | undefined }): string =>
    on ?? same ?? today();
  app.route({
    method: 'GET',
    url: '/v1/units',
    schema: {
      tags,
      summary: 'Administrative units',
      querystring: z.object({ on: geography, geography }),
      response: { 200: z.object({ geography: daySchema, at: z.string(), units: z.array(unitSchema) }) },
    },
    handler: (request) => {
      access.demandRead(request.raw);
      const day = daySchema.parse(dayOf(request.query));
      return { geography: day, at: instantOf(now()), units: unitsOn(city, day) };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/map/units',
    schema: {
      tags,
      summary: 'Schematic cells of the units',
      querystring: z.object({
        on: geography,
        geography,
        within: z.string().max(80).optional().describe('the units right below this one; default: the city'),
      }),
      response: { 200: cellsSchema },
    },
    handler: (request) => {
      access.demandRead(request.raw);
      const day = dayOf(request.query);
      const { within = city.root } = request.query;
      // Units that ended have no offices: those with communes below them lie in the middle of what these became.
      const drawn = new Map(
        schematicUnits(geographyOf(city), startOfDayMs(dayNumberOf(day), city.zone)).map((unit) => [unit.code, unit]),
      );
      const units = unitsOn(city, day, within).filter(({ level }) => level !== 'department');
      return cellsSchema.parse(
        unitCells(
          units.map((unit) => drawn.get(unit.code) ?? unit),
          city.map.center,
        ),
      );
    },
  });
  done();
};
