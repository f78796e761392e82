import { FlagtowerError, unallocatedReasonSchema, type Formula, type UnallocatedReason } from '@flagtower/contracts';
import { activeNotices, clearedNotices, clearTimeOf, rowOfNotice, unallocatedRow } from '@flagtower/domain';

import { askedSpan } from './asked-span.ts';
import type { Asked } from './asked.ts';
import { inOrder, type FigurePart } from './measured-parts.ts';
import { readNotices, type ToldNotice } from './notices.ts';

type NoticesFormula = Extract<Formula, { kind: 'notices' }>;

export interface PlacedNotice {
  readonly told: ToldNotice;
  /** When it was over, epoch milliseconds; `null`: it is active. */
  readonly overAt: number | null;
  /** Where it is counted below the asked unit. */
  readonly row: string;
  readonly reason: UnallocatedReason | null;
}

/**
 * The notices that a figure counts at its cut, each with the unit that it is counted in.
 * @throws FlagtowerError `UNKNOWN_UNIT`
 */
export async function countedNotices(asked: Asked, formula: NoticesFormula): Promise<PlacedNotice[]> {
  const { reading, query, unit } = asked;
  if (unit === null)
    throw new FlagtowerError('UNKNOWN_UNIT', `no unit ${String(query.unit)}`, { remedy: 'GET /v1/units lists them' });
  const notices = await readNotices(reading.db, {
    ledgerId: reading.ledger.id,
    knownSeq: asked.knownSeq,
    source: query.source,
    ...lastingWithin(asked, formula),
  });
  return meantOf(asked, formula, notices).flatMap((one) => {
    const { notice } = one.told;
    if (formula.noticeType !== undefined && notice.noticeType !== formula.noticeType) return [];
    if (query.entity !== undefined && notice.recordId !== query.entity) return [];
    const place = rowOfNotice(unit, notice.areas);
    return place === null ? [] : [{ ...one, ...place }];
  });
}

/** When a notice must have lasted to be counted. */
function lastingWithin(asked: Asked, { statistic }: NoticesFormula): { from: number | null; to: number } {
  const { at } = asked;
  if (statistic === undefined) return { from: at, to: at };
  const { from, to } = askedSpan(asked);
  // A word that is told after `at` is not known there: such a notice lasts longer than it says.
  return { from: from === null ? null : Math.min(from, at, to), to };
}

/** Those that are active, or those that were over in the period. */
function meantOf(
  asked: Asked,
  { statistic }: NoticesFormula,
  notices: readonly ToldNotice[],
): Pick<PlacedNotice, 'told' | 'overAt'>[] {
  const { at } = asked;
  return statistic === undefined
    ? activeNotices(notices, at).map((told) => ({ told, overAt: null }))
    : clearedNotices(notices, { ...askedSpan(asked), at });
}

/**
 * How many notices there are or how long they took, altogether or by unit, by severity (`group`) or each by itself.
 * @throws FlagtowerError as `countedNotices`, `BAD_REQUEST` for another breakdown
 */
export async function noticeParts(asked: Asked, formula: NoticesFormula): Promise<FigurePart[]> {
  const { by } = asked.query;
  const counted = await countedNotices(asked, formula);
  if (by === null) return [{ row: '', figure: figureOf(formula, counted), sources: null, newest: null }];
  if (by !== 'entity' && by !== 'unit' && by !== 'group')
    throw new FlagtowerError('BAD_REQUEST', `${asked.query.kpi} has no breakdown by ${by}`, {
      remedy: 'one of entity, group, unit, hour, day',
    });
  const rowOf = ({ told, row }: PlacedNotice): string => {
    if (by === 'unit') return row;
    return by === 'group' ? told.notice.severity : told.notice.recordId;
  };
  const parts = [...Map.groupBy(counted, rowOf)].map(([row, ofRow]) => ({
    row,
    figure: figureOf(formula, ofRow),
    sources: [...new Set(ofRow.map(({ told }) => told.source))].toSorted(),
    newest: Math.max(...ofRow.map(({ told }) => told.toldAt)),
    ...(by === 'unit' && row === unallocatedRow ? { reasons: reasonsOf(ofRow) } : {}),
  }));
  return inOrder(asked, parts);
}

function figureOf(formula: NoticesFormula, counted: readonly PlacedNotice[]): FigurePart['figure'] {
  if (formula.statistic === undefined) return { value: counted.length, numerator: counted.length, denominator: null };
  const times = counted.flatMap(({ told: { startsAt }, overAt }) => (overAt === null ? [] : [{ startsAt, overAt }]));
  return { value: clearTimeOf(times), numerator: null, denominator: times.length };
}

function reasonsOf(counted: readonly PlacedNotice[]): NonNullable<FigurePart['reasons']> {
  return unallocatedReasonSchema.options.flatMap((reason) => {
    const value = counted.filter((notice) => notice.reason === reason).length;
    return value === 0 ? [] : [{ reason, value }];
  });
}
