/** How a thing stands, worst last but for the two that are no levels: `lost` and `none`. */
export type Level = 'normal' | 'watch' | 'warning' | 'critical' | 'lost' | 'none';

const order: readonly Level[] = ['none', 'normal', 'watch', 'lost', 'warning', 'critical'];

/** A parent shows its worst child. `none` of nothing. */
export function worstLevel(levels: readonly Level[]): Level {
  return levels.reduce<Level>((worst, level) => (order.indexOf(level) > order.indexOf(worst) ? level : worst), 'none');
}

/** CSS colours of the marks. */
export const levelColors: Readonly<Record<Level, string>> = {
  normal: 'var(--ink3)',
  watch: 'var(--gold)',
  warning: 'var(--gold)',
  critical: 'var(--son)',
  lost: 'var(--ink2)',
  none: 'var(--ink3)',
};

/** The CSS colour in which the words beside a mark may be set: abnormal levels only, grey is normal. */
export function levelColor(level: Level): string | undefined {
  return level === 'critical' || level === 'warning' || level === 'watch' ? levelColors[level] : undefined;
}
