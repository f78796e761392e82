import type { BalanceLevel } from '@flagtower/domain';

import { allMeasureCodes } from './measure-codes.ts';

const bucketSpan = 2 ** 32;
/** Buckets are 32-bit numbers and may be negative: hours before 1970. */
const bucketOffset = 2 ** 31;

/** Where an entry is added up. */
export interface SlicePlace {
  readonly slice: string;
  readonly level: BalanceLevel;
  readonly bucket: number;
}

export interface SliceSum extends SlicePlace {
  /** By measure code; 0 where nothing changes. */
  readonly sums: Int32Array;
}

const levels: readonly BalanceLevel[] = [0, 1, 2];

/** Sums of a batch by slice, level and bucket. The last two are one number as key: a batch adds to thousands. */
export class SliceSums {
  readonly #slices = new Map<string, Map<number, Int32Array>>();

  add({ slice, level, bucket }: SlicePlace, measure: number, delta: number): void {
    let places = this.#slices.get(slice);
    if (places === undefined) {
      places = new Map();
      this.#slices.set(slice, places);
    }
    const key = level * bucketSpan + bucket + bucketOffset;
    let sums = places.get(key);
    if (sums === undefined) {
      sums = new Int32Array(allMeasureCodes.length);
      places.set(key, sums);
    }
    sums[measure] = (sums[measure] ?? 0) + delta;
  }

  /** What is not 0 altogether. */
  changed(): SliceSum[] {
    const changed: SliceSum[] = [];
    for (const [slice, places] of this.#slices) {
      for (const [key, sums] of places) {
        if (sums.every((sum) => sum === 0)) continue;
        const level = levels[Math.floor(key / bucketSpan)];
        if (level === undefined) throw new RangeError('a place of no level');
        changed.push({ slice, level, bucket: (key % bucketSpan) - bucketOffset, sums });
      }
    }
    return changed;
  }
}
