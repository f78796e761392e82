import type { Language } from '@flagtower/charts';

/** Why there is no value: our own codes, and those of FHIR’s data-absent-reason. */
const reasons: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'not-measured': { vi: 'không đo được', en: 'not measured' },
  'no-position': { vi: 'không rõ vị trí', en: 'position not known' },
  'data-error': { vi: 'thiết bị báo lỗi', en: 'the device reports a fault' },
  unknown: { vi: 'không rõ', en: 'not known' },
  'asked-unknown': { vi: 'đã hỏi, không rõ', en: 'asked, not known' },
  'temp-unknown': { vi: 'tạm thời chưa rõ', en: 'not known for now' },
  'not-asked': { vi: 'không hỏi', en: 'not asked' },
  'asked-declined': { vi: 'từ chối trả lời', en: 'declined to answer' },
  masked: { vi: 'được che', en: 'masked' },
  'not-applicable': { vi: 'không áp dụng', en: 'does not apply' },
  unsupported: { vi: 'hệ thống nguồn không có', en: 'not supported by the source' },
  error: { vi: 'lỗi ở nguồn', en: 'an error at the source' },
  'not-a-number': { vi: 'không phải là số', en: 'not a number' },
  'negative-infinity': { vi: 'dưới mức đo được', en: 'below what can be measured' },
  'positive-infinity': { vi: 'trên mức đo được', en: 'above what can be measured' },
  'not-performed': { vi: 'không thực hiện', en: 'not performed' },
  'not-permitted': { vi: 'không được phép', en: 'not permitted' },
};

/** A code that nobody has named keeps its own; `null`: no reason was told. */
export function absentText(absent: string | null, language: Language): string {
  return absent === null ? '—' : (reasons[absent]?.[language] ?? absent);
}
