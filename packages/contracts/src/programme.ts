import { z } from 'zod';

import { freshnessSchema } from './freshness.ts';
import { kpiIdSchema } from './ids.ts';
import { kpiDefinitionSchema, targetSchema } from './kpi-definition.ts';
import { namesSchema } from './names.ts';
import { boundSchema, statedSchema } from './report.ts';
import { daySchema, instantSchema } from './time.ts';

export const targetStateSchema = z.enum(['met', 'on-pace', 'behind', 'missed', 'unknown']);
export type TargetState = z.infer<typeof targetStateSchema>;

/** Why nothing can be said of a target. */
export const targetReasonSchema = z.enum([
  /** Nothing was stated or counted. */
  'no-value',
  /** It is on its way, but nobody told where from. */
  'no-start',
  'not-measured-since-start',
  'not-measured-at-end',
  /** “More than 50%” may or may not be 60%. */
  'bound-leaves-open',
]);
export type TargetReason = z.infer<typeof targetReasonSchema>;

/** A value beside a figure that speaks of the same thing by the other way: counted beside stated. */
const counterpartSchema = z.object({ kpi: kpiIdSchema, names: namesSchema, value: z.number().nullable() });

/** One figure of the programme, held to its target where it has one. */
export const programmeRowSchema = z.object({
  /** Unique in an answer. */
  key: z.string(),
  kpi: kpiIdSchema,
  names: namesSchema,
  meaning: namesSchema,
  unit: z.string(),
  /** With their type, as on the day of the cut: `Quận Ba Đình`. */
  unitNames: namesSchema,
  level: z.enum(['city', 'department', 'district', 'commune']),
  unitOfMeasure: z.string(),
  direction: kpiDefinitionSchema.shape.direction,
  kind: z.enum(['stated', 'counted']),
  /** `null`: a figure without a target. */
  target: targetSchema.nullable(),
  value: z.number().nullable(),
  bound: boundSchema.nullable(),
  /** The day at whose end the value stood; of a counted figure, that of the cut. `null`: no value. */
  valueDay: daySchema.nullable(),
  /** Of a counted figure: what it was counted over begins here. `null`: a standing. */
  countedSince: instantSchema.nullable(),
  /** Of a stated figure: the report that it is. */
  stated: statedSchema.nullable(),
  source: z.array(z.string()),
  freshness: freshnessSchema,
  /** `null`: without a target. */
  state: targetStateSchema.nullable(),
  reason: targetReasonSchema.nullable(),
  /** Where it should be today. */
  pace: z.number().nullable(),
  /** From the pace of the value's own day. */
  gap: z.number().nullable(),
  projected: daySchema.nullable(),
  counterpart: counterpartSchema.nullable(),
});
export type ProgrammeRow = z.infer<typeof programmeRowSchema>;

/** How many of a level's units are where with one figure; their rows are asked for by themselves. */
export const programmeTallySchema = z.object({
  kpi: kpiIdSchema,
  names: namesSchema,
  level: z.enum(['city', 'department', 'district', 'commune']),
  target: targetSchema,
  units: z.number().int(),
  states: z.record(targetStateSchema, z.number().int()),
});
export type ProgrammeTally = z.infer<typeof programmeTallySchema>;
