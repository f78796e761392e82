import type { Language } from '@flagtower/charts';

export interface MapWords {
  readonly schematic: string;
  readonly inset: (zoom: string) => string;
  readonly critical: string;
  readonly warning: string;
  readonly unknown: string;
  readonly vehicles: (count: string) => string;
  readonly things: (count: string) => string;
  readonly late: (count: string) => string;
  readonly silent: (count: string) => string;
  readonly wholeCity: string;
  readonly picture: (title: string, units: string) => string;
  readonly rate: string;
  readonly received: string;
  readonly open: string;
  readonly overdue: string;
  readonly nearDue: string;
  readonly noFigures: string;
  readonly noMap: string;
}

export const mapWords: Readonly<Record<Language, MapWords>> = {
  vi: {
    schematic: 'Ô lược đồ, không thể hiện ranh giới',
    inset: (zoom) => `Lõi đô thị, phóng ${zoom}×`,
    critical: 'khẩn',
    warning: 'cảnh báo',
    unknown: 'chưa có số',
    vehicles: (count) => `${count} xe buýt đang báo`,
    things: (count) => `${count} điểm đang báo`,
    late: (count) => `${count} báo chậm`,
    silent: (count) => `${count} không báo`,
    wholeCity: 'Toàn thành phố',
    picture: (title, units) => `Bản đồ: ${title}, ${units} đơn vị`,
    rate: 'trên 10.000 dân',
    received: 'tiếp nhận hôm nay',
    open: 'đang mở',
    overdue: 'quá hạn',
    nearDue: 'đến hạn trong 24 giờ',
    noFigures: 'Chưa có số liệu, không phải số 0',
    noMap: 'Chưa lấy được các ô của bản đồ, đang hỏi lại',
  },
  en: {
    schematic: 'Schematic cells, not boundaries',
    inset: (zoom) => `Urban core, ${zoom}× larger`,
    critical: 'critical',
    warning: 'warning',
    unknown: 'no figures',
    vehicles: (count) => `${count} buses reporting`,
    things: (count) => `${count} points reporting`,
    late: (count) => `${count} late`,
    silent: (count) => `${count} silent`,
    wholeCity: 'Whole city',
    picture: (title, units) => `Map: ${title}, ${units} units`,
    rate: 'per 10,000 people',
    received: 'received today',
    open: 'open',
    overdue: 'overdue',
    nearDue: 'due within 24 hours',
    noFigures: 'No figures yet; this is not zero',
    noMap: 'The cells of the map could not be had yet; asking again',
  },
};
