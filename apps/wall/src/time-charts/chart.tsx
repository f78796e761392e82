import type { BarChartOption } from '@flagtower/charts';
import { lazy, Suspense, type ReactNode } from 'react';

import { latePart } from '../stream/late-part.ts';

/** Half of the page's code draws charts; the numbers do not wait for it. */
const ChartCanvas = lazy(async () => {
  const part = await latePart(() => import('./chart-canvas.tsx'));
  return { default: part.ChartCanvas };
});

/** A chart as soon as its code is there. */
export function Chart({ option, label }: { readonly option: BarChartOption; readonly label: string }): ReactNode {
  return (
    <Suspense fallback={<figure className="chart-canvas" aria-label={label} />}>
      <ChartCanvas option={option} label={label} />
    </Suspense>
  );
}
