import type { Language } from '@flagtower/charts';

interface MeasuredWords {
  readonly title: (count: string) => string;
  readonly corrected: (count: string) => string;
  readonly worst: (source: string, state: string) => string;
  readonly counted: string;
  readonly onePage: (count: string) => string;
  readonly columns: Readonly<Record<'thing' | 'value' | 'measured' | 'received' | 'told', string>>;
  readonly noticeColumns: Readonly<Record<'thing' | 'severity' | 'began' | 'over' | 'received' | 'told', string>>;
  readonly absent: string;
  readonly correction: string;
  readonly letGo: string;
  readonly none: string;
  readonly severities: Readonly<Record<'extreme' | 'severe' | 'moderate' | 'minor' | 'unknown', string>>;
}

/** Words of what a measured figure is made of. */
export const measuredWords: Readonly<Record<Language, MeasuredWords>> = {
  vi: {
    title: (count) => `Làm từ ${count} bản ghi`,
    corrected: (count) => `${count} trong số đó là bản đã sửa, thay bản báo trước.`,
    worst: (source, state) => `Tuổi của số này là tuổi của nguồn chậm nhất: ${source} (${state}).`,
    counted: 'tính lại từ danh sách này: trùng số đang hiện',
    onePage: (count) => `Danh sách có ${count} trang; cộng đủ các trang mới ra số này.`,
    columns: { thing: 'Đối tượng', value: 'Giá trị', measured: 'Đo lúc', received: 'Nhận lúc', told: 'Nguồn, bản ghi' },
    noticeColumns: {
      thing: 'Tin báo',
      severity: 'Mức độ',
      began: 'Bắt đầu',
      over: 'Kết thúc',
      received: 'Nhận lúc',
      told: 'Nguồn, bản ghi',
    },
    absent: 'không có số',
    correction: 'đã sửa',
    letGo: 'bản ghi thô đã hết hạn lưu',
    none: 'Không có bản ghi nào ở thời điểm này.',
    severities: {
      extreme: 'cực kỳ nghiêm trọng',
      severe: 'nghiêm trọng',
      moderate: 'trung bình',
      minor: 'nhẹ',
      unknown: 'không rõ',
    },
  },
  en: {
    title: (count) => `Made of ${count} records`,
    corrected: (count) => `${count} of them are corrections, in the place of an earlier telling.`,
    worst: (source, state) => `This number is as old as its slowest source: ${source} (${state}).`,
    counted: 'counted again from this list: equals the number shown',
    onePage: (count) => `The list has ${count} pages; all of them together make the number.`,
    columns: { thing: 'Thing', value: 'Value', measured: 'Measured', received: 'Received', told: 'Source, record' },
    noticeColumns: {
      thing: 'Notice',
      severity: 'Severity',
      began: 'Began',
      over: 'Over',
      received: 'Received',
      told: 'Source, record',
    },
    absent: 'no value',
    correction: 'corrected',
    letGo: 'the raw record was let go',
    none: 'There is no record at this moment.',
    severities: { extreme: 'extreme', severe: 'severe', moderate: 'moderate', minor: 'minor', unknown: 'not known' },
  },
};
