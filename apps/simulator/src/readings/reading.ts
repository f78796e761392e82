import type { observationSchema } from '@flagtower/contracts';
import type { z } from 'zod';

/** A reading as we write it: a line of our own record format. */
export type Reading = z.input<typeof observationSchema>;

export interface Measured {
  readonly feed: string;
  readonly entity: string;
  readonly metric: string;
  readonly value: number;
  /** UCUM. */
  readonly unit: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly point?: readonly [number, number] | undefined;
  readonly group?: string;
  /** Higher than that of an earlier telling, which it then replaces. */
  readonly version?: number;
}

export function observation({ feed, entity, metric, value, unit, at, point, group, version }: Measured): Reading {
  const occurredAt = new Date(at).toISOString();
  return {
    kind: 'observation',
    recordId: `${entity}|${metric}|${occurredAt}`,
    occurredAt,
    feed,
    entity,
    metric,
    value,
    unitOfMeasure: unit,
    ...(point === undefined ? {} : { point: [point[0], point[1]] }),
    ...(group === undefined ? {} : { group }),
    ...(version === undefined ? {} : { version }),
  };
}

/** Readings, a line each. */
export function linesOf(readings: readonly Reading[]): string {
  return readings.map((reading) => `${JSON.stringify(reading)}\n`).join('');
}
