import type { CityInput } from '../city-input.ts';

type Kinds = NonNullable<CityInput['incidents']>['kinds'];
type Severities = Kinds[number]['severities'];

/** CAP rates the threat to people and property of an area: the scale is taken as it is. */
const asAlerted: Severities = { extreme: 4, severe: 3, moderate: 2, minor: 1, unknown: 2 };
/** DATEX II and GTFS-Realtime rate the effect on one road or one line: for the city that is a step or two less. */
const onOneRoad: Severities = { extreme: 3, severe: 2, moderate: 1, minor: 1, unknown: 1 };
const onOneLine: Severities = { extreme: 2, severe: 2, moderate: 1, minor: 1, unknown: 1 };

/**
 * What happens in the city and who looks after it. No text of the city divides its incidents among the centers, or says what belongs
 * together: owners follow what the plan of 2019 lets each center watch, distances and times are ours.
 * A warning for an area of several kilometres is an incident of its own: each flooded street in it is another, with its own people to send.
 */
export const incidentKinds: Kinds = [
  {
    id: 'street-flood',
    names: { vi: 'Ngập úng đường phố', en: 'Street flooding' },
    center: 'environment',
    mergeKm: 1,
    regionKm: 3,
    mergeMinutes: 60,
    notices: [{ noticeTypes: ['alert'], events: ['ngập úng', 'ngập lụt đô thị', 'street flood', 'urban flood'] }],
    severities: asAlerted,
  },
  {
    id: 'fire',
    names: { vi: 'Cháy, nguy cơ cháy', en: 'Fire' },
    center: 'emergency',
    mergeKm: 0.5,
    regionKm: 3,
    mergeMinutes: 60,
    byEvent: true,
    notices: [{ noticeTypes: ['alert'], categories: ['Fire'] }],
    severities: asAlerted,
  },
  {
    id: 'health',
    names: { vi: 'Y tế, dịch bệnh', en: 'Health' },
    center: 'emergency',
    mergeKm: 1,
    regionKm: 5,
    mergeMinutes: 720,
    byEvent: true,
    notices: [{ noticeTypes: ['alert'], categories: ['Health', 'CBRNE'] }],
    severities: asAlerted,
  },
  {
    id: 'natural-hazard',
    names: { vi: 'Thời tiết, thiên tai', en: 'Weather and natural hazards' },
    center: 'environment',
    mergeKm: 0,
    regionKm: 5,
    mergeMinutes: 180,
    byEvent: true,
    notices: [{ noticeTypes: ['alert'], categories: ['Met', 'Geo', 'Env'] }],
    severities: asAlerted,
  },
  {
    id: 'alert',
    names: { vi: 'Cảnh báo khác', en: 'Other alert' },
    center: 'emergency',
    mergeKm: 0,
    regionKm: 5,
    mergeMinutes: 60,
    byEvent: true,
    notices: [{ noticeTypes: ['alert'] }],
    severities: asAlerted,
  },
  {
    id: 'road-accident',
    names: { vi: 'Tai nạn giao thông', en: 'Road accident' },
    center: 'traffic',
    mergeKm: 0.3,
    mergeMinutes: 30,
    notices: [{ noticeTypes: ['incident'], categories: ['Accident'] }],
    severities: onOneRoad,
  },
  {
    id: 'road-obstruction',
    names: { vi: 'Cản trở trên đường', en: 'Obstruction of a road' },
    center: 'traffic',
    mergeKm: 0.3,
    mergeMinutes: 30,
    byEvent: true,
    notices: [{ noticeTypes: ['incident'] }],
    severities: onOneRoad,
  },
  {
    id: 'transit',
    names: { vi: 'Gián đoạn vận tải công cộng', en: 'Disruption of public transport' },
    center: 'traffic',
    mergeKm: null,
    mergeMinutes: 30,
    notices: [{ noticeTypes: ['transit-alert'] }],
    severities: onOneLine,
  },
  {
    id: 'air',
    names: { vi: 'Ô nhiễm không khí', en: 'Air pollution' },
    center: 'environment',
    mergeKm: 6,
    mergeMinutes: 120,
    severities: asAlerted,
  },
  {
    id: 'system-down',
    names: { vi: 'Hệ thống ngừng hoạt động', en: 'System down' },
    center: 'security',
    mergeKm: null,
    mergeMinutes: 30,
    severities: asAlerted,
  },
  {
    id: 'congestion',
    names: { vi: 'Ùn tắc bất thường', en: 'Unusual congestion' },
    center: 'traffic',
    mergeKm: 0.3,
    mergeMinutes: 30,
    severities: onOneRoad,
  },
  {
    id: 'hospital-load',
    names: { vi: 'Bệnh viện quá tải', en: 'Hospitals overloaded' },
    center: 'emergency',
    mergeKm: null,
    mergeMinutes: 120,
    severities: asAlerted,
  },
  {
    id: 'emergency-calls',
    names: { vi: 'Cuộc gọi khẩn cấp tăng vọt', en: 'Surge of emergency calls' },
    center: 'emergency',
    mergeKm: null,
    mergeMinutes: 60,
    severities: asAlerted,
  },
  {
    id: 'public-order',
    names: { vi: 'An ninh trật tự nơi công cộng', en: 'Order in public places' },
    center: 'traffic',
    mergeKm: 0.3,
    mergeMinutes: 30,
    severities: asAlerted,
  },
  {
    id: 'other',
    names: { vi: 'Sự cố khác', en: 'Other incident' },
    center: 'emergency',
    mergeKm: null,
    mergeMinutes: 0,
    severities: asAlerted,
  },
];
