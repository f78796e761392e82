import type { CityView, DrillRow } from '@flagtower/contracts';

export interface Order {
  /** A figure, or the name. */
  readonly by: string;
  /** The other way round. */
  readonly reversed: boolean;
}

/** `-dossiers.open`: the other way round. */
export function orderOf(sort: string | undefined, measure: string): Order {
  if (sort === undefined) return { by: measure, reversed: false };
  return sort.startsWith('-') ? { by: sort.slice(1), reversed: true } : { by: sort, reversed: false };
}

/** The same figure again turns the order round. */
export function nextSort(order: Order, by: string): string {
  return order.by === by && !order.reversed ? `-${by}` : by;
}

/**
 * Rows, worst first: of what should be high the lowest, of all else the highest. What is not known comes last, and equals
 * stand by their names.
 */
export function ordered(
  rows: readonly DrillRow[],
  order: Order,
  kpis: CityView['kpis'],
  nameOf: (code: string) => string,
  locale: string,
): DrillRow[] {
  const turn = order.reversed ? -1 : 1;
  const byName = (a: DrillRow, b: DrillRow): number => nameOf(a.code).localeCompare(nameOf(b.code), locale);
  if (order.by === 'name') return rows.toSorted((a, b) => turn * byName(a, b));
  const rising = kpis.find(({ id }) => id === order.by)?.direction === 'up' ? 1 : -1;
  const valueOf = (row: DrillRow): number | null => row.figures[order.by]?.value ?? null;
  return rows.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || byName(a, b);
    return turn * rising * (left - right) || byName(a, b);
  });
}

/** Groups of procedures: counts add up, shares are their parts over their wholes. */
export function grouped(rows: readonly DrillRow[], groupOf: (code: string) => string): DrillRow[] {
  const groups = new Map<string, Record<string, DrillRow['figures'][string]>>();
  for (const { code, figures } of rows) {
    const held = groups.get(groupOf(code)) ?? {};
    for (const [kpi, figure] of Object.entries(figures)) held[kpi] = plus(held[kpi], figure);
    groups.set(groupOf(code), held);
  }
  return [...groups].map(([code, figures]) => ({ code, figures }));
}

type Figure = DrillRow['figures'][string];

function plus(held: Figure | undefined, next: Figure): Figure {
  if (held === undefined) return next;
  const numerator = (held.numerator ?? 0) + (next.numerator ?? 0);
  if (held.denominator === null && next.denominator === null) return { value: numerator, numerator, denominator: null };
  const denominator = (held.denominator ?? 0) + (next.denominator ?? 0);
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
}
