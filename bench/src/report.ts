import type { Spread } from './statistics.ts';

/** What one side of a comparison measured. */
export interface Figure {
  readonly of: string;
  readonly unit: string;
  readonly spread: Spread;
}

/** A limit for a ratio, or for the product's own figure where no ratio says it. */
interface Goal {
  readonly of: 'ratio' | 'figure';
  readonly compare: 'at least' | 'at most';
  readonly limit: number;
}

/** One line of the report. */
export interface Line {
  readonly part: string;
  readonly product: Figure;
  /** `null`: the figure stands alone. */
  readonly against: Figure | null;
  /** `null`: only told, no goal is set. */
  readonly goal: Goal | null;
  readonly note?: string;
}

export interface Judged extends Line {
  readonly ratio: number | null;
  /** `null` where no goal is set. */
  readonly met: boolean | null;
}

export function judge(line: Line): Judged {
  const ratio = line.against === null ? null : line.product.spread.median / line.against.spread.median;
  return { ...line, ratio, met: line.goal === null ? null : isMet(line.goal, line.product.spread.median, ratio) };
}

function isMet({ of, compare, limit }: Goal, figure: number, ratio: number | null): boolean | null {
  const value = of === 'figure' ? figure : ratio;
  if (value === null) return null;
  return compare === 'at least' ? value >= limit : value <= limit;
}

const head = ['part', 'product', 'against', 'ratio', 'goal', 'met'];

export function markdownTable(lines: readonly Judged[]): string {
  const rows = lines.map(({ part, product, against, ratio, goal, met, note }) => [
    note === undefined ? part : `${part} (${note})`,
    figureText(product),
    against === null ? '' : figureText(against),
    ratio === null ? '' : `${numberText(ratio)}×`,
    goal === null ? '' : goalText(goal, product.unit),
    met === null ? '' : met ? 'yes' : 'no',
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function figureText({ of, unit, spread: { median, min, max } }: Figure): string {
  const spread = min === max ? '' : ` (${numberText(min)}–${numberText(max)})`;
  return `${of}: ${numberText(median)}${spread} ${unit}`;
}

function goalText({ of, compare, limit }: Goal, unit: string): string {
  return `${compare === 'at least' ? '≥' : '≤'} ${numberText(limit)}${of === 'ratio' ? '×' : ` ${unit}`}`;
}

/** Three digits say all that a shared machine can know. */
function numberText(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en', { useGrouping: true });
  return String(Number(value.toPrecision(3)));
}
