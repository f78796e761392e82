import { FlagtowerError, unallocatedReasonSchema, type Formula, type UnallocatedReason } from '@flagtower/contracts';
import { rowOfNotice, unallocatedRow } from '@flagtower/domain';

import { inOrder, type FigurePart } from './measured-parts.ts';
import { readActiveNotices, type ToldNotice } from './notices.ts';
import type { Asked } from './read-kpi.ts';

type NoticesFormula = Extract<Formula, { kind: 'notices' }>;

export interface PlacedNotice {
  readonly told: ToldNotice;
  /** Where it is counted below the asked unit. */
  readonly row: string;
  readonly reason: UnallocatedReason | null;
}

/**
 * The notices that a figure counts at its cut, each with the unit that it is counted in.
 * @throws FlagtowerError `UNKNOWN_UNIT`
 */
export async function countedNotices(asked: Asked, formula: NoticesFormula): Promise<PlacedNotice[]> {
  const { reading, query, at, knownSeq, unit } = asked;
  if (unit === null)
    throw new FlagtowerError('UNKNOWN_UNIT', `no unit ${String(query.unit)}`, { remedy: 'GET /v1/units lists them' });
  const active = await readActiveNotices(reading.db, {
    ledgerId: reading.ledger.id,
    at,
    knownSeq,
    source: query.source,
  });
  return active.flatMap((told) => {
    const { notice } = told;
    if (formula.noticeType !== undefined && notice.noticeType !== formula.noticeType) return [];
    if (query.entity !== undefined && notice.recordId !== query.entity) return [];
    const place = rowOfNotice(unit, notice.areas);
    return place === null ? [] : [{ told, ...place }];
  });
}

/**
 * How many notices there are, or how many by unit, by severity (`group`) or each by itself.
 * @throws FlagtowerError as `countedNotices`, `BAD_REQUEST` for another breakdown
 */
export async function noticeParts(asked: Asked, formula: NoticesFormula): Promise<FigurePart[]> {
  const { by } = asked.query;
  const counted = await countedNotices(asked, formula);
  if (by === null) return [{ row: '', figure: countOf(counted), sources: null, newest: null }];
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
    figure: countOf(ofRow),
    sources: [...new Set(ofRow.map(({ told }) => told.source))].toSorted(),
    newest: Math.max(...ofRow.map(({ told }) => told.toldAt)),
    ...(by === 'unit' && row === unallocatedRow ? { reasons: reasonsOf(ofRow) } : {}),
  }));
  return inOrder(asked, parts);
}

function countOf(counted: readonly PlacedNotice[]): FigurePart['figure'] {
  return { value: counted.length, numerator: counted.length, denominator: null };
}

function reasonsOf(counted: readonly PlacedNotice[]): NonNullable<FigurePart['reasons']> {
  return unallocatedReasonSchema.options.flatMap((reason) => {
    const value = counted.filter((notice) => notice.reason === reason).length;
    return value === 0 ? [] : [{ reason, value }];
  });
}
