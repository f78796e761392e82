import type { KpiInput } from '../city-input.ts';

/** Feeds of the roads and of the cameras in observations; DATEX II's values are in `traffic`. */
const feed = 'traffic';

const traffic = {
  version: 1,
  validFrom: '2019-01-01',
  center: 'traffic',
} as const;

const datex = {
  vi: 'Dữ liệu theo DATEX II: MeasuredDataPublication (averageVehicleSpeed, vehicleFlowRate)',
  en: 'DATEX II: MeasuredDataPublication (averageVehicleSpeed, vehicleFlowRate)',
};

const cameras = {
  vi: 'Dữ liệu theo NGSI-LD Device (deviceState); 1.837 camera AI ngày 13/12/2025 (báo PLO, SGGP)',
  en: 'NGSI-LD Device (deviceState); 1,837 AI cameras on 13 December 2025 (PLO, SGGP)',
};
const camera = { kind: 'observation', feed: 'cameras', metric: 'online' } as const;

/** Slower than this a measured stretch counts as congested; the city publishes a list of points, no threshold. */
export const congestedBelow = 12;

/** Roads, incidents and cameras of the traffic center. */
export const trafficKpis: KpiInput[] = [
  {
    ...traffic,
    id: 'traffic.speed.mean',
    names: { vi: 'Tốc độ trung bình trên đường', en: 'Mean speed on the roads' },
    meaning: {
      vi: 'Trung bình tốc độ mới nhất, trong 1 giờ qua, của các đoạn đường được đo.',
      en: 'Mean of the latest speeds, of the last hour, of the measured stretches of road.',
    },
    unitOfMeasure: 'km/h',
    formula: { kind: 'observation', feed, metric: 'speed', statistic: 'latest-mean', latestHours: 1 },
    direction: 'up',
    basis: datex,
  },
  {
    ...traffic,
    id: 'traffic.flow.mean',
    names: { vi: 'Lưu lượng trung bình mỗi đoạn đường', en: 'Mean flow of a stretch of road' },
    meaning: {
      vi: 'Trung bình số xe mỗi giờ theo số đo mới nhất, trong 1 giờ qua, của các đoạn đường.',
      en: 'Mean of the latest flows, of the last hour, of the measured stretches, vehicles an hour.',
    },
    unitOfMeasure: '{vehicle}/h',
    formula: { kind: 'observation', feed, metric: 'flow', statistic: 'latest-mean', latestHours: 1 },
    direction: 'none',
    basis: datex,
  },
  {
    ...traffic,
    id: 'traffic.congestion-points',
    names: { vi: 'Điểm ùn tắc hiện tại', en: 'Congestion points now' },
    meaning: {
      vi: `Số đoạn đường có tốc độ mới nhất từ 0 đến ${congestedBelow} km/h.`,
      en: `Measured stretches whose latest speed is between 0 and ${congestedBelow} km/h.`,
    },
    unitOfMeasure: '{point}',
    formula: {
      kind: 'observation',
      feed,
      metric: 'speed',
      statistic: 'latest-inside',
      low: 0,
      high: congestedBelow,
      latestHours: 1,
    },
    direction: 'down',
    basis: {
      vi: `${datex.vi}; ngưỡng do sản phẩm quy ước, Thành phố chưa công bố`,
      en: `${datex.en}; the threshold is ours, the city states none`,
    },
  },
  {
    ...traffic,
    id: 'traffic.incidents.active',
    names: { vi: 'Sự cố giao thông đang diễn ra', en: 'Traffic incidents now' },
    meaning: {
      vi: 'Sự cố trên đường đã bắt đầu và chưa được giải tỏa.',
      en: 'Incidents on the roads that have begun and are not cleared.',
    },
    unitOfMeasure: '{incident}',
    formula: { kind: 'notices', noticeType: 'incident' },
    direction: 'down',
    basis: {
      vi: 'Dữ liệu theo DATEX II: SituationPublication; sự việc không còn trong bản tin mới là đã kết thúc',
      en: 'DATEX II: SituationPublication; a situation that a snapshot does not name any more is over',
    },
  },
  {
    ...traffic,
    id: 'traffic.incidents.clear-time.median',
    names: { vi: 'Thời gian xử lý sự cố giao thông, trung vị', en: 'Median time to clear a traffic incident' },
    meaning: {
      vi: 'Từ lúc bắt đầu đến lúc được giải tỏa, của các sự cố được giải tỏa trong kỳ.',
      en: 'From beginning to clearance, of the incidents that were cleared in the period.',
    },
    unitOfMeasure: 'ms',
    formula: { kind: 'notices', noticeType: 'incident', statistic: 'clear-time' },
    direction: 'down',
    basis: {
      vi: 'Dữ liệu theo DATEX II: overallStartTime và thời điểm kết thúc được báo, hoặc bản tin không còn nêu sự việc',
      en: 'DATEX II: overallStartTime and the end that is told, or the snapshot that does not name the situation any more',
    },
  },
  {
    ...traffic,
    id: 'traffic.cameras.online-share',
    names: { vi: 'Tỷ lệ camera hoạt động', en: 'Cameras online' },
    meaning: {
      vi: 'Phần camera trả lời ở lần hỏi gần nhất trong số camera đã có tin trong 24 giờ qua.',
      en: 'Share of the cameras that answered when they were asked last, of those told of in the last 24 hours.',
    },
    unitOfMeasure: '1',
    formula: { ...camera, statistic: 'latest-mean' },
    direction: 'up',
    basis: cameras,
  },
  {
    ...traffic,
    id: 'traffic.cameras.dead',
    names: { vi: 'Camera không hoạt động', en: 'Cameras that do not answer' },
    meaning: {
      vi: 'Số camera không trả lời ở lần hỏi gần nhất; danh sách nêu từng camera và từ khi nào.',
      en: 'Cameras that did not answer when they were asked last; the list names each and since when.',
    },
    unitOfMeasure: '{camera}',
    formula: { ...camera, statistic: 'latest-inside', low: 0, high: 0 },
    direction: 'down',
    basis: cameras,
  },
];
