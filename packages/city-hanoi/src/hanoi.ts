import { citySchema, type City } from '@flagtower/contracts';

import { hanoiCalendar } from './calendar/hanoi-calendar.ts';
import { centers } from './centers.ts';
import { dossierFlows } from './kpis/dossier-flows.ts';
import { dossierRates } from './kpis/dossier-rates.ts';
import { dossierStates } from './kpis/dossier-states.ts';
import { fieldReports } from './kpis/field-reports.ts';
import { noticeKpis } from './kpis/notices.ts';
import { statedKpis } from './kpis/stated.ts';
import { transitKpis } from './kpis/transit.ts';
import { procedures } from './procedures.ts';
import { reports } from './reports.ts';
import { sources } from './sources.ts';
import { programmes, targets } from './targets.ts';
import { cityCode, units } from './units.ts';

/** Hanoi: everything that another city would say differently. */
export const hanoi: City = citySchema.parse({
  id: 'hanoi',
  names: { vi: 'Hà Nội', en: 'Hanoi' },
  zone: 'Asia/Ho_Chi_Minh',
  calendar: hanoiCalendar,
  root: cityCode,
  units,
  centers,
  procedures,
  kpis: [
    ...dossierFlows,
    ...dossierStates,
    ...dossierRates,
    ...fieldReports,
    ...transitKpis,
    ...noticeKpis,
    ...statedKpis,
  ],
  targets,
  programmes,
  reports,
  sources,
  map: {
    center: [105.7, 21],
    zoom: 9.3,
    core: [
      [105.74, 20.94],
      [105.93, 21.1],
    ],
  },
  credits: [
    'Units: Resolution 1656/NQ-UBTVQH15; codes of the General Statistics Office; offices, areas and populations from the state’s merger map of 2025 as compiled by vietnamadminunits (MIT)',
    'Map cells: drawn by Flagtower from office points and areas; they show no borders',
    'Centers: Plan 39/KH-UBND of 12 February 2019 and press of 2019; English names are ours',
    'Procedures: codes of the national database of administrative procedures as known to us, unchecked; codes SIM-… are simulated',
    'Working days: Labour Codes 10/2012/QH13 and 45/2019/QH14; lunar days computed at UTC+7; decisions of single years as listed with the calendar',
    'Stated figures: Kinh tế & Đô thị, early 2019, each with its source line',
    'Targets: city tasks of 2019 and of July 2025 as told by the press',
  ],
});
