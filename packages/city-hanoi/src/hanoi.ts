import { citySchema, type City } from '@flagtower/contracts';

import { airQuality } from './air-quality.ts';
import { hanoiCalendar } from './calendar/hanoi-calendar.ts';
import { centers } from './centers.ts';
import { incidents } from './incidents/incidents.ts';
import { index766 } from './index766/index766.ts';
import { statedResults } from './index766/stated-results.ts';
import { adoptionKpis } from './kpis/adoption.ts';
import { dossierFlows } from './kpis/dossier-flows.ts';
import { dossierRates } from './kpis/dossier-rates.ts';
import { dossierStates } from './kpis/dossier-states.ts';
import { emergencyKpis } from './kpis/emergency.ts';
import { environmentKpis } from './kpis/environment.ts';
import { fieldReports } from './kpis/field-reports.ts';
import { index766Stated } from './kpis/index766-stated.ts';
import { itSupportKpis } from './kpis/it-support.ts';
import { noticeKpis } from './kpis/notices.ts';
import { pressKpis } from './kpis/press.ts';
import { reportForm } from './kpis/report-form.ts';
import { securityKpis } from './kpis/security.ts';
import { sourceKpis } from './kpis/sources.ts';
import { statedKpis } from './kpis/stated.ts';
import { tourismKpis } from './kpis/tourism.ts';
import { trafficKpis } from './kpis/traffic.ts';
import { transitKpis } from './kpis/transit.ts';
import { mapLayers } from './map-layers.ts';
import { measuredFeeds } from './measured-feeds.ts';
import { procedures } from './procedures.ts';
import { reports } from './reports.ts';
import { sources } from './sources.ts';
import { programmes, targets } from './targets.ts';
import { successions } from './units/commune-lives.ts';
import { departmentSuccessions } from './units/departments.ts';
import { unitChanges } from './units/unit-changes.ts';
import { cityCode, units } from './units/units.ts';

/** Hanoi: everything that another city would say differently. */
export const hanoi: City = citySchema.parse({
  id: 'hanoi',
  names: { vi: 'Hà Nội', en: 'Hanoi' },
  zone: 'Asia/Ho_Chi_Minh',
  calendar: hanoiCalendar,
  // 2: units with a life, and what became of them. 3: due dates by time limits and calendar, where none was told.
  // 4: departments are units.
  rulesVersion: 4,
  root: cityCode,
  units,
  successions: [...successions, ...departmentSuccessions],
  unitChanges,
  centers,
  procedures,
  kpis: [
    ...dossierFlows,
    ...dossierStates,
    ...dossierRates,
    ...reportForm,
    ...adoptionKpis,
    ...fieldReports,
    ...transitKpis,
    ...trafficKpis,
    ...emergencyKpis,
    ...environmentKpis,
    ...itSupportKpis,
    ...securityKpis,
    ...pressKpis,
    ...tourismKpis,
    ...noticeKpis,
    ...sourceKpis,
    ...statedKpis,
    ...index766Stated,
  ],
  targets,
  programmes,
  reports: [...(reports ?? []), ...statedResults],
  index766,
  airQuality,
  measuredFeeds,
  mapLayers,
  incidents,
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
    'Units of 2019: list of the General Statistics Office of 6 October 2019; their changes: Resolutions 895/NQ-UBTVQH14, 1286/NQ-UBTVQH15 and 1656/NQ-UBTVQH15, the last one by the official conversion table of the statistics office',
    'Departments: Người Lao Động and Thanh Niên, 25 February 2025, on the resolution of the People’s Council; 22 of them in 2019 by Decision 1752/QĐ-UBND of 29 April 2020; codes HN-… are Flagtower’s own, no public list of official ones was found',
    'Units of today: Resolution 1656/NQ-UBTVQH15; codes of the General Statistics Office; offices, areas and populations from the state’s merger map of 2025 as compiled by vietnamadminunits (MIT)',
    'Map cells: drawn by Flagtower from office points and areas; they show no borders',
    'Centers: Plan 39/KH-UBND of 12 February 2019 and press of 2019; English names are ours',
    'Procedures: codes of the national database of administrative procedures as known to us, unchecked; codes SIM-… are simulated',
    'Time limits: laws and decrees, each with its article and where its wording was read; those of Decree 123/2015/NĐ-CP could not be read and say so; only limits in working days',
    'Working days: Labour Codes 10/2012/QH13 and 45/2019/QH14; lunar days computed at UTC+7; decisions of single years as listed with the calendar',
    'Stated figures: Kinh tế & Đô thị, early 2019, each with its source line',
    'Air: bands of Decisions 878/QĐ-TCMT (2011) and 1459/QĐ-TCMT (2019)',
    'Incidents: kinds, owners, distances, severities and the city’s stage are rules of this product; thresholds name their sources',
    'Targets: city tasks of 2019 and of July 2025 as told by the press',
  ],
});
