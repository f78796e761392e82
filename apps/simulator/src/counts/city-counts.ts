import { minuteMs } from '../calendar/city-days.ts';
import { frameOf } from '../calendar/frame-of.ts';
import type { CityModel } from '../city-model.ts';
import { caseCounts } from './case-counts.ts';
import { measuredCounts } from './measured-counts.ts';
import { trafficCounts } from './traffic-counts.ts';

/** What a city knows of itself at a moment. */
export interface CityCounts {
  /** The moment, by the city's clock. */
  readonly at: string;
  /** Figures by the id of the KPI that should show them. */
  readonly kpis: Readonly<Record<string, number>>;
  /** Dossiers by the day of their receipt, as they are known at the moment. */
  readonly dossiers: Readonly<Record<string, { readonly received: number; readonly receivedOnline: number }>>;
}

/** Days of cases that are counted: what lies longer is not looked for. */
const daysBack = 3;

/**
 * Counts the city anew from what happens in it, not from what its documents say: what a wall shows can be held against it.
 * Measured figures are those of the documents' last frames.
 */
export function cityCounter(city: CityModel, now: () => number): () => CityCounts {
  return () => {
    const at = now();
    const { kpis, dossiers } = caseCounts(city, at, daysBack);
    const frame = frameOf(at, minuteMs);
    return {
      at: new Date(at).toISOString(),
      kpis: { ...kpis, ...trafficCounts(city, frame), ...measuredCounts(city, frame) },
      dossiers,
    };
  };
}
