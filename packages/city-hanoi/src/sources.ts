import type { SourceInput } from './city-input.ts';

const simulated = { ledger: 'simulated', zone: 'Asia/Ho_Chi_Minh' } as const;

/** Where the simulated city listens when nobody says otherwise. */
const simulator = 'http://127.0.0.1:7311';

/**
 * The sources that the simulated ledger comes with. Desks sleep at night, but the one-stop system does not: it takes
 * online dossiers around the clock and sends an empty batch when there is nothing to tell, so silence is never normal.
 */
export const sources: SourceInput[] = [
  {
    ...simulated,
    id: 'hanoi-one-stop',
    names: { vi: 'Hệ thống một cửa (mô phỏng)', en: 'One-stop system (simulated)' },
    cadence: { everySeconds: 60 },
    owner: '01',
    center: 'public-service',
  },
  {
    ...simulated,
    id: 'hanoi-field-reports',
    names: { vi: 'Phản ánh hiện trường (mô phỏng)', en: 'Field reports (simulated)' },
    cadence: { everySeconds: 60 },
    owner: '01',
    center: 'feedback',
  },
  {
    ...simulated,
    id: 'hanoi-bus',
    names: { vi: 'Vị trí xe buýt (mô phỏng)', en: 'Bus positions (simulated)' },
    // Buses rest from 23:00 to 04:30, the feed does not: it then tells of no bus.
    cadence: { everySeconds: 30 },
    center: 'traffic',
    pull: { url: `${simulator}/gtfs-rt/vehicle-positions.pb`, everySeconds: 15, format: 'gtfs-rt' },
  },
  {
    ...simulated,
    id: 'hanoi-bus-trips',
    names: { vi: 'Giờ đến xe buýt (mô phỏng)', en: 'Bus arrivals (simulated)' },
    cadence: { everySeconds: 60 },
    center: 'traffic',
    pull: { url: `${simulator}/gtfs-rt/trip-updates.pb`, everySeconds: 30, format: 'gtfs-rt' },
  },
  {
    ...simulated,
    id: 'hanoi-roads',
    names: { vi: 'Lưu lượng, tốc độ đường phố (mô phỏng)', en: 'Traffic flow and speed (simulated)' },
    cadence: { everySeconds: 120 },
    center: 'traffic',
    pull: { url: `${simulator}/datex2/measured-data.xml`, everySeconds: 60, format: 'datex2' },
  },
  {
    ...simulated,
    id: 'hanoi-road-incidents',
    names: { vi: 'Sự cố giao thông (mô phỏng)', en: 'Traffic incidents (simulated)' },
    cadence: { everySeconds: 120 },
    center: 'traffic',
    pull: { url: `${simulator}/datex2/situations.xml`, everySeconds: 60, format: 'datex2' },
  },
  {
    ...simulated,
    id: 'hanoi-cameras',
    names: { vi: 'Trạng thái camera giao thông (mô phỏng)', en: 'State of traffic cameras (simulated)' },
    cadence: { everySeconds: 300 },
    center: 'traffic',
    pull: { url: `${simulator}/cameras.ndjson`, everySeconds: 60, format: 'ndjson' },
  },
  {
    ...simulated,
    id: 'hanoi-alerts',
    names: { vi: 'Cảnh báo thiên tai (mô phỏng)', en: 'Weather and flood alerts (simulated)' },
    cadence: { everySeconds: 120 },
    center: 'environment',
    pull: { url: `${simulator}/cap/alerts.xml`, everySeconds: 60, format: 'cap' },
  },
  {
    ...simulated,
    id: 'hanoi-air',
    names: { vi: 'Trạm quan trắc không khí (mô phỏng)', en: 'Air stations (simulated)' },
    cadence: { everySeconds: 300 },
    center: 'environment',
    pull: { url: `${simulator}/ngsi-ld/air-quality.json`, everySeconds: 60, format: 'ngsi' },
  },
  {
    ...simulated,
    id: 'hanoi-rain-and-water',
    names: { vi: 'Đo mưa và mực nước ngập (mô phỏng)', en: 'Rain gauges and flooded streets (simulated)' },
    cadence: { everySeconds: 300 },
    center: 'environment',
    pull: { url: `${simulator}/ngsi-ld/rain-and-water.json`, everySeconds: 60, format: 'ngsi' },
  },
  {
    ...simulated,
    id: 'hanoi-calls',
    names: { vi: 'Tổng đài 113, 114, 115 (mô phỏng)', en: 'Call centers 113, 114, 115 (simulated)' },
    cadence: { everySeconds: 300 },
    center: 'emergency',
    pull: { url: `${simulator}/emergency/calls.ndjson`, everySeconds: 60, format: 'ndjson' },
  },
  {
    ...simulated,
    id: 'hanoi-hospitals',
    names: { vi: 'Giường bệnh các bệnh viện (mô phỏng)', en: 'Hospital beds (simulated)' },
    cadence: { everySeconds: 900 },
    center: 'emergency',
    pull: { url: `${simulator}/fhir/beds.json`, everySeconds: 120, format: 'fhir' },
  },
  {
    ...simulated,
    id: 'hanoi-dengue',
    names: { vi: 'Giám sát sốt xuất huyết (mô phỏng)', en: 'Dengue surveillance (simulated)' },
    cadence: { everySeconds: 3600 },
    center: 'emergency',
    pull: { url: `${simulator}/health/dengue.ndjson`, everySeconds: 300, format: 'ndjson' },
  },
  {
    ...simulated,
    id: 'hanoi-tickets',
    names: { vi: 'Yêu cầu hỗ trợ CNTT (mô phỏng)', en: 'IT support tickets (simulated)' },
    cadence: { everySeconds: 60 },
    owner: '01',
    center: 'it-support',
  },
  {
    ...simulated,
    id: 'hanoi-help-desk',
    names: { vi: 'Bàn hỗ trợ CNTT (mô phỏng)', en: 'IT help desk (simulated)' },
    cadence: { everySeconds: 300 },
    center: 'it-support',
    pull: { url: `${simulator}/it-support/help-desk.ndjson`, everySeconds: 60, format: 'ndjson' },
  },
  {
    ...simulated,
    id: 'hanoi-security',
    names: { vi: 'Sự cố an toàn thông tin (mô phỏng)', en: 'Security incidents (simulated)' },
    cadence: { everySeconds: 60 },
    owner: '01',
    center: 'security',
  },
  {
    ...simulated,
    id: 'hanoi-systems',
    names: { vi: 'Giám sát hệ thống (mô phỏng)', en: 'Watch over systems (simulated)' },
    cadence: { everySeconds: 300 },
    center: 'security',
    pull: { url: `${simulator}/security/watch.ndjson`, everySeconds: 60, format: 'ndjson' },
  },
  {
    ...simulated,
    id: 'hanoi-tourist-sites',
    names: { vi: 'Khách tại các điểm tham quan (mô phỏng)', en: 'People at tourist sites (simulated)' },
    cadence: { everySeconds: 300 },
    center: 'tourism',
    pull: { url: `${simulator}/ngsi-ld/tourist-sites.json`, everySeconds: 60, format: 'ngsi' },
  },
  {
    ...simulated,
    id: 'hanoi-visitors',
    names: { vi: 'Lượt khách và công suất phòng (mô phỏng)', en: 'Visitors and rooms (simulated)' },
    cadence: { everySeconds: 900 },
    center: 'tourism',
    pull: { url: `${simulator}/tourism/visitors.ndjson`, everySeconds: 120, format: 'ndjson' },
  },
];
