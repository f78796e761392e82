import type { CityInput } from '../city-input.ts';
import { floodedFrom } from '../kpis/environment.ts';
import { congestedBelow } from '../kpis/traffic.ts';

type Thresholds = NonNullable<CityInput['incidents']>['thresholds'];

/** The peaks of the city’s rule of January 2026 on lorries and taxis. */
const peaks = [
  { from: '06:00', to: '09:00' },
  { from: '16:00', to: '19:30' },
];

/**
 * From which measured value on something is an incident; levels without a text of their own are ours and say so. No text states a deadband or
 * a delay: they are ours everywhere. Four minutes are two values of a station that tells every five.
 */
export const thresholds: Thresholds = [
  {
    id: 'water-on-street',
    kind: 'street-flood',
    names: { vi: 'Mực nước trên mặt đường', en: 'Water on the street' },
    feed: 'water',
    metric: 'currentLevel',
    side: 'above',
    levels: [
      { value: floodedFrom, severity: 2, clearsAt: 0.15 },
      { value: 0.4, severity: 3, clearsAt: 0.35 },
    ],
    forMinutes: { beyond: 4, back: 9 },
    validFrom: '2019-01-01',
    basis: {
      vi: 'Độ sâu do sản phẩm quy ước, Thành phố chưa công bố: từ 0,2 m là điểm ngập, từ 0,4 m xe máy không qua được',
      en: 'Depths are ours, the city states none: from 0.2 m a point counts as flooded, from 0.4 m motorbikes cannot pass',
    },
  },
  {
    id: 'air-index',
    kind: 'air',
    names: { vi: 'VN_AQI của trạm', en: 'VN_AQI of a station' },
    feed: 'air',
    metric: 'airQualityIndex',
    side: 'above',
    // An index of an hour is a mean already: it needs no delay.
    levels: [
      { value: 151, severity: 1, clearsAt: 140 },
      { value: 201, severity: 2, clearsAt: 190 },
      { value: 301, severity: 3, clearsAt: 285 },
    ],
    validFrom: '2019-11-12',
    basis: {
      vi: 'Mức Xấu, Rất xấu và Nguy hại của VN_AQI theo Quyết định số 1459/QĐ-TCMT ngày 12/11/2019; ý nghĩa đối với phòng điều hành do sản phẩm quy ước',
      en: 'Bands Xấu, Rất xấu and Nguy hại of VN_AQI, Decision 1459/QĐ-TCMT of 12 November 2019; what they mean for a control room is ours',
    },
  },
  {
    id: 'system-up',
    kind: 'system-down',
    names: { vi: 'Hệ thống trả lời', en: 'System answers' },
    feed: 'systems',
    metric: 'up',
    side: 'below',
    levels: [{ value: 0, severity: 2 }],
    forMinutes: { beyond: 4, back: 9 },
    validFrom: '2019-01-01',
    basis: {
      vi: 'Kế hoạch của Thành phố giai đoạn 2026–2027: hệ thống sẵn sàng 99,9% thời gian, phát hiện sự cố trong 1 giờ; mức độ nghiêm trọng do sản phẩm quy ước',
      en: 'City plan for 2026–2027: available 99.9% of the time, incidents detected within 1 hour; the severity is ours',
    },
  },
  {
    id: 'congestion',
    kind: 'congestion',
    names: { vi: 'Tốc độ của đoạn đường ngoài giờ cao điểm', en: 'Speed of a stretch outside the peaks' },
    feed: 'traffic',
    metric: 'speed',
    side: 'below',
    levels: [{ value: congestedBelow, severity: 1, clearsAt: 15 }],
    forMinutes: { beyond: 10, back: 10 },
    notDuring: peaks,
    validFrom: '2019-01-01',
    basis: {
      vi: 'Tốc độ là ngưỡng của chỉ số điểm ùn tắc, do sản phẩm quy ước, Thành phố chưa công bố; giờ cao điểm 06:00–09:00 và 16:00–19:30 theo quy định của Thành phố tháng 01/2026',
      en: 'The speed is that of the figure of congestion points: ours, the city states none; peaks 06:00–09:00 and 16:00–19:30 by the city’s rule of January 2026',
    },
  },
  {
    id: 'emergency-wait',
    kind: 'hospital-load',
    names: { vi: 'Thời gian chờ cấp cứu', en: 'Wait in emergency departments' },
    feed: 'emergency',
    metric: 'wait',
    side: 'above',
    levels: [
      { value: 4500, severity: 2, clearsAt: 3600 },
      { value: 7200, severity: 3, clearsAt: 6300 },
    ],
    forMinutes: { beyond: 10, back: 10 },
    validFrom: '2019-01-01',
    basis: {
      vi: 'Thời gian do sản phẩm quy ước: chưa biết văn bản nào quy định thời gian chờ tối đa tại khoa cấp cứu',
      en: 'The times are ours: no text that we know of states how long a wait in an emergency department may be',
    },
  },
  {
    id: 'fire-calls',
    kind: 'emergency-calls',
    names: { vi: 'Cuộc gọi 114 trong 60 phút', en: 'Calls to 114 in 60 minutes' },
    feed: 'calls',
    metric: 'calls-hour',
    entities: ['114'],
    side: 'above',
    levels: [
      { value: 150, severity: 2, clearsAt: 110 },
      { value: 400, severity: 3, clearsAt: 300 },
    ],
    forMinutes: { beyond: 4, back: 9 },
    validFrom: '2019-01-01',
    basis: {
      vi: 'Số cuộc gọi do sản phẩm quy ước: 113 và 114 cộng lại nhận 2.000 đến 2.500 cuộc mỗi ngày, khoảng 100 cuộc mỗi giờ (VTC News, tháng 8/2025), nên 150 cuộc riêng đến 114 là nhiều hơn hẳn mức thường',
      en: 'The numbers are ours: 113 and 114 together get 2,000 to 2,500 calls a day, about 100 an hour (VTC News, August 2025), so 150 to 114 alone are far more than usual',
    },
  },
];
