import type { FormChecks, FormFigure, FormRemainder } from '@flagtower/contracts';

/** A figure that is not known is `null`; a remainder that nobody tells of is absent, and the form has to do without it. */
export type FormFigures = Readonly<Record<FormFigure, number | null>>;
export type FormRemainders = Readonly<Partial<Record<FormRemainder, number | null>>>;

/**
 * Whether a row of the form adds up: each total with its columns, and the whole with its identity,
 * carried over + received + re-opened + transferred in = handled + transferred out + in progress + paused. What was refused
 * stands outside.
 */
export function formChecks(figures: FormFigures, remainders: FormRemainders = {}): FormChecks {
  const rest = (name: FormRemainder): number | null => (name in remainders ? (remainders[name] ?? null) : 0);
  const gap = (total: number | null, ...parts: (number | null)[]): number | null => {
    const sum = sumOf(parts);
    return total === null || sum === null ? null : total - sum;
  };
  return {
    identity: gap(
      sumOf([figures['carried-over'], figures['received-in-period'], rest('reopened'), rest('transferred-in')]),
      figures.handled,
      rest('transferred-out'),
      figures['in-progress'],
      figures.paused,
    ),
    received: gap(figures.received, figures['carried-over'], figures['received-in-period']),
    'received-in-period': gap(
      figures['received-in-period'],
      figures['received-online'],
      figures['received-in-person'],
      figures['received-post'],
      rest('received-no-channel'),
    ),
    handled: gap(
      figures.handled,
      figures['handled-early'],
      figures['handled-on-time'],
      figures['handled-late'],
      rest('handled-no-due'),
    ),
    'in-progress': gap(
      figures['in-progress'],
      figures['in-progress-within'],
      figures['in-progress-overdue'],
      rest('in-progress-no-due'),
    ),
    paused: gap(figures.paused, figures['paused-within'], figures['paused-overdue'], rest('paused-no-due')),
  };
}

function sumOf(parts: readonly (number | null)[]): number | null {
  return parts.reduce((sum: number | null, part) => (sum === null || part === null ? null : sum + part), 0);
}
