import { daySchema, workingCalendarSchema, type CityView, type RankedUnit } from '@flagtower/contracts';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

import { LookProvider } from '../../src/look/theme.tsx';
import { StreamProvider } from '../../src/stream/stream-provider.tsx';
import { UnitMap } from '../../src/unit-map/unit-map.tsx';
import { LanguageProvider } from '../../src/words/language.tsx';

import '../../src/look/fonts.css';
import '../../src/look/tokens.css';
import '../../src/look/base.css';

const units = new Map();

const city: CityView = {
  id: 'trial',
  names: { vi: 'Thử', en: 'Trial' },
  zone: 'Asia/Ho_Chi_Minh',
  calendar: workingCalendarSchema.parse({
    version: 1,
    from: '2026-01-01',
    to: '2026-12-31',
    weekend: [6, 7],
    daysOff: [],
    workDays: [],
    decidedYears: [],
    holidays: [],
    sources: [],
  }),
  root: '01',
  geography: daySchema.parse('2026-03-31'),
  unitChanges: [],
  units: [],
  centers: [],
  procedures: [],
  kpis: [],
  targets: [],
  programmes: [],
  airQuality: null,
  incidents: null,
  measuredFeeds: [],
  mapLayers: [],
  map: {
    center: [105.7, 21],
    zoom: 9.3,
    core: [
      [105.74, 20.94],
      [105.93, 21.1],
    ],
  },
  credits: [],
};

function levelOf({ overdueShare }: RankedUnit): 'warning' | 'normal' {
  return (overdueShare ?? 0) > 0.025 ? 'warning' : 'normal';
}

function Page(): ReactNode {
  return (
    <div style={{ position: 'relative', width: 771, height: 560 }}>
      <UnitMap city={city} units={units} unitLevel={levelOf} noticeLevel={() => 'critical'} vehicleFeed="bus" />
    </div>
  );
}

const root = document.querySelector('#page');
if (root === null) throw new TypeError('the page has no root');
createRoot(root).render(
  <LookProvider>
    <LanguageProvider>
      <StreamProvider ledger="trial" token={null}>
        <Page />
      </StreamProvider>
    </LanguageProvider>
  </LookProvider>,
);
