import { countedBreakdownSchema, FlagtowerError, type Breakdown, type KpiQuery } from '@flagtower/contracts';

/**
 * The breakdown of a question to a counted figure.
 * @throws FlagtowerError `BAD_REQUEST` for what only measured figures and those of the catalogue have
 */
export function countedBy({ kpi, by }: Pick<KpiQuery, 'kpi' | 'by'>): Breakdown | null {
  if (by === 'entity' || by === 'group' || by === 'level')
    throw new FlagtowerError('BAD_REQUEST', `${kpi} has no breakdown by ${by}`, {
      remedy: `one of ${countedBreakdownSchema.options.join(', ')}`,
    });
  return by;
}
