import type { KpiInput } from '../city-input.ts';

const environment = { version: 1, validFrom: '2019-11-12', center: 'environment' } as const;

const scale = {
  vi: 'VN_AQI theo Quyết định số 1459/QĐ-TCMT ngày 12/11/2019; dữ liệu theo NGSI-LD AirQualityObserved',
  en: 'VN_AQI, Decision 1459/QĐ-TCMT of 12 November 2019; NGSI-LD AirQualityObserved',
};
const index = { kind: 'observation', feed: 'air', metric: 'airQualityIndex' } as const;
const water = {
  vi: 'Dữ liệu theo NGSI-LD FloodMonitoring; độ sâu tính là điểm ngập do sản phẩm quy ước, Thành phố chưa công bố',
  en: 'NGSI-LD FloodMonitoring; the depth from which a point counts is ours, the city states none',
};

/** Metres of water on a street from which a point counts as flooded. */
export const floodedFrom = 0.2;

/** Air by its official index, rain, and streets under water. */
export const environmentKpis: KpiInput[] = [
  {
    ...environment,
    id: 'air.index.mean',
    names: { vi: 'VN_AQI trung bình các trạm', en: 'Mean VN_AQI of the stations' },
    meaning: {
      vi: 'Trung bình chỉ số VN_AQI mới nhất của các trạm quan trắc.',
      en: 'Mean of the latest VN_AQI of the stations.',
    },
    unitOfMeasure: '{index}',
    formula: { ...index, statistic: 'latest-mean', latestHours: 2 },
    direction: 'down',
    basis: scale,
  },
  {
    ...environment,
    id: 'air.index.worst',
    names: { vi: 'VN_AQI cao nhất', en: 'Worst VN_AQI' },
    meaning: {
      vi: 'Chỉ số VN_AQI mới nhất của trạm ô nhiễm nhất.',
      en: 'The latest VN_AQI of the station with the worst air.',
    },
    unitOfMeasure: '{index}',
    formula: { ...index, statistic: 'latest-max', latestHours: 2 },
    direction: 'down',
    basis: scale,
  },
  {
    ...environment,
    id: 'air.stations.bad',
    names: { vi: 'Trạm ở mức Xấu trở lên', en: 'Stations with bad air or worse' },
    meaning: {
      vi: 'Số trạm có VN_AQI mới nhất từ 151 đến 500 (Xấu, Rất xấu, Nguy hại); số ngoài thang là lỗi của trạm.',
      en: 'Stations whose latest VN_AQI is 151 to 500 (bad, very bad, hazardous); what lies beyond the scale is an error of the station.',
    },
    unitOfMeasure: '{station}',
    formula: { ...index, statistic: 'latest-inside', low: 151, high: 500, latestHours: 2 },
    direction: 'down',
    basis: scale,
  },
  {
    ...environment,
    id: 'air.stations.telling',
    names: { vi: 'Trạm có số liệu', en: 'Stations that tell' },
    meaning: {
      vi: 'Số trạm có chỉ số VN_AQI trong 2 giờ qua.',
      en: 'Stations that told a VN_AQI in the last 2 hours.',
    },
    unitOfMeasure: '{station}',
    formula: { ...index, statistic: 'latest-count', latestHours: 2 },
    direction: 'up',
    basis: scale,
  },
  {
    ...environment,
    id: 'air.pm25.mean',
    names: { vi: 'Bụi mịn PM2.5 trung bình', en: 'Mean fine dust PM2.5' },
    meaning: {
      vi: 'Trung bình nồng độ PM2.5 mới nhất của các trạm.',
      en: 'Mean of the latest PM2.5 of the stations.',
    },
    unitOfMeasure: 'ug/m3',
    formula: { kind: 'observation', feed: 'air', metric: 'pm25', statistic: 'latest-mean', latestHours: 2 },
    direction: 'down',
    basis: { vi: 'Dữ liệu theo NGSI-LD AirQualityObserved', en: 'NGSI-LD AirQualityObserved' },
  },
  {
    ...environment,
    id: 'rain.most',
    names: { vi: 'Mưa lớn nhất', en: 'Heaviest rain' },
    meaning: {
      vi: 'Lượng mưa mới nhất tại điểm đo mưa nhiều nhất.',
      en: 'The latest precipitation at the gauge with the most of it.',
    },
    unitOfMeasure: 'mm',
    formula: { kind: 'observation', feed: 'weather', metric: 'precipitation', statistic: 'latest-max', latestHours: 2 },
    direction: 'none',
    basis: { vi: 'Dữ liệu theo NGSI-LD WeatherObserved', en: 'NGSI-LD WeatherObserved' },
  },
  {
    ...environment,
    id: 'flood.points',
    names: { vi: 'Điểm ngập hiện tại', en: 'Flooded points now' },
    meaning: {
      vi: 'Số điểm theo dõi có mực nước mới nhất trên mặt đường từ 0,2 m.',
      en: `Watched points whose latest water level on the street is ${String(floodedFrom)} m or more.`,
    },
    unitOfMeasure: '{point}',
    formula: {
      kind: 'observation',
      feed: 'water',
      metric: 'currentLevel',
      statistic: 'latest-inside',
      low: floodedFrom,
      latestHours: 2,
    },
    direction: 'down',
    basis: water,
  },
  {
    ...environment,
    id: 'flood.deepest',
    names: { vi: 'Ngập sâu nhất', en: 'Deepest water' },
    meaning: {
      vi: 'Mực nước mới nhất trên mặt đường tại điểm ngập sâu nhất.',
      en: 'The latest water level on the street at the point with the most of it.',
    },
    unitOfMeasure: 'm',
    formula: { kind: 'observation', feed: 'water', metric: 'currentLevel', statistic: 'latest-max', latestHours: 2 },
    direction: 'down',
    basis: { vi: 'Dữ liệu theo NGSI-LD FloodMonitoring', en: 'NGSI-LD FloodMonitoring' },
  },
];
