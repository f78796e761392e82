const levels = 3;
const bucketSpan = 2 ** 32;
/** Buckets are 32-bit numbers and may be negative: hours before 1970. */
const bucketOffset = 2 ** 31;

export interface SliceSum {
  readonly slice: string;
  readonly measure: number;
  readonly level: number;
  readonly bucket: number;
  readonly sum: number;
}

/** Sums of a batch by slice, measure, level and bucket. The last three are one number as key: a batch adds to tens of thousands. */
export class SliceSums {
  readonly #slices = new Map<string, Map<number, number>>();

  add(slice: string, measure: number, level: number, bucket: number, delta: number): void {
    let sums = this.#slices.get(slice);
    if (sums === undefined) {
      sums = new Map();
      this.#slices.set(slice, sums);
    }
    const key = (measure * levels + level) * bucketSpan + bucket + bucketOffset;
    sums.set(key, (sums.get(key) ?? 0) + delta);
  }

  /** What is not 0, in the order of the balances' key within a slice. */
  changed(): SliceSum[] {
    const changed: SliceSum[] = [];
    for (const [slice, sums] of this.#slices) {
      for (const [key, sum] of [...sums].toSorted(([a], [b]) => a - b)) {
        if (sum === 0) continue;
        const place = Math.floor(key / bucketSpan);
        changed.push({
          slice,
          measure: Math.floor(place / levels),
          level: place % levels,
          bucket: (key % bucketSpan) - bucketOffset,
          sum,
        });
      }
    }
    return changed;
  }
}
