import { axisScale } from './axis-scale.ts';
import { countAxis, hourAxis } from './bar-axes.ts';
import type { ChartLook } from './chart-look.ts';
import type { BarChartOption } from './hours.option.ts';

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
  const { unit } = look;
  const scale = axisScale(buckets.map(({ counts }) => (counts === null ? null : allOf(counts))));
  const colors = toneColors(look);
  return {
    animation: false,
    textStyle: { fontFamily: look.fontFamily },
    grid: { left: 0, right: 2 * unit, top: 20 * unit, bottom: 24 * unit },
    xAxis: hourAxis(buckets, look),
    yAxis: countAxis(scale, look),
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
