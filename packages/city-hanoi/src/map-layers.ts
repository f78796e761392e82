import type { CityInput } from './city-input.ts';
import { floodedFrom } from './kpis/environment.ts';
import { crowdedFrom } from './kpis/tourism.ts';
import { congestedBelow } from './kpis/traffic.ts';

type LayerInput = NonNullable<CityInput['mapLayers']>[number];
type BandInput = NonNullable<Extract<LayerInput['tells'], { kind: 'readings' }>['bands']>[number];

const normal = (from: number | null, vi: string, en: string): BandInput => ({
  from,
  names: { vi, en },
  level: 'normal',
});

const speeds: BandInput[] = [
  {
    from: null,
    names: { vi: `ùn tắc, dưới ${String(congestedBelow)} km/h`, en: `congested, below ${String(congestedBelow)} km/h` },
    level: 'warning',
  },
  normal(congestedBelow, `từ ${String(congestedBelow)} km/h`, `${String(congestedBelow)} km/h and more`),
];
const speedsBasis = {
  vi: 'Ngưỡng của chỉ số điểm ùn tắc: do sản phẩm quy ước, Thành phố chưa công bố',
  en: 'The threshold is that of the figure of congestion points: ours, the city states none',
};
const sizesBasis = {
  vi: 'Các bậc kích thước do sản phẩm quy ước, không đánh giá tốt xấu',
  en: 'Steps of size are ours and judge nothing',
};

