import type { BarChartOption } from '@flagtower/charts';
import { BarChart, LineChart } from 'echarts/charts';
import { GridSimpleComponent } from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

import { openFrameTurns } from '../look/frame-turns.ts';

register([BarChart, LineChart, GridSimpleComponent, CanvasRenderer]);

const turns = openFrameTurns((task) => requestAnimationFrame(task));

/** A chart on a canvas. The option is the whole truth: nothing of the one before stays. */
export function ChartCanvas({ option, label }: { readonly option: BarChartOption; readonly label: string }): ReactNode {
  const holder = useRef<HTMLElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);
  const panel = useId();

  useEffect(() => {
    const element = holder.current;
    if (element === null) return undefined;
    const made = init(element, null, { renderer: 'canvas' });
    const resized = new ResizeObserver(() => {
      turns.request(`${panel} size`, () => made.resize());
    });
    resized.observe(element);
    setChart(made);
    return () => {
      resized.disconnect();
      turns.withdraw(`${panel} size`);
      setChart(null);
      made.dispose();
    };
  }, [panel]);

  useEffect(() => {
    if (chart === null) return undefined;
    let gone = false;
    const draw = (): void => {
      if (!gone && !chart.isDisposed()) chart.setOption(option, { notMerge: true });
    };
    // A canvas does not ask for a face again: it draws with what is there.
    void document.fonts.load("500 14px 'Flagtower Sans'", 'Aă0').then(() => turns.request(panel, draw));
    return () => {
      gone = true;
      turns.withdraw(panel);
    };
  }, [chart, option, panel]);

  return <figure ref={holder} className="chart-canvas" aria-label={label} />;
}
