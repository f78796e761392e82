import { axisScale } from './axis-scale.ts';
import type { ChartLook } from './chart-look.ts';
import type { BarChartOption } from './hours.option.ts';
import { numberText } from './number-format.ts';
import { minuteText } from './time-format.ts';

/** What was written in an hour, by the tone that its source states. */
export interface ToneBucket {
  /** Epoch milliseconds of the hour's start. */
  readonly startMs: number;
  /** `null`: not known; drawn as nothing at all. */
  readonly counts: ToneCounts | null;
}

export interface ToneCounts {
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
  /** The source states no tone. */
  readonly unrated: number;
}

export const tones = ['negative', 'unrated', 'neutral', 'positive'] as const satisfies readonly (keyof ToneCounts)[];

/** Hours one on the other's tones: what complains stands at the bottom, where heights can be compared. */
export function toneHoursOption(buckets: readonly ToneBucket[], look: ChartLook): BarChartOption {
  const { palette, unit, language, zone } = look;
  const scale = axisScale(buckets.map(({ counts }) => (counts === null ? null : allOf(counts))));
  const colors = toneColors(look);
  return {
    animation: false,
    textStyle: { fontFamily: look.fontFamily },
    grid: { left: 0, right: 2 * unit, top: 20 * unit, bottom: 24 * unit },
    xAxis: {
      type: 'category',
      data: buckets.map(({ startMs }) => minuteText(startMs, zone)),
      axisLine: { lineStyle: { color: palette.line2, width: unit } },
      axisTick: { show: false },
      axisLabel: {
        color: palette.ink3,
        fontSize: 14 * unit,
        margin: 6 * unit,
        interval: (index: number) => index % 6 === 0,
        align: 'left',
        hideOverlap: true,
      },
    },
    yAxis: {
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
        formatter: (value: number) => (value === scale.max && !scale.isEmpty ? numberText(value, language) : ''),
      },
    },
    series: tones.map((tone) => ({
      type: 'bar' as const,
      name: tone,
      silent: true,
      stack: 'tones',
      barWidth: '78%',
      itemStyle: { color: colors[tone] },
      data: buckets.map(({ counts }) => counts?.[tone] ?? '-'),
    })),
  };
}

/** Grey is normal: only what complains has a colour. */
function toneColors({ palette }: ChartLook): Readonly<Record<keyof ToneCounts, string>> {
  return { negative: palette.gold, unrated: palette.line, neutral: palette.line2, positive: palette.ink2 };
}

export function allOf({ negative, neutral, positive, unrated }: ToneCounts): number {
  return negative + neutral + positive + unrated;
}
