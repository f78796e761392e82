import { BarChart, LineChart } from 'echarts/charts';
import { GridSimpleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

import type { BarChartOption } from '../hours.option.ts';
import type { Size } from './picture.ts';
import type { Drawing } from './svg.ts';

use([BarChart, LineChart, GridSimpleComponent, SVGRenderer]);

/** A chart and the size of its picture, in pixels of the picture. */
export interface ChartOrder extends Size {
  readonly option: BarChartOption;
}

/** Draws a chart without a screen; works in a browser and in Node. */
export function chartDrawing({ option, width, height }: ChartOrder): Drawing {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return { markup: chart.renderToSVGString(), width, height };
  } finally {
    chart.dispose();
  }
}
