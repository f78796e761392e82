import { hatch, type ChartLook } from './chart-look.ts';

interface Bucket {
  readonly value: number | null;
  /** It still runs. */
  readonly partial: boolean;
}

type Bar = '-' | number | { readonly value: number; readonly itemStyle: object };

/**
 * A bucket as a bar: nothing where it is not known, hatched while it still runs.
 * @param border pixels of the design
 */
export function bucketBar({ value, partial }: Bucket, { palette, unit }: ChartLook, border: number): Bar {
  if (value === null) return '-';
  if (!partial) return value;
  const decal = hatch(palette.ink, unit);
  return { value, itemStyle: { color: palette.g1, borderColor: palette.ink, borderWidth: border * unit, decal } };
}
