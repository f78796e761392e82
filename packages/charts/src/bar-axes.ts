import type { AxisScale } from './axis-scale.ts';
import type { ChartLook } from './chart-look.ts';
import { numberText } from './number-format.ts';
import { minuteText } from './time-format.ts';

/** The hours under bars. @param hours epoch milliseconds of each one's start */
export function hourAxis(hours: readonly { readonly startMs: number }[], { palette, unit, zone }: ChartLook): object {
  return {
    type: 'category',
    data: hours.map(({ startMs }) => minuteText(startMs, zone)),
    axisLine: { lineStyle: { color: palette.line2, width: unit } },
    axisTick: { show: false },
    axisLabel: {
      color: palette.ink3,
      fontSize: 14 * unit,
      margin: 6 * unit,
      // Six hours apart: the reader needs the part of the day, not each hour's name.
      interval: (index: number) => index % 6 === 0,
      align: 'left',
      hideOverlap: true,
    },
  };
}

/** Counts beside bars. */
export function countAxis(scale: AxisScale, { palette, unit, language }: ChartLook): object {
  return {
    type: 'value',
    min: 0,
    max: scale.max,
    interval: scale.step,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: palette.line, width: unit } },
    axisLabel: {
      inside: true,
      margin: 0,
      align: 'left',
      verticalAlign: 'bottom',
      padding: [0, 0, 2 * unit, 0],
      color: palette.ink3,
      fontSize: 14 * unit,
      showMinLabel: false,
      // Only the top line has its number: it lies above all bars, where it can be read.
      formatter: (value: number) => (value === scale.max && !scale.isEmpty ? numberText(value, language) : ''),
    },
  };
}
