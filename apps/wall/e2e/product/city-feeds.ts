import { sourceStatusSchema, type sourceConfigSchema } from '@flagtower/contracts';
import { expect } from '@playwright/test';
import { z } from 'zod';

import { authorised } from './intake.ts';
import type { Service } from './service.ts';

const feeds = [
  {
    id: 'hanoi-bus',
    vi: 'Vị trí xe buýt',
    en: 'Bus positions',
    center: 'traffic',
    path: 'gtfs-rt/vehicle-positions.pb',
  },
  {
    id: 'hanoi-bus-trips',
    vi: 'Giờ đến xe buýt',
    en: 'Bus arrivals',
    center: 'traffic',
    path: 'gtfs-rt/trip-updates.pb',
  },
  {
    id: 'hanoi-roads',
    vi: 'Lưu lượng, tốc độ đường phố',
    en: 'Traffic flow and speed',
    center: 'traffic',
    path: 'datex2/measured-data.xml',
  },
  {
    id: 'hanoi-road-incidents',
    vi: 'Sự cố giao thông',
    en: 'Traffic incidents',
    center: 'traffic',
    path: 'datex2/situations.xml',
  },
  {
    id: 'hanoi-cameras',
    vi: 'Trạng thái camera giao thông',
    en: 'State of traffic cameras',
    center: 'traffic',
    path: 'cameras.ndjson',
  },
  {
    id: 'hanoi-air',
    vi: 'Trạm quan trắc không khí',
    en: 'Air stations',
    center: 'environment',
    path: 'ngsi-ld/air-quality.json',
  },
  {
    id: 'hanoi-rain-and-water',
    vi: 'Đo mưa và mực nước ngập',
    en: 'Rain gauges and flooded streets',
    center: 'environment',
    path: 'ngsi-ld/rain-and-water.json',
  },
  {
    id: 'hanoi-calls',
    vi: 'Tổng đài 113, 114, 115',
    en: 'Call centers',
    center: 'emergency',
    path: 'emergency/calls.ndjson',
  },
  { id: 'hanoi-hospitals', vi: 'Giường bệnh', en: 'Hospital beds', center: 'emergency', path: 'fhir/beds.json' },
  {
    id: 'hanoi-dengue',
    vi: 'Giám sát sốt xuất huyết',
    en: 'Dengue',
    center: 'emergency',
    path: 'health/dengue.ndjson',
  },
  {
    id: 'hanoi-help-desk',
    vi: 'Bàn hỗ trợ CNTT',
    en: 'IT help desk',
    center: 'it-support',
    path: 'it-support/help-desk.ndjson',
  },
  { id: 'hanoi-systems', vi: 'Giám sát hệ thống', en: 'Systems', center: 'security', path: 'security/watch.ndjson' },
  {
    id: 'hanoi-tourist-sites',
    vi: 'Khách tại các điểm tham quan',
    en: 'People at tourist sites',
    center: 'tourism',
    path: 'ngsi-ld/tourist-sites.json',
  },
  { id: 'hanoi-visitors', vi: 'Lượt khách', en: 'Visitors', center: 'tourism', path: 'tourism/visitors.ndjson' },
  { id: 'hanoi-alerts', vi: 'Cảnh báo thiên tai', en: 'Weather alerts', center: 'environment', path: 'cap/alerts.xml' },
];

function formatOf(path: string): string {
  if (path.endsWith('.pb')) return 'gtfs-rt';
  if (path.endsWith('.ndjson')) return 'ndjson';
  if (path.startsWith('ngsi-ld/')) return 'ngsi';
  if (path.startsWith('fhir/')) return 'fhir';
  return path.startsWith('datex2/') ? 'datex2' : 'cap';
}

/** Has the service pull buses, roads and alerts from a port of this run, not from where another simulated city may listen. */
export async function pullFrom(service: Service, port: number): Promise<void> {
  for (const { id, vi, en, center, path } of feeds) {
    const config: z.input<typeof sourceConfigSchema> = {
      id,
      names: { vi: `${vi} (mô phỏng)`, en: `${en} (simulated)` },
      ledger: 'simulated',
      zone: 'Asia/Ho_Chi_Minh',
      cadence: { everySeconds: 120 },
      center,
      pull: {
        url: `http://127.0.0.1:${String(port)}/${path}`,
        everySeconds: 15,
        format: formatOf(path),
      },
    };
    await authorised(service, 'POST', '/v1/sources', config);
  }
}

/** Waits until every source of the city was heard, were it only to say that there is nothing to tell. */
export async function heardFromAll(service: Service): Promise<void> {
  const answer = z.object({ sources: z.array(sourceStatusSchema) });
  const silent = async (): Promise<string[]> => {
    const { sources } = answer.parse(await authorised(service, 'GET', '/v1/sources?ledger=simulated'));
    return sources.filter(({ lastContactAt }) => lastContactAt === null).map(({ id }) => id);
  };
  await expect.poll(silent, { timeout: 60_000 }).toEqual([]);
}
