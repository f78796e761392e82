import { BarChart, LineChart } from 'echarts/charts';
import { GridSimpleComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

import type { BarChartOption } from '../hours.option.ts';
import type { Size } from './picture.ts';
import type { Drawing } from './svg.ts';

use([BarChart, LineChart, GridSimpleComponent, CanvasRenderer, SVGRenderer]);

/** A chart and the size of its picture, in pixels of the picture. */
export interface ChartOrder extends Size {
  readonly option: BarChartOption;
}

/** Draws a chart without a screen; works in a browser and in Node. */
export function chartDrawing({ option, width, height }: ChartOrder): Drawing {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  return withChart(chart, option, () => ({ markup: chart.renderToSVGString(), width, height }));
}

/** Paints a chart on a canvas of its own; browsers only. `scale`: pixels of the canvas per pixel of the picture. */
export function chartCanvas({ option, width, height }: ChartOrder, scale: number): HTMLCanvasElement {
  const chart = init(document.createElement('div'), null, { renderer: 'canvas', width, height });
  return withChart(chart, option, () => chart.renderToCanvas({ pixelRatio: scale }));
}

function withChart<T>(chart: EChartsType, option: BarChartOption, take: () => T): T {
  try {
    chart.setOption(option);
    return take();
  } finally {
    chart.dispose();
  }
}
