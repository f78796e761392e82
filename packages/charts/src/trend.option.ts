import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';

import { axisScale } from './axis-scale.ts';
import { bucketBar } from './bucket-bar.ts';
import type { ChartLook } from './chart-look.ts';
import type { BarChartOption } from './hours.option.ts';
import { numberText, shareText } from './number-format.ts';
import { dayText, minuteText, shortDayText } from './time-format.ts';

export interface Trend {
  readonly by: 'hour' | 'day' | 'month';
  readonly points: readonly {
    /** An instant. */
    readonly start: string;
    /** `null`: not known; drawn as a gap. */
    readonly value: number | null;
    /** Still running. */
    readonly partial: boolean;
  }[];
  /** Days on which the units changed. */
  readonly breaks: readonly { readonly day: string }[];
  /** A share of 0 to 1; counts otherwise. */
  readonly isShare: boolean;
}

/** Counts as bars from zero; a share as a line on its own stretch of the scale, since all that matters is near its top. */
export function trendOption(trend: Trend, look: ChartLook): BarChartOption {
  const { palette, unit } = look;
  return {
    animation: false,
    textStyle: { fontFamily: look.fontFamily },
    grid: { left: 56 * unit, right: 4 * unit, top: 12 * unit, bottom: 24 * unit },
    xAxis: {
      type: 'category',
      data: trend.points.map(({ start }) => labelOf(start, trend.by, look)),
      axisLine: { lineStyle: { color: palette.line2, width: unit } },
      axisTick: { show: false },
      axisLabel: {
        color: palette.ink3,
        fontSize: 14 * unit,
        margin: 6 * unit,
        hideOverlap: true,
        alignMinLabel: 'left',
        alignMaxLabel: 'right',
      },
    },
    yAxis: valueAxis(trend, look),
    series: [trend.isShare ? shareLine(trend, look) : countBars(trend, look), ...breakLines(trend, look)],
  };
}

function labelOf(start: string, by: Trend['by'], { zone }: ChartLook): string {
  const ms = Date.parse(start);
  if (by === 'hour') return minuteText(ms, zone);
  return by === 'day' ? shortDayText(ms, zone) : dayText(ms, zone).slice(3);
}

function valueAxis(
  { points, isShare }: Trend,
  { palette, unit, language }: ChartLook,
): NonNullable<BarChartOption['yAxis']> {
  const values = points.map(({ value }) => value);
  const scale = isShare ? shareScale(values) : countScale(values);
  return {
    type: 'value',
    min: scale.min,
    max: scale.max,
    interval: scale.step,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: palette.line, width: unit } },
    axisLabel: {
      margin: 8 * unit,
      color: palette.ink3,
      fontSize: 14 * unit,
      formatter: (value: number) => (isShare ? shareText(value, language, 0) : numberText(value, language)),
    },
  };
}

/** From zero, or from as many steps below it as the lowest value needs: a bus may come early. */
function countScale(values: readonly (number | null)[]): { min: number; max: number; step: number } {
  const { max, step } = axisScale(values);
  const lowest = Math.min(0, ...values.filter((value) => value !== null));
  return { min: lowest === 0 ? 0 : Math.floor(lowest / step) * step, max, step };
}

/** From the ten below the lowest share to 100 %: the axis says that it does not begin at zero. */
function shareScale(values: readonly (number | null)[]): { min: number; max: number; step: number } {
  const lowest = Math.min(1, ...values.filter((value) => value !== null));
  const min = Math.max(0, Math.floor(lowest * 10 - 0.2) / 10);
  return { min, max: 1, step: (1 - min) / 2 };
}

function countBars({ points }: Trend, look: ChartLook): BarSeriesOption {
  return {
    type: 'bar',
    name: 'counted',
    silent: true,
    barWidth: '66%',
    itemStyle: { color: look.palette.ink2 },
    data: points.map((bucket) => bucketBar(bucket, look, 0.5)),
  };
}

function shareLine({ points }: Trend, { palette, unit }: ChartLook): LineSeriesOption {
  return {
    type: 'line',
    name: 'counted',
    silent: true,
    symbol: 'circle',
    symbolSize: 3 * unit,
    connectNulls: false,
    itemStyle: { color: palette.ink },
    lineStyle: { color: palette.ink, width: 2 * unit },
    data: points.map(({ value }) => value ?? '-'),
  };
}

/** A dashed line through the bucket in which the units changed: what stands left of it was counted in others. */
function breakLines({ points, breaks, by }: Trend, { palette, unit, zone }: ChartLook): BarSeriesOption[] {
  const changed = points.map(({ start }, index) => {
    const from = dayOf(start, zone);
    const next = points[index + 1]?.start;
    const to = next === undefined ? '9999-12-31' : dayOf(next, zone);
    return index > 0 && breaks.some(({ day }) => (by === 'day' ? day === from : from <= day && day < to));
  });
  if (!changed.includes(true)) return [];
  return [
    {
      type: 'bar',
      name: 'units changed',
      silent: true,
      barWidth: 1.5 * unit,
      barGap: '-100%',
      z: 4,
      itemStyle: { color: palette.gold },
      // As tall as the chart whatever its scale is: its own value would need the scale's top.
      data: changed.map((is) => (is ? topOf(points) : '-')),
    },
  ];
}

function topOf(points: Trend['points']): number {
  return Math.max(1e-9, ...points.map(({ value }) => value ?? 0));
}

function dayOf(instant: string, zone: string): string {
  return dayText(Date.parse(instant), zone).split('/').toReversed().join('-');
}
