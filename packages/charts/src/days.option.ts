import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';

import { axisScale } from './axis-scale.ts';
import { countAxis } from './bar-axes.ts';
import { bucketBar } from './bucket-bar.ts';
import type { ChartLook } from './chart-look.ts';
import type { BarChartOption } from './hours.option.ts';
import { numberText } from './number-format.ts';
import { shortDayText } from './time-format.ts';
import { trailingMean } from './trailing-mean.ts';

/** One day of the ledger's zone. */
export interface DayBucket {
  /** Epoch milliseconds of the day's start. */
  readonly startMs: number;
  /** `null`: not known; drawn as a gap. */
  readonly value: number | null;
  /** The day is still running. */
  readonly partial: boolean;
  /** By the working calendar; `null` where it is not known, which is in no mean. */
  readonly isWorking: boolean | null;
}

const MEAN_DAYS = 14;
/** Of the ten working days in them: fewer known ones make no mean. */
const MIN_DAYS = 5;

/**
 * Ninety days as bars, the mean of two weeks' working days as a line with its newest value at the right edge. The
 * running day is hatched and in no mean: half a day is not a bad day.
 */
export function daysOption(buckets: readonly DayBucket[], look: ChartLook): BarChartOption {
  const { unit } = look;
  const scale = axisScale(buckets.map(({ value }) => value));
  return {
    animation: false,
    textStyle: { fontFamily: look.fontFamily },
    grid: { left: 0, right: 56 * unit, top: 20 * unit, bottom: 24 * unit },
    xAxis: dayAxis(buckets, look),
    yAxis: countAxis(scale, look),
    series: [dayBars(buckets, look), meanLine(buckets, look)],
  };
}

/**
 * Mean of the working days among the last 14 days, at each day; with weekends and holidays in it the line would run where
 * no day ever is. The running day is in no mean and has none.
 */
export function daysMean(buckets: readonly DayBucket[]): (number | null)[] {
  const working = buckets.map(({ value, partial, isWorking }) => (partial || isWorking !== true ? null : value));
  const mean = trailingMean(working, MEAN_DAYS, MIN_DAYS);
  return mean.map((value, index) => (buckets[index]?.partial === true ? null : value));
}

function dayAxis(buckets: readonly DayBucket[], { palette, unit, zone }: ChartLook): object {
  const last = buckets.length - 1;
  return {
    type: 'category',
    data: buckets.map(({ startMs }) => shortDayText(startMs, zone)),
    axisLine: { lineStyle: { color: palette.line2, width: unit } },
    axisTick: { show: false },
    axisLabel: {
      color: palette.ink3,
      fontSize: 14 * unit,
      margin: 6 * unit,
      // The two ends and two places between: a date for each bar would be unreadable.
      interval: (index: number) => index === 0 || index === last || index === 30 || index === 60,
      alignMinLabel: 'left',
      alignMaxLabel: 'right',
    },
  };
}

function dayBars(buckets: readonly DayBucket[], look: ChartLook): BarSeriesOption {
  return {
    type: 'bar',
    name: 'counted',
    silent: true,
    barWidth: '66%',
    itemStyle: { color: look.palette.ink3 },
    data: buckets.map((bucket) => bucketBar(bucket, look, 0.5)),
  };
}

function meanLine(buckets: readonly DayBucket[], { palette, unit, language }: ChartLook): LineSeriesOption {
  const mean = daysMean(buckets);
  const newest = mean.findLast((value) => value !== null);
  return {
    type: 'line',
    name: 'mean',
    silent: true,
    symbol: 'none',
    connectNulls: false,
    z: 3,
    lineStyle: { color: palette.ink, width: 2.5 * unit },
    data: mean.map((value) => value ?? '-'),
    endLabel: {
      show: newest !== undefined,
      formatter: newest === undefined ? '' : numberText(newest, language),
      color: palette.ink,
      fontSize: 14 * unit,
      distance: 8 * unit,
    },
  };
}
