import type { KpiInput } from '../city-input.ts';

/** The buses' feed id in observations. */
const feed = 'bus';

const transit = {
  version: 1,
  validFrom: '2019-01-01',
  center: 'traffic',
  basis: {
    vi: 'Dữ liệu theo GTFS-Realtime 2.0; ngưỡng do sản phẩm quy ước, Thành phố chưa công bố',
    en: 'GTFS-Realtime 2.0; thresholds are ours, the city states none',
  },
} as const;

/** A bus that has said nothing for a quarter of an hour is not running, as far as anybody knows. */
const position = { kind: 'observation', feed, metric: 'position', latestHours: 0.25 } as const;
const delay = { kind: 'observation', feed, metric: 'arrival-delay' } as const;

/** Buses as their GTFS-Realtime feeds tell of them. */
export const transitKpis: KpiInput[] = [
  {
    ...transit,
    id: 'transit.trips',
    names: { vi: 'Chuyến xe buýt có tin', en: 'Bus trips told of' },
    meaning: {
      vi: 'Số chuyến xe khác nhau có cập nhật giờ đến trong kỳ.',
      en: 'Different trips with arrival updates in the period.',
    },
    unitOfMeasure: '{trip}',
    formula: { kind: 'observation', feed, metric: 'stop-updates', statistic: 'entities' },
    direction: 'none',
  },
  {
    ...transit,
    id: 'transit.vehicles',
    names: { vi: 'Xe buýt có vị trí', en: 'Buses with a position' },
    meaning: {
      vi: 'Số xe khác nhau có báo vị trí trong kỳ.',
      en: 'Different vehicles that told a position in the period.',
    },
    unitOfMeasure: '{vehicle}',
    formula: { kind: 'observation', feed, metric: 'position', statistic: 'entities' },
    direction: 'none',
  },
  {
    ...transit,
    id: 'transit.in-service',
    names: { vi: 'Xe buýt đang chạy', en: 'Buses in service' },
    meaning: {
      vi: 'Số xe có báo vị trí trong 15 phút qua.',
      en: 'Vehicles that told a position in the last 15 minutes.',
    },
    unitOfMeasure: '{vehicle}',
    formula: { ...position, statistic: 'latest-count' },
    direction: 'none',
  },
  {
    ...transit,
    id: 'transit.speed.mean',
    names: { vi: 'Tốc độ xe buýt (trung bình hiện tại)', en: 'Bus speed (mean now)' },
    meaning: {
      vi: 'Trung bình tốc độ mới nhất của các xe có báo vị trí trong 15 phút qua.',
      en: 'Mean of the latest speeds of the vehicles that told a position in the last 15 minutes.',
    },
    unitOfMeasure: 'km/h',
    formula: { ...position, statistic: 'latest-mean' },
    direction: 'up',
  },
  {
    ...transit,
    id: 'transit.arrival-delay.mean',
    names: { vi: 'Độ trễ đến bến (trung bình)', en: 'Arrival delay (mean)' },
    meaning: {
      vi: 'Trung bình các độ trễ giờ đến được báo trong kỳ; số âm là đến sớm.',
      en: 'Mean of the arrival delays told in the period; negative is early.',
    },
    unitOfMeasure: 's',
    formula: { ...delay, statistic: 'mean' },
    direction: 'down',
  },
  {
    ...transit,
    id: 'transit.arrival-delay.median',
    names: { vi: 'Độ trễ đến bến (trung vị)', en: 'Arrival delay (median)' },
    meaning: {
      vi: 'Trung vị các độ trễ giờ đến được báo trong kỳ.',
      en: 'Median of the arrival delays told in the period.',
    },
    unitOfMeasure: 's',
    formula: { ...delay, statistic: 'median' },
    direction: 'down',
  },
  {
    ...transit,
    id: 'transit.arrival-delay.max',
    names: { vi: 'Độ trễ đến bến (lớn nhất)', en: 'Arrival delay (greatest)' },
    meaning: {
      vi: 'Độ trễ giờ đến lớn nhất được báo trong kỳ.',
      en: 'Greatest arrival delay told in the period.',
    },
    unitOfMeasure: 's',
    formula: { ...delay, statistic: 'max' },
    direction: 'down',
  },
  {
    ...transit,
    id: 'transit.arrival-delay.count',
    names: { vi: 'Số độ trễ được báo', en: 'Arrival delays told' },
    meaning: {
      vi: 'Số giá trị độ trễ giờ đến mà các con số khác dựa vào.',
      en: 'How many arrival delays the other figures rest on.',
    },
    unitOfMeasure: '{reading}',
    formula: { ...delay, statistic: 'count' },
    direction: 'none',
  },
  {
    ...transit,
    id: 'transit.punctuality',
    names: { vi: 'Tỷ lệ xe buýt đúng giờ', en: 'Bus punctuality' },
    meaning: {
      vi: 'Phần các lượt đến sớm không quá 1 phút và trễ không quá 5 phút.',
      en: 'Share of arrivals at most 1 minute early and at most 5 minutes late.',
    },
    unitOfMeasure: '1',
    formula: { ...delay, statistic: 'within', low: -60, high: 300 },
    direction: 'up',
  },
];
