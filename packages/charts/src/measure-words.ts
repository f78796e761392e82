import type { Language } from './language.ts';

/** Annotations that figures carry as their unit of measure, as people say them; after a number, so singular and plural are one in English lists. */
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
};

/** `{service}` → `dịch vụ`; an annotation that nobody has named loses its braces. Shares are written in per cent. */
export function measureWord(unitOfMeasure: string, language: Language): string {
  return words[unitOfMeasure]?.[language] ?? unitOfMeasure.replaceAll(/[{}]/g, '');
}
