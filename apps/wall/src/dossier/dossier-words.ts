import type { Language } from '@flagtower/charts';

interface DossierWords {
  readonly title: (code: string) => string;
  readonly back: (unit: string) => string;
  readonly loading: string;
  readonly failed: string;
  readonly facts: Readonly<
    Record<
      'unit' | 'procedure' | 'channel' | 'received' | 'due' | 'closed' | 'handling' | 'source' | 'disagreements',
      string
    >
  >;
  readonly unknown: string;
  readonly noDue: string;
  readonly dueComputed: string;
  readonly limit: (workingDays: string, basis: string) => string;
  readonly limitUnread: string;
  readonly limitOfCatalogue: (source: string) => string;
  readonly timeline: string;
  readonly timelineNote: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly future: string;
  readonly toUnit: (unit: string) => string;
  readonly recorded: (source: string, at: string, seq: string) => string;
  readonly correction: string;
  readonly retracted: string;
  readonly byClock: string;
  readonly records: string;
  readonly recordsNote: string;
  readonly columns: Readonly<Record<'seq' | 'occurred' | 'recorded' | 'source' | 'record' | 'told', string>>;
  readonly told: Readonly<Record<'unit' | 'procedure' | 'channel' | 'due', string>>;
}

/** Steps of the life cycle and facts that the clock alone makes, by their names in the ledger. */
const kindsVi = {
  submitted: 'Nộp hồ sơ',
  received: 'Tiếp nhận',
  refused: 'Không tiếp nhận',
  paused: 'Tạm dừng, hạn trả dừng theo',
  resumed: 'Giải quyết tiếp',
  handled: 'Giải quyết xong',
  returned: 'Trả kết quả',
  withdrawn: 'Công dân rút hồ sơ',
  reopened: 'Mở lại',
  transferred: 'Chuyển đơn vị',
  amended: 'Bổ sung, sửa đổi',
  activity: 'Xử lý',
  'near-due': 'Còn 24 giờ đến hạn trả',
  overdue: 'Quá hạn',
  due: 'Hẹn trả',
};
const kindsEn = {
  submitted: 'Sent in',
  received: 'Received',
  refused: 'Not accepted',
  paused: 'Paused, and its due clock with it',
  resumed: 'Taken up again',
  handled: 'Handled',
  returned: 'Result returned',
  withdrawn: 'Withdrawn by the applicant',
  reopened: 'Reopened',
  transferred: 'Passed to another unit',
  amended: 'Amended',
  activity: 'Worked on',
  'near-due': '24 hours left',
  overdue: 'Overdue',
  due: 'Due',
};

export const dossierWords: Readonly<Record<Language, DossierWords>> = {
  vi: {
    title: (code) => `Hồ sơ ${code}`,
    back: (unit) => `Về ${unit}`,
    loading: 'Đang tải hồ sơ',
    failed: 'Không lấy được hồ sơ này.',
    facts: {
      unit: 'Đơn vị',
      procedure: 'Thủ tục',
      channel: 'Kênh',
      received: 'Tiếp nhận',
      due: 'Hẹn trả',
      closed: 'Kết thúc',
      handling: 'Thời gian giải quyết',
      source: 'Nguồn',
      disagreements: 'Điểm các nguồn nói khác nhau',
    },
    unknown: 'không rõ',
    noDue: 'không nguồn nào báo',
    dueComputed: 'tính theo thời hạn của thủ tục và lịch làm việc, không nguồn nào báo',
    limit: (workingDays, basis) => `${workingDays} ngày làm việc theo ${basis}`,
    limitUnread: 'chưa đối chiếu với văn bản',
    limitOfCatalogue: (source) => `danh mục do ${source} báo, như đã biết khi nhận bản ghi`,
    timeline: 'Diễn biến',
    timelineNote: '● đã xảy ra · □ theo hẹn · ◇ do đồng hồ, không có bản ghi',
    kinds: kindsVi,
    future: 'nếu không có gì thay đổi',
    toUnit: (unit) => `đến ${unit}`,
    recorded: (source, at, seq) => `${source}, ghi nhận ${at}, bút toán ${seq}`,
    correction: 'sửa lại',
    retracted: 'đã thu hồi',
    byClock: 'theo đồng hồ',
    records: 'Mọi bản ghi về hồ sơ này',
    recordsNote: 'Theo thứ tự ghi nhận. Bản ghi sau không xóa bản ghi trước.',
    columns: {
      seq: 'Bút toán',
      occurred: 'Xảy ra',
      recorded: 'Ghi nhận',
      source: 'Nguồn',
      record: 'Bản ghi, bản',
      told: 'Nội dung',
    },
    told: { unit: 'đơn vị', procedure: 'thủ tục', channel: 'kênh', due: 'hẹn trả' },
  },
  en: {
    title: (code) => `Dossier ${code}`,
    back: (unit) => `Back to ${unit}`,
    loading: 'Loading the dossier',
    failed: 'This dossier could not be had.',
    facts: {
      unit: 'Unit',
      procedure: 'Procedure',
      channel: 'Channel',
      received: 'Received',
      due: 'Due',
      closed: 'Ended',
      handling: 'Handling time',
      source: 'Source',
      disagreements: 'Points on which sources differ',
    },
    unknown: 'not known',
    noDue: 'no source told one',
    dueComputed: 'computed from the procedure’s time limit and the working calendar; no source told one',
    limit: (workingDays, basis) => `${workingDays} working days by ${basis}`,
    limitUnread: 'not held against its text',
    limitOfCatalogue: (source) => `catalogue told by ${source}, as it was known when the record came`,
    timeline: 'Timeline',
    timelineNote: '● happened · □ promised · ◇ by the clock, without a record',
    kinds: kindsEn,
    future: 'if nothing changes',
    toUnit: (unit) => `to ${unit}`,
    recorded: (source, at, seq) => `${source}, recorded ${at}, commit ${seq}`,
    correction: 'correction',
    retracted: 'taken back',
    byClock: 'by the clock',
    records: 'Every record of this dossier',
    recordsNote: 'In the order of their recording. A later record does not erase an earlier one.',
    columns: {
      seq: 'Commit',
      occurred: 'Happened',
      recorded: 'Recorded',
      source: 'Source',
      record: 'Record, version',
      told: 'Content',
    },
    told: { unit: 'unit', procedure: 'procedure', channel: 'channel', due: 'due' },
  },
};
