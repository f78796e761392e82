import { trendOption, type Trend } from '@flagtower/charts';
import { useMemo, type ReactNode } from 'react';

import { Panel } from '../look/panel.tsx';
import { fontFamily, useLook } from '../look/theme.tsx';
import { useWords } from '../words/language.tsx';
import { Chart } from './chart.tsx';

import './charts.css';

/** A figure over time; a gap is a gap, and where the units changed a line says so. */
export function TrendPanel({
  trend,
  isShare,
  zone,
  title,
  measured,
  description,
  menu,
  foot,
}: {
  readonly trend: Pick<Trend, 'points' | 'breaks' | 'by'>;
  readonly isShare: boolean;
  readonly zone: string;
  readonly title: string;
  readonly measured: string;
  readonly description: string;
  readonly menu?: ReactNode;
  /** What is to be known beside the course. */
  readonly foot?: ReactNode;
}): ReactNode {
  const { locale } = useWords();
  const { palette, unit } = useLook();
  const option = useMemo(
    () =>
      trendOption({ ...trend, isShare }, { language: locale, palette, fontFamily, unit: Math.max(unit, 0.9), zone }),
    [trend, isShare, locale, palette, unit, zone],
  );
  return (
    <Panel area="trend" name={title} title={title} measured={measured} menu={menu}>
      <div className="chart-frame">
        <Chart option={option} label={description} />
      </div>
      {foot}
    </Panel>
  );
}
