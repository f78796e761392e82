import { BarChart, LineChart } from 'echarts/charts';
import { GridSimpleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

import type { ChartOrder } from './chart-drawing.ts';

use([BarChart, LineChart, GridSimpleComponent, CanvasRenderer]);

/** Paints a chart on a canvas of its own; browsers only. `scale`: pixels of the canvas per pixel of the picture. */
export function chartCanvas({ option, width, height }: ChartOrder, scale: number): HTMLCanvasElement {
  const chart = init(document.createElement('div'), null, { renderer: 'canvas', width, height });
  try {
    chart.setOption(option);
    return chart.renderToCanvas({ pixelRatio: scale });
  } finally {
    chart.dispose();
  }
}
