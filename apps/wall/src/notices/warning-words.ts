import type { Language } from '@flagtower/charts';
import type { Notice, NoticeLine } from '@flagtower/contracts';

type Text1 = (text: string) => string;

interface WarningWords {
  readonly name: string;
  readonly measured: string;
  /** How many are in force, and the worst of them. */
  readonly message: (count: string, worst: string) => string;
  readonly none: string;
  readonly unknown: string;
  readonly noSource: string;
  /** A source that is silent, and since when. */
  readonly silent: (source: string, since: string) => string;
  readonly neverHeard: Text1;
  readonly told: (source: string, state: string) => string;
  readonly severity: Readonly<Record<Notice['severity'], string>>;
  readonly urgency: Readonly<Record<Notice['urgency'], string>>;
  readonly certainty: Readonly<Record<Notice['certainty'], string>>;
  readonly terms: Readonly<
    Record<
      | 'severity'
      | 'urgency'
      | 'certainty'
      | 'area'
      | 'time'
      | 'instruction'
      | 'description'
      | 'sender'
      | 'history'
      | 'record',
      string
    >
  >;
  readonly left: Text1;
  readonly openEnded: string;
  readonly span: (from: string, until: string) => string;
  readonly since: Text1;
  readonly noInstruction: string;
  readonly wholeCity: Text1;
  readonly communes: Text1;
  readonly andMore: Text1;
  readonly noArea: string;
  readonly more: string;
  readonly incident: string;
  readonly inLanguage: Text1;
  readonly signed: string;
  readonly standing: Readonly<Record<NoticeLine['standing'], string>>;
  readonly first: string;
  readonly update: string;
  readonly cancel: string;
  readonly historyFailed: string;
  readonly recordOpen: string;
  readonly recordAbout: string;
  readonly columns: Readonly<
    Record<
      'headline' | 'severity' | 'urgency' | 'certainty' | 'area' | 'from' | 'to' | 'instruction' | 'sender',
      string
    >
  >;
}

