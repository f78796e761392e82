import { cohortSchema, freshnessStateSchema, type Formula, type KpiDefinition, type Terms } from '@flagtower/contracts';

/** A definition's formula as people of the field write it. */
export function formulaText({ formula }: KpiDefinition): string {
  switch (formula.kind) {
    case 'flow':
      return `Σ (${termsText(formula.terms)}), from ≤ t < to`;
    case 'state':
      return `Σ (${termsText(formula.terms)}), ${formula.moment === 'start' ? 't < from' : 't ≤ at'}`;
    case 'share':
      return `Σ (${termsText(formula.numerator)}) / Σ (${termsText(formula.denominator)}), ${isOfCohort(formula) ? 'from ≤ received < to, t ≤ at' : 'from ≤ t < to'}`;
    case 'total':
      return formula.kpis.join(' + ');
    case 'handling-time':
      return `${formula.statistic} (handled − received)`;
    case 'backlog-days':
      return `open / (handled per working day), ${String(formula.days)} whole days before at`;
    case 'catalogue':
      return `${formula.statistic} of the procedures in force at t`;
    case 'observation':
      return observationText(formula);
    case 'notices':
      return formula.statistic === 'clear-time'
        ? 'median (end − beginning) of the notices over in from ≤ t < to'
        : 'notices active at t';
    case 'conduct':
      return conductText(formula.statistic);
    case 'stated':
      return `${formula.indicator} as stated for the newest period that ended by at`;
  }
}

function conductText(statistic: Extract<Formula, { kind: 'conduct' }>['statistic']): string {
  if (statistic === 'contacts') return 'signs of life seen / due, 7 days before at';
  if (statistic === 'audit-age') return 'at − last self-audit';
  if (statistic === 'audit-differences') return 'differences found by the last self-audit before at';
  return freshnessStateSchema.safeParse(statistic).success
    ? `sources that are ${statistic} at t`
    : `Σ ${statistic} of the sources, from ≤ t < to, whole quarter hours`;
}

function observationText(formula: Extract<Formula, { kind: 'observation' }>): string {
  const { statistic, feed, metric, over, low, high } = formula;
  const text = `${statistic} (${feed}/${metric}${over === undefined ? '' : ` over ${feed}/${over}`})`;
  if (low === undefined && high === undefined) return text;
  return `${text} in [${String(low ?? '−∞')}, ${String(high ?? '∞')}]`;
}

function isOfCohort({ numerator, denominator }: { numerator: Terms; denominator: Terms }): boolean {
  return [...numerator, ...denominator].some(({ measure }) => cohortSchema.safeParse(measure).success);
}

function termsText(terms: Terms): string {
  return terms
    .map(({ measure, sign }, index) => `${sign === -1 ? ' − ' : index === 0 ? '' : ' + '}${measure}`)
    .join('')
    .trim();
}
