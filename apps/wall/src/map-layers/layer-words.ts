import type { Language } from '@flagtower/charts';

interface LayerWords {
  readonly layers: string;
  readonly count: (drawn: string, told: string) => string;
  readonly none: string;
  readonly waiting: string;
  readonly since: (moment: string) => string;
  readonly noValue: string;
  readonly asList: string;
  readonly close: string;
  readonly until: (moment: string) => string;
  readonly openEnded: string;
  readonly measured: (moment: string) => string;
  readonly under: string;
  readonly noticeKey: Readonly<Record<'critical' | 'warning' | 'watch', string>>;
}

/** Words of the list of layers and of what opens on the map. */
export const layerWords: Readonly<Record<Language, LayerWords>> = {
  vi: {
    layers: 'Các lớp trên bản đồ',
    count: (drawn, told) => (drawn === told ? drawn : `${drawn} trong ${told}`),
    none: 'không đối tượng nào báo vị trí; xem danh sách',
    waiting: 'đang tải',
    since: (moment) => `từ ${moment}`,
    noValue: 'không có số',
    asList: 'Xem dạng danh sách',
    close: 'Đóng',
    until: (moment) => `đến ${moment}`,
    openEnded: 'chưa có giờ kết thúc',
    measured: (moment) => `đo lúc ${moment}`,
    under: 'Tại điểm này',
    noticeKey: { critical: 'khẩn', warning: 'cảnh báo', watch: 'theo dõi' },
  },
  en: {
    layers: 'Layers on the map',
    count: (drawn, told) => (drawn === told ? drawn : `${drawn} of ${told}`),
    none: 'nothing told its place; see the list',
    waiting: 'loading',
    since: (moment) => `since ${moment}`,
    noValue: 'no value',
    asList: 'As a list',
    close: 'Close',
    until: (moment) => `until ${moment}`,
    openEnded: 'no end stated',
    measured: (moment) => `measured ${moment}`,
    under: 'At this point',
    noticeKey: { critical: 'critical', warning: 'warning', watch: 'watch' },
  },
};