export const warningWords: Readonly<Record<Language, WarningWords>> = {
  vi: {
    name: 'Cảnh báo đang hiệu lực',
    measured: 'Tin cảnh báo (CAP) đã bắt đầu, chưa hết hạn, chưa bị hủy hay thay thế',
    message: (count, worst) => `${count} cảnh báo đang hiệu lực, cao nhất: ${worst}`,
    none: 'Không có cảnh báo nào đang hiệu lực',
    unknown: 'Không biết có cảnh báo nào hay không',
    noSource: 'Chưa nối nguồn cảnh báo nào, nên không biết có cảnh báo hay không.',
    silent: (source, since) =>
      `Nguồn “${source}” im lặng từ ${since}: có thể có cảnh báo mới hoặc đã hủy mà ở đây chưa biết.`,
    neverHeard: (source) => `Nguồn “${source}” chưa báo lần nào.`,
    told: (source, state) => `Nguồn: ${source} · ${state}`,
    severity: {
      extreme: 'đặc biệt nghiêm trọng',
      severe: 'nghiêm trọng',
      moderate: 'trung bình',
      minor: 'nhẹ',
      unknown: 'chưa rõ',
    },
    urgency: {
      immediate: 'làm ngay',
      expected: 'trong giờ tới',
      future: 'sắp tới',
      past: 'không còn phải làm gì',
      unknown: 'chưa rõ',
    },
    certainty: {
      observed: 'đã xảy ra hoặc đang diễn ra',
      likely: 'nhiều khả năng (trên 50%)',
      possible: 'có thể (dưới 50%)',
      unlikely: 'ít khả năng',
      unknown: 'chưa rõ',
    },
    terms: {
      severity: 'Mức độ',
      urgency: 'Khẩn cấp',
      certainty: 'Chắc chắn',
      area: 'Khu vực',
      time: 'Hiệu lực',
      instruction: 'Cần làm',
      description: 'Mô tả',
      sender: 'Nơi phát',
      history: 'Các lần phát tin',
      record: 'Bản ghi đã lưu',
    },
    left: (span) => `còn ${span}`,
    openEnded: 'chưa báo giờ kết thúc',
    span: (from, until) => `từ ${from} đến ${until}`,
    since: (from) => `từ ${from}`,
    noInstruction: 'Nơi phát không nêu việc cần làm.',
    wholeCity: (count) => `toàn thành phố, ${count} xã, phường`,
    communes: (count) => `${count} xã, phường`,
    andMore: (count) => `và ${count} nơi khác`,
    noArea: 'không nêu khu vực',
    more: 'Chi tiết, diễn biến, bản ghi',
    incident: 'Sự cố của tin này',
    inLanguage: (language) => `Đọc bằng ${language}`,
    signed: 'có chữ ký số, chưa kiểm tra',
    standing: {
      active: 'đang hiệu lực',
      waiting: 'chưa bắt đầu',
      over: 'đã hết hạn',
      ended: 'đã hủy',
      replaced: 'đã được thay',
      'not-real': 'diễn tập hoặc thử, không phải cảnh báo thật',
    },
    first: 'phát tin',
    update: 'thay tin trước',
    cancel: 'hủy tin',
    historyFailed: 'Chưa đọc được các lần phát tin; mở lại để thử lần nữa.',
    recordOpen: 'mở địa chỉ của bản ghi',
    recordAbout: 'Nguyên văn như kho lưu từ tin CAP: chỉ giữ các trường công khai của chuẩn.',
    columns: {
      headline: 'Cảnh báo',
      severity: 'Mức độ',
      urgency: 'Khẩn cấp',
      certainty: 'Chắc chắn',
      area: 'Khu vực',
      from: 'Từ',
      to: 'Đến',
      instruction: 'Cần làm',
      sender: 'Nơi phát',
    },
  },
  en: {
    name: 'Warnings in force',
    measured: 'CAP alerts that have begun, have not run out and were not cancelled or replaced',
    message: (count, worst) => `Warnings in force: ${count}, the worst ${worst}`,
    none: 'No warning is in force',
    unknown: 'Nobody knows whether there is a warning',
    noSource: 'No source of warnings is connected, so nobody knows whether there is one.',
    silent: (source, since) =>
      `“${source}” is silent since ${since}: a warning may be out, or withdrawn, that is not known here.`,
    neverHeard: (source) => `“${source}” was never heard.`,
    told: (source, state) => `Source: ${source} · ${state}`,
    severity: { extreme: 'extreme', severe: 'severe', moderate: 'moderate', minor: 'minor', unknown: 'not stated' },
    urgency: {
      immediate: 'act at once',
      expected: 'within the hour',
      future: 'soon',
      past: 'nothing to do any more',
      unknown: 'not stated',
    },
    certainty: {
      observed: 'has happened or goes on',
      likely: 'likely (above 50%)',
      possible: 'possible (below 50%)',
      unlikely: 'unlikely',
      unknown: 'not stated',
    },
    terms: {
      severity: 'Severity',
      urgency: 'Urgency',
      certainty: 'Certainty',
      area: 'Area',
      time: 'In force',
      instruction: 'What to do',
      description: 'Description',
      sender: 'Issued by',
      history: 'All tellings',
      record: 'The record as it is kept',
    },
    left: (span) => `${span} left`,
    openEnded: 'no end told',
    span: (from, until) => `from ${from} until ${until}`,
    since: (from) => `since ${from}`,
    noInstruction: 'Its sender does not say what to do.',
    wholeCity: (count) => `the whole city, ${count} communes`,
    communes: (count) => `${count} communes`,
    andMore: (count) => `and ${count} more`,
    noArea: 'no area told',
    more: 'Details, history, record',
    incident: 'Its incident',
    inLanguage: (language) => `Read in ${language}`,
    signed: 'signed; the signature was not checked',
    standing: {
      active: 'in force',
      waiting: 'not begun',
      over: 'run out',
      ended: 'cancelled',
      replaced: 'replaced',
      'not-real': 'an exercise or a test, not real',
    },
    first: 'told',
    update: 'replaces the one before',
    cancel: 'cancels',
    historyFailed: 'Its tellings could not be read yet; open it again to retry.',
    recordOpen: 'open the record’s address',
    recordAbout: 'Word for word as the store keeps the CAP message: the public fields of the standard only.',
    columns: {
      headline: 'Warning',
      severity: 'Severity',
      urgency: 'Urgency',
      certainty: 'Certainty',
      area: 'Area',
      from: 'From',
      to: 'Until',
      instruction: 'What to do',
      sender: 'Issued by',
    },
  },
};
