import type { KpiInput } from '../city-input.ts';

const emergency = { version: 1, validFrom: '2019-01-01', center: 'emergency' } as const;

const calls = { kind: 'observation', feed: 'calls' } as const;
const register = {
  vi: 'Số đếm của các tổng đài 113, 114 và 115; cuộc gọi đúng là cuộc gọi phải cử người đi',
  en: 'Counts of the call centres of 113, 114 and 115; a valid call is one that somebody is sent for',
};

/** Weekly dengue cases of the city's disease control, as a newspaper told them. */
function publishedWeek(
  from: string,
  to: string,
  value: number,
  paper: string,
): NonNullable<KpiInput['published']>[number] {
  return { from, to, value, basis: { vi: `CDC Hà Nội, theo báo ${paper}`, en: `Hanoi CDC, as told by ${paper}` } };
}

/** Calls, hospitals and epidemics of the emergency and health center. */
export const emergencyKpis: KpiInput[] = [
  {
    ...emergency,
    id: 'calls.hour',
    names: { vi: 'Cuộc gọi 113, 114, 115 mỗi giờ', en: 'Calls to 113, 114 and 115 an hour' },
    meaning: {
      vi: 'Tổng số cuộc gọi trong 60 phút gần nhất đến ba số khẩn cấp.',
      en: 'Calls to the three emergency numbers in the last 60 minutes.',
    },
    unitOfMeasure: '{call}',
    formula: { ...calls, metric: 'calls-hour', statistic: 'latest-sum', latestHours: 1 },
    direction: 'none',
    basis: register,
  },
  {
    ...emergency,
    id: 'calls.received',
    names: { vi: 'Cuộc gọi khẩn cấp trong kỳ', en: 'Emergency calls of the period' },
    meaning: {
      vi: 'Tổng số cuộc gọi đến 113, 114 và 115 trong kỳ.',
      en: 'All calls to 113, 114 and 115 in the period.',
    },
    unitOfMeasure: '{call}',
    formula: { ...calls, metric: 'calls', statistic: 'sum' },
    direction: 'none',
    basis: register,
  },
  {
    ...emergency,
    id: 'calls.valid-share',
    names: { vi: 'Tỷ lệ cuộc gọi hợp lệ', en: 'Share of valid calls' },
    meaning: {
      vi: 'Cuộc gọi cần cử lực lượng trên tổng số cuộc gọi trong 60 phút gần nhất.',
      en: 'Calls that somebody is sent for over all calls, in the last 60 minutes.',
    },
    unitOfMeasure: '1',
    formula: { ...calls, metric: 'valid-hour', over: 'calls-hour', statistic: 'latest-ratio', latestHours: 1 },
    direction: 'up',
    basis: register,
  },
  {
    ...emergency,
    id: 'calls.reach-time.median',
    names: { vi: 'Thời gian tiếp cận hiện trường (trung vị)', en: 'Time to be there (median)' },
    meaning: {
      vi: 'Trung vị thời gian từ cuộc gọi đến khi có mặt, của các vụ trong kỳ.',
      en: 'Median time from the call until somebody is there, of the missions of the period.',
    },
    unitOfMeasure: 's',
    formula: { ...calls, metric: 'reach-time', statistic: 'median' },
    direction: 'down',
    basis: {
      vi: 'Số đếm của các tổng đài; 115 mất khoảng 15 phút (VTC News, tháng 02/2026)',
      en: 'Counts of the call centres; 115 takes about 15 minutes (VTC News, February 2026)',
    },
  },
  {
    ...emergency,
    id: 'health.beds.occupied-share',
    names: { vi: 'Tỷ lệ giường bệnh đang sử dụng', en: 'Beds occupied' },
    meaning: {
      vi: 'Giường đang có người bệnh trên tổng số giường, cộng các bệnh viện theo số mới nhất.',
      en: 'Beds taken over all beds, added over the hospitals by their latest figures.',
    },
    unitOfMeasure: '1',
    formula: {
      kind: 'observation',
      feed: 'health',
      metric: 'numTotBedsOcc',
      over: 'numTotBeds',
      statistic: 'latest-ratio',
    },
    direction: 'down',
    basis: {
      vi: 'HL7 FHIR R4 MeasureReport theo mã báo cáo giường bệnh: numTotBedsOcc trên numTotBeds',
      en: 'HL7 FHIR R4 MeasureReport with the codes of bed reports: numTotBedsOcc over numTotBeds',
    },
  },
  {
    ...emergency,
    id: 'health.beds',
    names: { vi: 'Giường bệnh', en: 'Hospital beds' },
    meaning: {
      vi: 'Tổng số giường theo số mới nhất của các bệnh viện.',
      en: 'All beds, by the latest figures of the hospitals.',
    },
    unitOfMeasure: '{bed}',
    formula: { kind: 'observation', feed: 'health', metric: 'numTotBeds', statistic: 'latest-sum' },
    direction: 'none',
    basis: {
      vi: 'HL7 FHIR R4 MeasureReport theo mã báo cáo giường bệnh: numTotBeds',
      en: 'HL7 FHIR R4 MeasureReport with the codes of bed reports: numTotBeds',
    },
  },
  {
    ...emergency,
    id: 'health.emergency-wait',
    names: { vi: 'Thời gian chờ cấp cứu', en: 'Wait in emergency departments' },
    meaning: {
      vi: 'Thời gian chờ trung bình mới nhất tại các khoa cấp cứu.',
      en: 'The latest mean wait in the emergency departments.',
    },
    unitOfMeasure: 's',
    formula: { kind: 'observation', feed: 'emergency', metric: 'wait', statistic: 'latest-mean', latestHours: 2 },
    direction: 'down',
    basis: {
      vi: 'Số đếm của các bệnh viện; định nghĩa do sản phẩm quy ước',
      en: 'Counts of the hospitals; the definition is ours',
    },
  },
  {
    ...emergency,
    id: 'health.dengue.week',
    names: { vi: 'Ca sốt xuất huyết trong tuần', en: 'Dengue cases of a week' },
    meaning: {
      vi: 'Số ca mắc trong 7 ngày gần nhất, theo số liệu giám sát dịch mới nhất.',
      en: 'Cases of the last 7 days, by the latest surveillance figure.',
    },
    unitOfMeasure: '{case}',
    formula: {
      kind: 'observation',
      feed: 'surveillance',
      metric: 'cases-week',
      statistic: 'latest-sum',
      latestHours: 192,
    },
    direction: 'down',
    published: [
      publishedWeek('2024-07-05', '2024-07-12', 109, 'Phụ nữ Thủ đô'),
      publishedWeek('2025-08-08', '2025-08-15', 119, 'Môi trường'),
      publishedWeek('2025-11-07', '2025-11-14', 432, 'Ngày Nay'),
      publishedWeek('2025-11-14', '2025-11-21', 305, 'Ngày Nay'),
    ],
    basis: {
      vi: 'Giám sát bệnh truyền nhiễm; số liệu tuần do CDC Hà Nội công bố',
      en: 'Surveillance of infectious diseases; weekly figures as the city’s disease control publishes them',
    },
  },
];
