import { numberText, shareText, signedText, sharePointsText, spanText, type Language } from '@flagtower/charts';
import type { DrillFigure } from '@flagtower/contracts';

export type FigureKind = 'count' | 'share' | 'time';

/** How a figure is written. */
export function kindOf(unitOfMeasure: string): FigureKind {
  if (unitOfMeasure === '1') return 'share';
  return unitOfMeasure === 'ms' ? 'time' : 'count';
}

/** `—`: not known, or nothing to divide by. */
export function figureText(value: number | null, kind: FigureKind, language: Language): string {
  if (value === null) return '—';
  if (kind === 'share') return shareText(value, language);
  return kind === 'time' ? spanText(value, language) : numberText(value, language);
}

/** The difference in the figure's own words: shares in points, times with their sign. `null`: one of the two is not known. */
export function differenceText(
  now: number | null,
  before: DrillFigure | null,
  kind: FigureKind,
  language: Language,
): string | null {
  if (now === null || before === null || before.value === null) return null;
  const gap = now - before.value;
  if (kind === 'share') return sharePointsText(gap, language);
  if (kind === 'count') return signedText(gap, language);
  if (gap === 0) return '0';
  return `${gap < 0 ? '−' : '+'}${spanText(Math.abs(gap), language)}`;
}

/** Whether a change is to be looked at: for the worse, and by more than a twentieth, or half a point of a share. */
export function isWorse(
  now: number | null,
  before: number | null,
  direction: 'up' | 'down' | 'none',
  kind: FigureKind,
): boolean {
  if (now === null || before === null || direction === 'none') return false;
  const gap = direction === 'up' ? before - now : now - before;
  return gap > (kind === 'share' ? 0.005 : Math.abs(before) / 20);
}
