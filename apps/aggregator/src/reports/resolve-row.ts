import { measureWord } from '@flagtower/charts/measure-words';
import {
  reportDraftSchema,
  type City,
  type KpiDefinition,
  type ReportDraft,
  type ReportIssue,
  type ReportIssueReason,
} from '@flagtower/contracts';
import { checkReport, statedDefinition } from '@flagtower/domain';
import type { ReportRow } from '@flagtower/feeds';
import type { NewProposal } from '@flagtower/store';

/** Turns a line of a file into a figure that may be proposed, or says what is wrong with it. */
export function resolveRow(city: City, row: ReportRow, today: string): NewProposal | ReportIssue[] {
  const wrong = (field: ReportIssue['field'], reason: ReportIssueReason): ReportIssue[] => [
    { line: row.line, field, reason },
  ];
  // The id of the figure is as good as that of its indicator.
  const indicator = row.indicator.replace(/^report\./, '');
  const definition = statedDefinition(city, indicator);
  if (definition === null) return wrong('indicator', 'unknown-indicator');
  if (!isMeasure(definition, row)) return wrong('unitOfMeasure', 'wrong-unit-of-measure');
  const draft = reportDraftSchema.safeParse({
    indicator,
    unit: row.unit,
    period: { from: row.from, to: row.to },
    value: valueOf(definition, row),
    bound: row.bound,
    statedBy: row.statedBy,
  });
  if (!draft.success) return draft.error.issues.map(({ path }) => issueOf(row.line, path));
  const issues = checkReport(city, draft.data, today).map((issue) => ({ line: row.line, ...issue }));
  return issues.length > 0 ? issues : { ...draft.data, unitOfMeasure: definition.unitOfMeasure };
}

/** Shares are written in per cent, with or without the sign. */
function valueOf({ unitOfMeasure }: KpiDefinition, { value }: ReportRow): number | null {
  // Rounded where a floating point number would show 0,5750000000000001 for 57,5%.
  return value === null || unitOfMeasure !== '1' ? value : Math.round(value * 1e10) / 1e12;
}

function isMeasure({ unitOfMeasure: own }: KpiDefinition, { unitOfMeasure: written, isPercent }: ReportRow): boolean {
  if (isPercent && own !== '1') return false;
  const known = [own, measureWord(own, 'vi'), measureWord(own, 'en')].map((word) => word.toLowerCase());
  return written === '' || known.includes(written.toLowerCase());
}

function issueOf(line: number, [field]: readonly PropertyKey[]): ReportIssue {
  return field === 'unit'
    ? { line, field, reason: 'unknown-unit' }
    : { line, field: field === 'statedBy' ? field : null, reason: field === 'statedBy' ? 'too-long' : 'row-broken' };
}

/** Two lines that state one figure contradict each other, or are one too many. */
export function toldTwice(rows: readonly { readonly line: number; readonly draft: ReportDraft }[]): ReportIssue[] {
  const keys = new Set<string>();
  return rows.flatMap(({ line, draft: { indicator, unit, period } }) => {
    const key = [indicator, unit, period.from, period.to].join('\u0000');
    if (keys.has(key)) return [{ line, field: null, reason: 'told-twice' as const }];
    keys.add(key);
    return [];
  });
}
