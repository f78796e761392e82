import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

import type { BarChartOption } from '../hours.option.ts';
import type { Drawing } from './svg.ts';

use([BarChart, LineChart, GridComponent, SVGRenderer]);

/** Draws a chart without a screen; works in a browser and in Node. Sizes in pixels of the picture. */
export function chartDrawing(option: BarChartOption, width: number, height: number): Drawing {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return { markup: chart.renderToSVGString(), width, height };
  } finally {
    chart.dispose();
  }
}
