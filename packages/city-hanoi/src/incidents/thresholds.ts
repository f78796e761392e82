import type { CityInput } from '../city-input.ts';
import { floodedFrom } from '../kpis/environment.ts';

/** From which measured value on something is an incident; levels without a text of their own are ours and say so. */
export const thresholds: NonNullable<CityInput['incidents']>['thresholds'] = [
  {
    id: 'water-on-street',
    kind: 'street-flood',
    names: { vi: 'Mực nước trên mặt đường', en: 'Water on the street' },
    feed: 'water',
    metric: 'currentLevel',
    side: 'above',
    levels: [
      { value: floodedFrom, severity: 2 },
      { value: 0.4, severity: 3 },
    ],
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
    levels: [
      { value: 151, severity: 1 },
      { value: 201, severity: 2 },
      { value: 301, severity: 3 },
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
    validFrom: '2019-01-01',
    basis: {
      vi: 'Kế hoạch của Thành phố giai đoạn 2026–2027: hệ thống sẵn sàng 99,9% thời gian, phát hiện sự cố trong 1 giờ; mức độ nghiêm trọng do sản phẩm quy ước',
      en: 'City plan for 2026–2027: available 99.9% of the time, incidents detected within 1 hour; the severity is ours',
    },
  },
];
