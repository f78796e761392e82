import { z } from 'zod';

import { kpiDefinitionSchema, programmeSchema, targetSchema } from './kpi-definition.ts';
import { pointSchema } from './observation.ts';
import { reportSchema } from './report.ts';
import { sourceConfigSchema } from './source.ts';
import { daySchema, zoneSchema } from './time.ts';
import { workingCalendarSchema } from './working-calendar.ts';

const namesSchema = z.object({ vi: z.string(), en: z.string() });

/** An administrative unit with a life. Key on (code, validFrom): codes and names were re-used. */
export const unitSchema = z.object({
  code: z.string(),
  level: z.enum(['city', 'department', 'district', 'commune']),
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

export const centerSchema = z.object({
  id: z.string(),
  /** Number in the city's plan; `null` for city-wide themes that have no center. */
  no: z.number().int().nullable(),
  names: namesSchema,
  short: namesSchema,
});
export type Center = z.infer<typeof centerSchema>;

export const procedureSchema = z.object({
  code: z.string(),
  names: namesSchema,
  group: z.string(),
  groupNames: namesSchema,
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
  root: z.string(),
  units: z.array(unitSchema),
  centers: z.array(centerSchema),
  procedures: z.array(procedureSchema),
  kpis: z.array(kpiDefinitionSchema),
  targets: z.array(targetSchema),
  programmes: z.array(programmeSchema).default([]),
  /** Stated figures that the profile comes with, each with its source: known from the start in every ledger. */
  reports: z.array(reportSchema).default([]),
  /** Sources that come declared; each ledger's own. */
  sources: z.array(sourceConfigSchema),
  map: z.object({ center: pointSchema, zoom: z.number(), core: z.tuple([pointSchema, pointSchema]) }),
  /** Where facts of this profile come from, a line each. */
  credits: z.array(z.string()),
});
export type City = z.infer<typeof citySchema>;

/** What the page needs of the city; served at `/v1/city`. */
export const cityViewSchema = citySchema.omit({ sources: true, reports: true });
export type CityView = z.infer<typeof cityViewSchema>;
