import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

import { axisScale } from './axis-scale.ts';
import { countAxis, hourAxis } from './bar-axes.ts';
import { bucketBar } from './bucket-bar.ts';
import type { ChartLook } from './chart-look.ts';
import { minuteText, msIntoDay } from './time-format.ts';

export type BarChartOption = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption>;

/** One hour of the ledger's day. */
export interface HourBucket {
  /** Epoch milliseconds of the hour's start. */
  readonly startMs: number;
  /** `null`: not known, or not begun; drawn as nothing at all. */
  readonly value: number | null;
  /** The hour is still running. */
  readonly partial: boolean;
  /** What such an hour usually brings; `null` where too few are known. */
  readonly usual: number | null;
}

/**
 * The day by hours: solid for what was counted, hatched for the running hour, outlines for the usual day, a line at "now".
 * @param nowMs the ledger's clock, epoch milliseconds; `null` draws no line
 * @param most the highest of all days that are to be compared on one scale; `null`: of this one alone
 */
export function hoursOption(
  buckets: readonly HourBucket[],
  nowMs: number | null,
  look: ChartLook,
  most: number | null = null,
): BarChartOption {
  const { unit } = look;
  const scale = axisScale([most, ...buckets.flatMap(({ value, usual }) => [value, usual])]);
  return {
    animation: false,
    textStyle: { fontFamily: look.fontFamily },
    grid: { left: 0, right: 2 * unit, top: 20 * unit, bottom: 24 * unit },
    xAxis: [hourAxis(buckets, look), { type: 'value', min: 0, max: buckets.length, show: false }],
    yAxis: countAxis(scale, look),
    series: [usualSeries(buckets, look), countedSeries(buckets, look), ...nowSeries(nowMs, scale.max, look)],
  };
}

function usualSeries(buckets: readonly HourBucket[], { palette, unit }: ChartLook): BarSeriesOption {
  return {
    type: 'bar',
    name: 'usual',
    silent: true,
    barWidth: '78%',
    z: 4,
    itemStyle: { color: 'transparent', borderColor: palette.line2, borderWidth: 1.4 * unit },
    data: buckets.map(({ usual }) => usual ?? '-'),
  };
}

function countedSeries(buckets: readonly HourBucket[], look: ChartLook): BarSeriesOption {
  return {
    type: 'bar',
    name: 'counted',
    silent: true,
    barWidth: '78%',
    // On the outline, not beside it.
    barGap: '-100%',
    z: 3,
    itemStyle: { color: look.palette.ink2 },
    data: buckets.map((bucket) => bucketBar(bucket, look, 1)),
  };
}

function nowSeries(nowMs: number | null, top: number, { palette, unit, zone }: ChartLook): LineSeriesOption[] {
  if (nowMs === null) return [];
  const hour = msIntoDay(nowMs, zone) / 3_600_000;
  return [
    {
      type: 'line',
      name: 'now',
      silent: true,
      xAxisIndex: 1,
      symbol: 'none',
      z: 5,
      lineStyle: { color: palette.ink, width: 1.4 * unit },
      data: [
        [hour, 0],
        [hour, top],
      ],
      endLabel: {
        show: true,
        formatter: minuteText(nowMs, zone),
        color: palette.ink,
        fontSize: 14 * unit,
        // Near the right edge the label would leave the panel.
        align: hour > 21 ? 'right' : 'left',
        offset: [hour > 21 ? -12 * unit : -4 * unit, -8 * unit],
      },
    },
  ];
}
