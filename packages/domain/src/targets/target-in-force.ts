import type { Target } from '@flagtower/contracts';

type Standing = Pick<Target, 'kpi' | 'unit' | 'validFrom' | 'by'>;

/** Targets that had been set by a day; those whose last day has passed are still told, as met or missed. */
export function targetsOn<Each extends Standing>(targets: readonly Each[], day: string): Each[] {
  return targets.filter(({ validFrom }) => validFrom === null || validFrom <= day);
}

/**
 * The target that a figure is held to on a day: of those that had been set by then the one set last.
 * @returns `null` where there is none
 */
export function targetInForce<Each extends Standing>(
  targets: readonly Each[],
  { kpi, unit, day }: { readonly kpi: string; readonly unit: string; readonly day: string },
): Each | null {
  return targetsOn(targets, day)
    .filter((target) => target.kpi === kpi && target.unit === unit)
    .reduce<Each | null>(
      (newest, next) => (newest === null || (next.validFrom ?? '') > (newest.validFrom ?? '') ? next : newest),
      null,
    );
}
