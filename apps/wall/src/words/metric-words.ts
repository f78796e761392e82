import { measuredText, shareText, type Language } from '@flagtower/charts';

/** What is measured, in words; the names are ours. A metric that nobody has named keeps its own. */
const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  speed: { vi: 'Tốc độ', en: 'Speed' },
  flow: { vi: 'Lưu lượng', en: 'Flow' },
  position: { vi: 'Tốc độ của xe', en: 'Speed of the vehicle' },
  'arrival-delay': { vi: 'Độ trễ đến bến', en: 'Arrival delay' },
  'stop-updates': { vi: 'Bến có tin', en: 'Stops told of' },
  installed: { vi: 'Đã lắp đặt', en: 'Installed' },
  online: { vi: 'Đang hoạt động', en: 'Online' },
  calls: { vi: 'Cuộc gọi', en: 'Calls' },
  'calls-hour': { vi: 'Cuộc gọi trong một giờ', en: 'Calls of an hour' },
  valid: { vi: 'Cuộc gọi hợp lệ', en: 'Valid calls' },
  'valid-hour': { vi: 'Cuộc gọi hợp lệ trong một giờ', en: 'Valid calls of an hour' },
  'reach-time': { vi: 'Thời gian tiếp cận hiện trường', en: 'Time to be there' },
  numTotBeds: { vi: 'Giường bệnh', en: 'Beds' },
  numTotBedsOcc: { vi: 'Giường đang sử dụng', en: 'Beds occupied' },
  numTotBedsAvail: { vi: 'Giường còn trống', en: 'Beds free' },
  wait: { vi: 'Thời gian chờ', en: 'Wait' },
  'cases-week': { vi: 'Ca trong tuần', en: 'Cases of a week' },
  airQualityIndex: { vi: 'VN_AQI', en: 'VN_AQI' },
  pm25: { vi: 'Bụi mịn PM2.5', en: 'Fine dust PM2.5' },
  pm10: { vi: 'Bụi PM10', en: 'Dust PM10' },
  no2: { vi: 'NO₂', en: 'NO₂' },
  so2: { vi: 'SO₂', en: 'SO₂' },
  o3: { vi: 'O₃', en: 'O₃' },
  co: { vi: 'CO', en: 'CO' },
  precipitation: { vi: 'Lượng mưa', en: 'Rain' },
  temperature: { vi: 'Nhiệt độ', en: 'Temperature' },
  relativeHumidity: { vi: 'Độ ẩm', en: 'Humidity' },
  currentLevel: { vi: 'Mực nước', en: 'Water level' },
  visitorCount: { vi: 'Khách đang có mặt', en: 'People there' },
  capacity: { vi: 'Sức chứa', en: 'Capacity' },
  crowding: { vi: 'Mức đông, so với sức chứa', en: 'Crowding, of the capacity' },
  rooms: { vi: 'Phòng', en: 'Rooms' },
  'rooms-let': { vi: 'Phòng có khách', en: 'Rooms let' },
  'domestic-arrivals': { vi: 'Khách nội địa', en: 'Domestic visitors' },
  'international-arrivals': { vi: 'Khách quốc tế', en: 'International visitors' },
  up: { vi: 'Đang trả lời', en: 'Answers' },
  'detect-time': { vi: 'Thời gian phát hiện', en: 'Time to detect' },
  'first-response': { vi: 'Thời gian phản hồi đầu', en: 'Time to the first answer' },
  satisfaction: { vi: 'Mức hài lòng', en: 'Satisfaction' },
};

export function metricName(metric: string, language: Language): string {
  return names[metric]?.[language] ?? metric;
}

/** Metrics that are a share of a whole and come without a unit; all others without one are plain numbers. */
const shares: ReadonlySet<string> = new Set(['crowding', 'relativeHumidity']);

/** A reading with its sign or word; `—` where none is known. */
export function readingText(
  metric: string,
  { value, unitOfMeasure }: { readonly value: number | null; readonly unitOfMeasure: string },
  language: Language,
): string {
  if (value === null) return '—';
  return unitOfMeasure === '1' && shares.has(metric)
    ? shareText(value, language)
    : measuredText(value, unitOfMeasure, language);
}
