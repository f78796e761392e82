import type { City, KpiDefinition, ReportDraft, ReportField, ReportIssueReason, Unit } from '@flagtower/contracts';

import { dayNumberOf } from '../time/zone-days.ts';

type StatedDefinition = KpiDefinition & { readonly formula: { readonly kind: 'stated' } };

export interface DraftIssue {
  readonly field: ReportField;
  readonly reason: ReportIssueReason;
}

/** The figure that an indicator's reports are of; `null`: the city has no such stated figure. */
export function statedDefinition(city: Pick<City, 'kpis'>, indicator: string): StatedDefinition | null {
  return (
    city.kpis.find(
      (definition): definition is StatedDefinition =>
        definition.formula.kind === 'stated' && definition.formula.indicator === indicator,
    ) ?? null
  );
}

/** Lives of a code that touch a period: codes were used again for other units. */
export function livesIn(city: Pick<City, 'units'>, unit: string, period: ReportDraft['period']): Unit[] {
  return city.units.filter(
    ({ code, validFrom, validTo }) => code === unit && validFrom <= period.to && (validTo ?? period.to) >= period.from,
  );
}

/**
 * Everything that is wrong with a figure that somebody wants to state; empty where it may be proposed.
 * @param today the ledger's present day
 */
export function checkReport(city: Pick<City, 'kpis' | 'units'>, draft: ReportDraft, today: string): DraftIssue[] {
  const definition = statedDefinition(city, draft.indicator);
  return [
    ...(definition === null ? [issue('indicator', 'unknown-indicator')] : []),
    ...unitIssues(city, draft),
    ...periodIssues(definition, draft.period, today),
    ...valueIssues(definition, draft.value),
  ];
}

function issue(field: ReportField, reason: ReportIssueReason): DraftIssue {
  return { field, reason };
}

function unitIssues(city: Pick<City, 'units'>, { unit, period }: ReportDraft): DraftIssue[] {
  if (!city.units.some(({ code }) => code === unit)) return [issue('unit', 'unknown-unit')];
  // Of a period that runs backwards nobody can say who lived in it.
  return period.from <= period.to && livesIn(city, unit, period).length === 0
    ? [issue('unit', 'unit-not-of-period')]
    : [];
}

/** Days of a month, a quarter and a year at the most. */
const longestDays = { month: 31, quarter: 92, year: 366 } as const;

function periodIssues(
  definition: StatedDefinition | null,
  { from, to }: ReportDraft['period'],
  today: string,
): DraftIssue[] {
  if (from > to) return [issue('to', 'period-backwards')];
  if (to >= today) return [issue('to', 'period-not-ended')];
  const days = dayNumberOf(to) - dayNumberOf(from) + 1;
  return definition !== null && days > longestDays[definition.formula.cadence]
    ? [issue('from', 'period-of-another-cadence')]
    : [];
}

function valueIssues(definition: StatedDefinition | null, value: number | null): DraftIssue[] {
  if (value === null || definition === null) return [];
  if (value < 0) return [issue('value', 'negative')];
  return definition.unitOfMeasure === '1' && value > 1 ? [issue('value', 'share-outside')] : [];
}
