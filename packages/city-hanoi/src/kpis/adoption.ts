import type { KpiInput } from '../city-input.ts';
import { sum } from './term.ts';

const share = {
  version: 1,
  validFrom: '2019-01-01',
  center: 'public-service',
  unitOfMeasure: '1',
  direction: 'up',
} as const;

/** How far people and offices have taken up online services. */
export const adoptionKpis: KpiInput[] = [
  {
    ...share,
    id: 'services.procedures-online-share',
    names: { vi: 'Tỷ lệ thủ tục cung cấp trực tuyến', en: 'Procedures offered online' },
    meaning: {
      vi: 'Thủ tục có dịch vụ công trực tuyến (mức độ 3, 4; từ năm 2022 là toàn trình, một phần) trên số thủ tục đã biết mức độ.',
      en: 'Procedures offered online (level 3 or 4; since 2022 fully or in part) over those whose level is told.',
    },
    formula: { kind: 'catalogue', statistic: 'online-share' },
    basis: {
      vi: 'Điểm 3.1 Quyết định số 766/QĐ-TTg; mức độ theo Nghị định số 43/2011/NĐ-CP và số 42/2022/NĐ-CP, không quy đổi lẫn nhau',
      en: 'Item 3.1 of Decision 766/QĐ-TTg; levels of Decrees 43/2011/NĐ-CP and 42/2022/NĐ-CP, never converted',
    },
  },
  {
    ...share,
    id: 'services.online-with-dossier-share',
    names: { vi: 'Tỷ lệ dịch vụ công trực tuyến có phát sinh hồ sơ', en: 'Online services that had a dossier' },
    meaning: {
      vi: 'Dịch vụ công trực tuyến có ít nhất một hồ sơ nộp trực tuyến trong kỳ trên số dịch vụ công trực tuyến.',
      en: 'Online services with at least one dossier sent online in the period, over all online services.',
    },
    formula: { kind: 'catalogue', statistic: 'online-with-dossier-share' },
    basis: { vi: 'Điểm 3.2 Quyết định số 766/QĐ-TTg', en: 'Item 3.2 of Decision 766/QĐ-TTg' },
  },
  {
    ...share,
    id: 'services.payable-online-share',
    names: { vi: 'Tỷ lệ thủ tục thanh toán được trực tuyến', en: 'Procedures payable online' },
    meaning: {
      vi: 'Thủ tục có phí, lệ phí thanh toán được trực tuyến trên số thủ tục có phí, lệ phí.',
      en: 'Procedures whose fee can be paid online, over those that bear a fee.',
    },
    formula: { kind: 'catalogue', statistic: 'payable-online-share' },
    basis: { vi: 'Điểm 3.5a Quyết định số 766/QĐ-TTg', en: 'Item 3.5a of Decision 766/QĐ-TTg' },
  },
  {
    ...share,
    id: 'dossiers.at-home-share',
    names: { vi: 'Tỷ lệ đăng ký tại nhà', en: 'At-home share' },
    meaning: {
      vi: 'Hồ sơ người dân tự nộp tại nhà trên hồ sơ tiếp nhận trực tuyến trong kỳ.',
      en: 'Dossiers that applicants sent from home over dossiers received online in the period.',
    },
    formula: { kind: 'share', numerator: sum('received-at-home'), denominator: sum('received-online') },
    basis: {
      vi: 'Chỉ tiêu năm 2019 của quận Bắc Từ Liêm (65%); chưa tìm thấy công thức chính thức',
      en: 'Target of Bắc Từ Liêm district, 2019 (65%); no official formula found',
    },
  },
  {
    ...share,
    id: 'dossiers.paid-online-share',
    names: { vi: 'Tỷ lệ hồ sơ thanh toán trực tuyến', en: 'Dossiers paid online' },
    meaning: {
      vi: 'Hồ sơ đã thanh toán trực tuyến trên hồ sơ có nghĩa vụ tài chính, tính theo hồ sơ giải quyết xong trong kỳ; hồ sơ rút không tính.',
      en: 'Dossiers paid online over dossiers with a financial obligation, of those handled in the period; withdrawn ones do not count.',
    },
    formula: { kind: 'share', numerator: sum('paid-online'), denominator: sum('payment-asked') },
    basis: {
      vi: 'Điểm 3.6 Quyết định số 766/QĐ-TTg, tính khi giải quyết xong',
      en: 'Item 3.6 of Decision 766/QĐ-TTg, counted when handling ends',
    },
  },
  {
    ...share,
    id: 'dossiers.digital-result-share',
    names: { vi: 'Tỷ lệ kết quả điện tử', en: 'Digital results' },
    meaning: {
      vi: 'Hồ sơ có kết quả điện tử hợp lệ trên hồ sơ giải quyết xong trong kỳ mà nguồn cho biết hình thức kết quả; hồ sơ rút không tính.',
      en: 'Dossiers with a valid electronic result over dossiers handled in the period whose form of result is told; withdrawn ones do not count.',
    },
    formula: { kind: 'share', numerator: sum('result-digital'), denominator: sum('result-told') },
    basis: { vi: 'Điểm 4.1 Quyết định số 766/QĐ-TTg', en: 'Item 4.1 of Decision 766/QĐ-TTg' },
  },
  {
    version: 1,
    validFrom: '2019-01-01',
    center: 'public-service',
    id: 'dossiers.backlog-days',
    names: { vi: 'Tồn đọng tính bằng ngày làm việc', en: 'Backlog in working days' },
    meaning: {
      vi: 'Số ngày làm việc cần để giải quyết hết hồ sơ đang tồn theo nhịp của 28 ngày trước: hồ sơ chưa giải quyết xong chia cho số hồ sơ giải quyết mỗi ngày làm việc.',
      en: 'Working days that the open dossiers would take at the pace of the last 28 whole days: open over handled per working day.',
    },
    unitOfMeasure: 'd',
    formula: { kind: 'backlog-days', days: 28 },
    direction: 'down',
    basis: {
      vi: 'Quy ước của sản phẩm; ngày làm việc theo Bộ luật Lao động',
      en: 'Ours; working days by the Labour Code’s calendar',
    },
  },
];
