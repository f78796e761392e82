import { z } from 'zod';

import { airQualitySchema } from './air-quality.ts';
import { timeLimitSchema, unitLevelSchema } from './catalogue-item.ts';
import { kpiIdSchema } from './ids.ts';
import { incidentRulesSchema } from './incident-rules.ts';
import { index766Schema } from './index766.ts';
import { kpiDefinitionSchema, programmeSchema, targetSchema } from './kpi-definition.ts';
import { mapLayerSchema } from './map-layer.ts';
import { measuredFeedSchema } from './measured-thing.ts';
import { namesSchema } from './names.ts';
import { pointSchema } from './observation.ts';
import { reportSchema } from './report.ts';
import { sourceConfigSchema } from './source.ts';
import { daySchema, zoneSchema } from './time.ts';
import { workingCalendarSchema } from './working-calendar.ts';

/** An administrative unit with a life. Key on (code, validFrom): codes and names were re-used. */
export const unitSchema = z.object({
  code: z.string(),
  level: unitLevelSchema,
  /** `phường`, `xã`, `quận` … / `ward`, `commune`, `district` … */
  type: namesSchema,
  names: namesSchema,
  parent: z.string().nullable(),
  validFrom: daySchema,
  /** Last day, included; `null`: still valid. */
  validTo: daySchema.nullable(),
  point: pointSchema.nullable(),
  areaKm2: z.number().nullable(),
  population: z.number().int().nullable(),
});
export type Unit = z.infer<typeof unitSchema>;

/** Which life of a code. */
const unitLifeSchema = z.object({ code: z.string(), validFrom: daySchema });

/**
 * What became of a life that ended, and what a life that began was made of. No weight stands beside it: none has a source.
 * One single `part` says that the rest of the unit is not accounted for.
 */
export const successionSchema = z.object({
  from: unitLifeSchema,
  to: unitLifeSchema,
  /** First day of the successor. */
  day: daySchema,
  extent: z.enum(['whole', 'part']),
});
export type Succession = z.infer<typeof successionSchema>;

/** A day on which units changed, and the text that changed them. */
export const unitChangeSchema = z.object({
  day: daySchema,
  basis: namesSchema,
  /** `false`: the day of entry into force is not certain, and `note` says why. */
  dayIsCertain: z.boolean(),
  note: namesSchema,
});
export type UnitChange = z.infer<typeof unitChangeSchema>;

export const centerSchema = z.object({
  id: z.string(),
  /** Number in the city's plan; `null` for city-wide themes that have no center. */
  no: z.number().int().nullable(),
  names: namesSchema,
  short: namesSchema,
  /** Ids of its figures that matter most, first the foremost: they stand large on its page. Empty: none does. */
  leads: z.array(kpiIdSchema).max(4).default([]),
});
export type Center = z.infer<typeof centerSchema>;

export const procedureSchema = z.object({
  code: z.string(),
  names: namesSchema,
  group: z.string(),
  groupNames: namesSchema,
  /** As known from a public source; days included, `null`: since ever, until further notice. */
  timeLimits: z
    .array(
      timeLimitSchema.extend({
        basis: namesSchema,
        validFrom: daySchema.nullable(),
        validTo: daySchema.nullable(),
        /** Where the wording of `basis` was read; `null`: it was not found, and screens say so. */
        checked: z.string().nullable().default(null),
      }),
    )
    .default([]),
});
export type Procedure = z.infer<typeof procedureSchema>;

/** A city as data: everything that another city would say differently. */
export const citySchema = z.object({
  id: z.string(),
  names: namesSchema,
  /** Days are cut here. */
  zone: zoneSchema,
  /** When its offices work. */
  calendar: workingCalendarSchema,
  /**
   * Of everything that this city's dossiers are folded with: raised when units, successions, the calendar or time limits change, so that
   * ledgers adopt them by a record. 1 is the fold that knows none of them.
   */
  rulesVersion: z.number().int().min(1).default(1),
  root: z.string(),
  /** Every life that is known, also those that ended. */
  units: z.array(unitSchema),
  successions: z.array(successionSchema).default([]),
  unitChanges: z.array(unitChangeSchema).default([]),
  centers: z.array(centerSchema),
  procedures: z.array(procedureSchema),
  kpis: z.array(kpiDefinitionSchema),
  targets: z.array(targetSchema),
  programmes: z.array(programmeSchema).default([]),
  /** Stated figures that the profile comes with, each with its source: known from the start in every ledger. */
  reports: z.array(reportSchema).default([]),
  /** The national index that its units are scored by; `null`: none. */
  index766: index766Schema.nullable().default(null),
  /** `null`: nobody measures its air. */
  airQuality: airQualitySchema.nullable().default(null),
  /** Feeds whose things have names for people. */
  measuredFeeds: z.array(measuredFeedSchema).default([]),
  /** What the maps of its centers can show, in the order of their lists. */
  mapLayers: z.array(mapLayerSchema).default([]),
  /** `null`: nothing becomes an incident. */
  incidents: incidentRulesSchema.nullable().default(null),
  /** Sources that come declared; each ledger's own. */
  sources: z.array(sourceConfigSchema),
  map: z.object({ center: pointSchema, zoom: z.number(), core: z.tuple([pointSchema, pointSchema]) }),
  /** Where facts of this profile come from, a line each. */
  credits: z.array(z.string()),
});
export type City = z.infer<typeof citySchema>;

/**
 * What the page needs of the city, with the units of one day and the targets of the city as a whole; served at `/v1/city`.
 * Other days: `/v1/units?on=`; the targets of other units: `/v1/programme`.
 */
export const cityViewSchema = citySchema
  .omit({ sources: true, reports: true, index766: true, successions: true, rulesVersion: true })
  .extend({ geography: daySchema });
export type CityView = z.infer<typeof cityViewSchema>;
