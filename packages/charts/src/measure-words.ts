import type { Language } from './language.ts';
import { numberText } from './number-format.ts';
import { spanText } from './time-format.ts';

/**
 * The one table of units of measure: UCUM codes and annotations as people write them; after a number, so singular and plural
 * are one in English lists.
 */
const words: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  '1': { vi: '%', en: '%' },
  '{service}': { vi: 'dịch vụ', en: 'services' },
  '{account}': { vi: 'tài khoản', en: 'accounts' },
  '{dossier}': { vi: 'hồ sơ', en: 'dossiers' },
  '{zone}': { vi: 'khu', en: 'zones' },
  '{center}': { vi: 'trung tâm', en: 'centers' },
  '{group}': { vi: 'tổ', en: 'groups' },
  '{notice}': { vi: 'cảnh báo', en: 'notices' },
  '{procedure}': { vi: 'thủ tục', en: 'procedures' },
  '{point}': { vi: 'điểm', en: 'points' },
  '{rank}': { vi: '(thứ hạng)', en: '(rank)' },
  '{ticket}': { vi: 'yêu cầu', en: 'tickets' },
  '{visitor}': { vi: 'lượt khách', en: 'visitors' },
  '{station}': { vi: 'trạm', en: 'stations' },
  '{incident}': { vi: 'sự cố', en: 'incidents' },
  '{camera}': { vi: 'camera', en: 'cameras' },
  '{call}': { vi: 'cuộc gọi', en: 'calls' },
  '{bed}': { vi: 'giường', en: 'beds' },
  '{case}': { vi: 'ca', en: 'cases' },
  '{index}': { vi: '(chỉ số)', en: '(index)' },
  '{vehicle}/h': { vi: 'xe/giờ', en: 'vehicles/h' },
  '{reading}': { vi: 'giá trị', en: 'readings' },
  '{unit}': { vi: 'đơn vị', en: 'units' },
  '{vehicle}': { vi: 'xe', en: 'vehicles' },
  '{trip}': { vi: 'chuyến', en: 'trips' },
  '{room}': { vi: 'phòng', en: 'rooms' },
  '{person}': { vi: 'người', en: 'people' },
  '{report}': { vi: 'phản ánh', en: 'reports' },
  '{source}': { vi: 'nguồn', en: 'sources' },
  '{item}': { vi: 'tin', en: 'items' },
  'ug/m3': { vi: 'µg/m³', en: 'µg/m³' },
  'mg/m3': { vi: 'mg/m³', en: 'mg/m³' },
  'm3/s': { vi: 'm³/s', en: 'm³/s' },
  m2: { vi: 'm²', en: 'm²' },
  Cel: { vi: '°C', en: '°C' },
  deg: { vi: '°', en: '°' },
  'mm/h': { vi: 'mm/giờ', en: 'mm/h' },
  'm/s': { vi: 'm/giây', en: 'm/s' },
};

/** `{service}` → `dịch vụ`; an annotation that nobody has named loses its braces. Shares are written in per cent. */
export function measureWord(unitOfMeasure: string, language: Language): string {
  return words[unitOfMeasure]?.[language] ?? unitOfMeasure.replaceAll(/[{}]/g, '');
}

const msOf: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of one of a unit of time; `null`: it is none. */
export function msOfUnit(unitOfMeasure: string): number | null {
  return msOf[unitOfMeasure] ?? null;
}

/**
 * A measured value with its unit: a time as a span, all else as a number with the word or sign. Of `1` the number alone: not
 * every reading without a unit is a share.
 */
export function measuredText(value: number, unitOfMeasure: string, language: Language): string {
  const ms = msOf[unitOfMeasure];
  if (ms !== undefined) return value < 0 ? `−${spanText(-value * ms, language)}` : spanText(value * ms, language);
  const digits = numberText(value, language, fractionOf(value));
  return unitOfMeasure === '1' ? digits : `${digits} ${measureWord(unitOfMeasure, language)}`;
}

/** Digits after the decimal sign: water on a street is told in metres, and a quarter of one is deep. */
function fractionOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  return Math.abs(value) < 10 ? 2 : 1;
}