/** What the maps of the centers can show. Bands that judge are those of the figures; the others only give a size. */
export const mapLayers: LayerInput[] = [
  {
    id: 'congestion',
    names: { vi: 'Điểm ùn tắc', en: 'Congestion points' },
    centers: ['traffic'],
    shape: 'square',
    tells: {
      kind: 'readings',
      feed: 'traffic',
      metric: 'speed',
      bands: speeds,
      onlyAbnormal: true,
      basis: speedsBasis,
    },
  },
  {
    id: 'speed',
    names: { vi: 'Tốc độ trên đường', en: 'Speed on the roads' },
    centers: ['traffic'],
    shape: 'square',
    shown: false,
    tells: { kind: 'readings', feed: 'traffic', metric: 'speed', bands: speeds, basis: speedsBasis },
  },
  {
    id: 'flow',
    names: { vi: 'Lưu lượng', en: 'Flow' },
    centers: ['traffic'],
    shape: 'ring',
    shown: false,
    tells: {
      kind: 'readings',
      feed: 'traffic',
      metric: 'flow',
      bands: [
        normal(null, 'dưới 500 xe/giờ', 'below 500 vehicles/h'),
        normal(500, '500 đến 1.500 xe/giờ', '500 to 1,500 vehicles/h'),
        normal(1500, 'từ 1.500 xe/giờ', '1,500 vehicles/h and more'),
      ],
      basis: sizesBasis,
    },
  },
  {
    id: 'buses',
    names: { vi: 'Xe buýt', en: 'Buses' },
    centers: ['traffic'],
    shape: 'dot',
    tells: { kind: 'readings', feed: 'bus', metric: 'position' },
  },
  {
    id: 'cameras',
    names: { vi: 'Camera không hoạt động', en: 'Cameras that do not answer' },
    centers: ['traffic'],
    shape: 'ring',
    shown: false,
    tells: {
      kind: 'readings',
      feed: 'cameras',
      metric: 'online',
      bands: [
        { from: null, names: { vi: 'không trả lời', en: 'does not answer' }, level: 'warning' },
        normal(1, 'trả lời', 'answers'),
      ],
      onlyAbnormal: true,
      basis: { vi: 'Theo chỉ số camera không trả lời', en: 'The figure of cameras that do not answer' },
    },
  },
  {
    id: 'air',
    names: { vi: 'Trạm không khí (VN_AQI)', en: 'Air stations (VN_AQI)' },
    centers: ['environment'],
    shape: 'hexagon',
    // Its bands are those of the official scale of the day.
    tells: { kind: 'readings', feed: 'air', metric: 'airQualityIndex' },
  },
  {
    id: 'rain',
    names: { vi: 'Lượng mưa', en: 'Rain' },
    centers: ['environment'],
    shape: 'ring',
    shown: false,
    tells: {
      kind: 'readings',
      feed: 'weather',
      metric: 'precipitation',
      bands: [
        normal(null, 'dưới 10 mm', 'below 10 mm'),
        normal(10, '10 đến 50 mm', '10 to 50 mm'),
        normal(50, 'từ 50 mm', '50 mm and more'),
      ],
      basis: sizesBasis,
    },
  },
  {
    id: 'water',
    names: { vi: 'Mực nước trên đường', en: 'Water on the streets' },
    centers: ['environment', 'emergency', 'traffic'],
    shape: 'drop',
    tells: {
      kind: 'readings',
      feed: 'water',
      metric: 'currentLevel',
      bands: [
        normal(null, 'dưới 0,2 m', 'below 0.2 m'),
        { from: floodedFrom, names: { vi: 'ngập, từ 0,2 m', en: 'flooded, 0.2 m and more' }, level: 'watch' },
        { from: 0.4, names: { vi: 'ngập sâu, từ 0,4 m', en: 'deep, 0.4 m and more' }, level: 'warning' },
      ],
      basis: {
        vi: 'Độ sâu của sự cố ngập đường: do sản phẩm quy ước, Thành phố chưa công bố',
        en: 'Depths are those of the incidents of flooded streets: ours, the city states none',
      },
    },
  },
  {
    id: 'hospitals',
    names: { vi: 'Giường bệnh đang sử dụng', en: 'Hospital beds occupied' },
    centers: ['emergency'],
    shape: 'cross',
    tells: {
      kind: 'readings',
      feed: 'health',
      metric: 'numTotBedsOcc',
      over: 'numTotBeds',
      bands: [
        normal(null, 'còn giường trống', 'beds are free'),
        { from: 1, names: { vi: 'hết giường, từ 100%', en: 'no bed free, 100% and more' }, level: 'warning' },
      ],
      basis: {
        vi: 'Từ 100% số giường đã báo là không còn giường trống; mức cảnh báo là của chúng tôi',
        en: 'At 100% of the beds that were told none is free; that it warns is ours',
      },
    },
  },
  {
    id: 'sites',
    names: { vi: 'Điểm tham quan', en: 'Sites' },
    centers: ['tourism'],
    shape: 'house',
    tells: {
      kind: 'readings',
      feed: 'tourism',
      metric: 'crowding',
      bands: [
        normal(null, 'dưới 80% sức chứa', 'below 80% of the capacity'),
        { from: crowdedFrom, names: { vi: 'quá đông, từ 80%', en: 'crowded, 80% and more' }, level: 'warning' },
      ],
      basis: {
        vi: 'Ngưỡng của chỉ số điểm tham quan quá đông: do sản phẩm quy ước, Thành phố chưa công bố',
        en: 'The threshold is that of the figure of crowded sites: ours, the city states none',
      },
    },
  },
  {
    id: 'field-reports',
    names: { vi: 'Phản ánh chưa xử lý xong, theo xã', en: 'Open field reports, by commune' },
    centers: ['feedback'],
    shape: 'dot',
    tells: { kind: 'units', kpi: 'field-reports.open' },
  },
  {
    id: 'road-incidents',
    names: { vi: 'Sự cố, công trường trên đường', en: 'Road incidents and works' },
    centers: ['traffic', 'emergency'],
    shape: 'flag',
    tells: { kind: 'notices', noticeTypes: ['incident', 'roadworks'] },
  },
  {
    id: 'alerts',
    names: { vi: 'Vùng cảnh báo', en: 'Areas of alerts' },
    centers: ['traffic', 'emergency', 'environment', 'tourism'],
    shape: 'flag',
    tells: { kind: 'notices', noticeTypes: ['alert', 'transit-alert'] },
  },
  {
    id: 'incidents',
    names: { vi: 'Sự cố của trung tâm', en: 'Incidents of the center' },
    centers: ['traffic', 'emergency', 'environment', 'tourism', 'feedback'],
    shape: 'flag',
    tells: { kind: 'incidents' },
  },
];
