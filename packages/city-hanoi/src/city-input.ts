import type { citySchema } from '@flagtower/contracts';
import type { z } from 'zod';

/** The city before its schema has checked it: ids are plain strings here and get their brands from the parse. */
export type CityInput = z.input<typeof citySchema>;
export type UnitInput = CityInput['units'][number];
export type SuccessionInput = NonNullable<CityInput['successions']>[number];
export type UnitChangeInput = NonNullable<CityInput['unitChanges']>[number];
export type KpiInput = CityInput['kpis'][number];
export type TargetInput = CityInput['targets'][number];
export type SourceInput = CityInput['sources'][number];
export type ProcedureInput = CityInput['procedures'][number];
export type FormulaInput = KpiInput['formula'];
export type MeasureName = Extract<FormulaInput, { kind: 'flow' }>['terms'][number]['measure'];
