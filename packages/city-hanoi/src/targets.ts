import type { TargetInput } from './city-input.ts';
import { communeRows } from './communes-2025.ts';
import { cityCode } from './units.ts';

const drive = 'City drive for one-stop reception, July 2025: communes at least 60% online, 100% on time';
const plan2019 = 'City tasks for e-government in 2019 (Plan 39/KH-UBND and the press of early 2019)';

/** Targets of the counted figures. The city's own shares are held to the communes' target: it has no other. */
const counted: TargetInput[] = [cityCode, ...communeRows.map(([code]) => code)].flatMap((unit) => [
  { kpi: 'dossiers.online-rate', unit, value: 0.6, from: null, by: '2025-07-30', basis: drive },
  { kpi: 'dossiers.on-time-rate.handled', unit, value: 1, from: null, by: '2025-07-30', basis: drive },
]);

interface Aim {
  indicator: string;
  unit: string;
  value: number;
  by?: string;
  says: string;
}

const bacTuLiem = '021';
const baDinh = '001';

const aims: Aim[] = [
  {
    indicator: 'services.online-share',
    unit: cityCode,
    value: 0.8,
    says: '80 to 100% of procedures at level 3 or 4, at each of departments, districts and communes',
  },
  {
    indicator: 'integration.core-systems',
    unit: cityCode,
    value: 0.5,
    says: 'half of the core systems and databases connected and sharing with national databases',
  },
  { indicator: 'it-zones.invested', unit: cityCode, value: 1, says: '1 or 2 concentrated IT zones invested in' },
  {
    indicator: 'ioc.centers',
    unit: cityCode,
    value: 8,
    says: '8 functional centers; traffic, tourism and health information first',
  },
  {
    indicator: 'kiosk.installed',
    unit: cityCode,
    value: 1,
    by: '2019-03-31',
    says: 'kiosks in all apartment buildings of 17 floors and more, first quarter',
  },
  {
    indicator: 'bac-tu-liem.video',
    unit: bacTuLiem,
    value: 1,
    says: 'all wards with online conferencing to city, departments and district',
  },
  { indicator: 'bac-tu-liem.edocs', unit: bacTuLiem, value: 1, says: 'all documents exchanged electronically' },
  {
    indicator: 'bac-tu-liem.online',
    unit: bacTuLiem,
    value: 1,
    says: 'all dossiers of level 3 and 4 registered online',
  },
  { indicator: 'bac-tu-liem.at-home', unit: bacTuLiem, value: 0.65, says: '65% of them registered at home' },
  {
    indicator: 'bac-tu-liem.ebidding',
    unit: bacTuLiem,
    value: 0.5,
    says: 'at least half of competitive-quotation and small packages tendered online',
  },
  {
    indicator: 'bac-tu-liem.e-groups',
    unit: bacTuLiem,
    value: 1,
    says: 'at least 1 new electronic residential group a ward',
  },
  { indicator: 'ba-dinh.online', unit: baDinh, value: 0.9, says: 'at least 90% of level 3 dossiers registered online' },
  { indicator: 'ba-dinh.readiness', unit: baDinh, value: 1, says: 'all 14 wards rated ready for e-government' },
  {
    indicator: 'ba-dinh.online-meetings',
    unit: baDinh,
    value: 0.5,
    says: 'half of the district-wide meetings with wards held online',
  },
];

/** Targets of figures that are stated, not counted: their ids carry the prefix `report.`. */
const stated: TargetInput[] = aims.map(({ indicator, unit, value, by = '2019-12-31', says }) => ({
  kpi: `report.${indicator}`,
  unit,
  value,
  from: null,
  by,
  basis: `${plan2019}: ${says}`,
}));

export const targets: TargetInput[] = [...counted, ...stated];
