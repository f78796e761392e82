import type { Language } from '@flagtower/charts';
import type { RejectionReason, SourceBoardRow } from '@flagtower/contracts';

interface SourceWords {
  readonly title: string;
  readonly intro: string;
  readonly summary: string;
  readonly ofSources: (count: string) => string;
  readonly measured: string;
  readonly columns: Readonly<
    Record<
      | 'source'
      | 'state'
      | 'since'
      | 'trouble'
      | 'cadence'
      | 'contact'
      | 'record'
      | 'complete'
      | 'accepted'
      | 'duplicates'
      | 'quarantined'
      | 'waiting'
      | 'dropped'
      | 'reminders',
      string
    >
  >;
  readonly ways: Readonly<Record<SourceBoardRow['way'], string>>;
  readonly since: (moment: string) => string;
  readonly paused: string;
  readonly pausedSince: (moment: string) => string;
  readonly seen: (seen: string, expected: string) => string;
  readonly waiting: (count: string) => string;
  readonly replayable: (count: string) => string;
  /** Messages that came faster than they could be written. */
  readonly dropped: (count: string) => string;
  readonly none: string;
  readonly back: string;
  readonly days: string;
  readonly daysMeasured: (late: string, missed: string) => string;
  readonly daysUnknown: string;
  readonly dayTitle: (day: string, late: string, missed: string) => string;
  readonly dayColumns: Readonly<Record<'day' | 'late' | 'missed', string>>;
  readonly silences: string;
  readonly silencesMeasured: string;
  readonly silenceColumns: Readonly<Record<'from' | 'until' | 'length' | 'missed', string>>;
  readonly goesOn: string;
  readonly noSilence: string;
  readonly quarantine: string;
  readonly quarantineMeasured: string;
  readonly lastRefused: (moment: string) => string;
  readonly noQuarantine: string;
  readonly reasons: Readonly<Record<RejectionReason, string>>;
  /** What to do about it, and where. */
  readonly remedies: Readonly<Record<RejectionReason, string>>;
  readonly places: (shown: string, all: string) => string;
  readonly place: (line: string, fields: string) => string;
  readonly aboutQuarantine: string;
  readonly importAgain: string;
  readonly close: string;
  readonly closeOf: (reason: string) => string;
  readonly replay: string;
  readonly replayed: (accepted: string, refused: string) => string;
  readonly needsSteward: string;
  readonly remindersTitle: string;
  readonly remindersMeasured: string;
  readonly remind: string;
  readonly reminded: (moment: string, by: string) => string;
  readonly noReminder: string;
  readonly pause: string;
  readonly resume: string;
}

export const sourceWords: Readonly<Record<Language, SourceWords>> = {
  vi: {
    title: 'Nguồn dữ liệu',
    intro: 'Đúng, đủ, sạch, sống: nguồn nào đang giữ lời hẹn, nguồn nào không, từ bao giờ và vì sao.',
    summary: 'Các nguồn đang ra sao',
    ofSources: (count) => `trên ${count} nguồn`,
    measured: 'Đủ: số lần liên lạc so với nhịp hẹn, 7 ngày qua · Nhắc: số lần nhắc đơn vị chủ quản, 90 ngày qua',
    columns: {
      source: 'Nguồn',
      state: 'Trạng thái',
      since: 'Từ lúc',
      trouble: 'Sự cố',
      cadence: 'Nhịp hẹn',
      contact: 'Liên lạc cuối',
      record: 'Dữ liệu cuối',
      complete: 'Đủ',
      accepted: 'Đã nhận',
      duplicates: 'Trùng',
      quarantined: 'Cách ly',
      waiting: 'Đang chờ xử lý',
      dropped: 'Mất trên đường',
      reminders: 'Nhắc',
    },
    ways: { push: 'nguồn tự gửi', pull: 'hệ thống đi lấy', mqtt: 'nghe qua MQTT', syslog: 'nghe qua syslog' },
    since: (moment) => `từ ${moment}`,
    paused: 'tạm dừng',
    pausedSince: (moment) => `tạm dừng từ ${moment}`,
    seen: (seen, expected) => `${seen}/${expected} lần`,
    waiting: (count) => `${count} đang chờ`,
    replayable: (count) => `${count} nạp lại được`,
    dropped: (count) => `mất ${count} bản tin`,
    none: 'Sổ này chưa khai báo nguồn nào.',
    back: 'Mọi nguồn',
    days: 'Độ trễ 90 ngày',
    daysMeasured: (late, missed) => `trễ tổng cộng ${late} · thiếu ${missed} lần liên lạc`,
    daysUnknown: 'chưa đo: trước lần liên lạc đầu tiên',
    dayTitle: (day, late, missed) => `${day}: trễ ${late}, thiếu ${missed} lần`,
    dayColumns: { day: 'Ngày', late: 'Trễ (giây)', missed: 'Thiếu (lần)' },
    silences: 'Những lần im lặng',
    silencesMeasured: 'lâu hơn một nhịp rưỡi; mới nhất trước, nhiều nhất 100 lần',
    silenceColumns: { from: 'Liên lạc trước đó', until: 'Có lại lúc', length: 'Kéo dài', missed: 'Thiếu' },
    goesOn: 'còn im lặng',
    noSilence: 'Không lần nào trong 90 ngày.',
    quarantine: 'Đang cách ly',
    quarantineMeasured: 'bản ghi chưa nhận được, theo lý do; không lưu giá trị nào',
    lastRefused: (moment) => `lần cuối ${moment}`,
    noQuarantine: 'Không có bản ghi nào.',
    reasons: {
      'not-parseable': 'không đọc được',
      'missing-field': 'thiếu trường bắt buộc',
      'bad-value': 'giá trị sai',
      'bad-time': 'giờ sai dạng',
      'bad-identity': 'mã định danh sai',
      'unknown-code': 'mã chưa được khai báo',
      'unknown-kind': 'loại bản ghi lạ',
      'ahead-of-clock': 'giờ ở tương lai',
      'too-large': 'quá lớn',
      'not-allowed': 'không được phép',
    },
    remedies: {
      'not-parseable':
        'Nội dung hỏng hoặc không đúng định dạng đã khai: sửa định dạng của nguồn, hoặc nhờ nguồn gửi lại.',
      'missing-field': 'Bổ sung trường thiếu ở nguồn, hoặc chọn đúng cột trong bảng ánh xạ, rồi gửi lại.',
      'bad-value': 'Sửa giá trị ở nguồn, hoặc đơn vị đo và cách viết số trong bảng ánh xạ, rồi gửi lại.',
      'bad-time': 'Sửa dạng giờ trong bảng ánh xạ hoặc múi giờ của nguồn, rồi gửi lại.',
      'bad-identity': 'Sửa mã định danh ở nguồn, hoặc chọn đúng cột trong bảng ánh xạ, rồi gửi lại.',
      'unknown-code': 'Khai báo mã này trong bảng ánh xạ (ví dụ tên gọi khác của đơn vị), rồi gửi lại.',
      'unknown-kind': 'Nguồn gửi loại bản ghi chưa có bộ đọc: bỏ loại này ở nguồn, hoặc khai định dạng khác.',
      'ahead-of-clock': 'Chờ tới giờ đó rồi bấm “Nạp lại”; nếu múi giờ của nguồn khai sai thì sửa rồi gửi lại tệp.',
      'too-large': 'Chia nhỏ bản ghi ở nguồn, hoặc nâng mức cho phép của nguồn, rồi gửi lại.',
      'not-allowed': 'Trường hoặc giá trị này không được lưu: bỏ nó ở nguồn, rồi gửi lại.',
    },
    places: (shown, all) => (shown === all ? `Ở đâu (${all})` : `Ở đâu (${shown} bản ghi mới nhất trong ${all})`),
    place: (line, fields) => (fields === '' ? `dòng ${line}` : `dòng ${line}: ${fields}`),
    aboutQuarantine:
      'Cùng nội dung ấy được gửi lại (sau khi sửa bảng ánh xạ hoặc múi giờ) thì phần chờ cũ tự hết. Nếu nguồn đã sửa nội dung, đóng phần chờ cũ.',
    importAgain: 'Nhập lại tệp',
    close: 'Đóng',
    closeOf: (reason) => `Đóng: ${reason}`,
    replay: 'Nạp lại',
    replayed: (accepted, refused) => `Đã nhận thêm ${accepted}; còn chờ ${refused}.`,
    needsSteward: 'Đăng nhập với vai trò nhập số liệu để nạp lại và ghi lần nhắc.',
    remindersTitle: 'Nhắc đơn vị chủ quản',
    remindersMeasured: '90 ngày qua; ghi lại người nhắc và lúc nhắc',
    remind: 'Ghi một lần nhắc',
    reminded: (moment, by) => `${moment} · ${by}`,
    noReminder: 'Chưa nhắc lần nào.',
    pause: 'Tạm dừng nguồn',
    resume: 'Cho chạy tiếp',
  },
  en: {
    title: 'Sources',
    intro: 'Right, complete, clean, alive: which source keeps its word, which does not, since when and why.',
    summary: 'How the sources stand',
    ofSources: (count) => `of ${count} sources`,
    measured:
      'Complete: contacts against the promised cadence, last 7 days · Reminded: reminders to the owner, last 90 days',
    columns: {
      source: 'Source',
      state: 'State',
      since: 'Since',
      trouble: 'Trouble',
      cadence: 'Cadence',
      contact: 'Last contact',
      record: 'Last data',
      complete: 'Complete',
      accepted: 'Accepted',
      duplicates: 'Duplicates',
      quarantined: 'Quarantined',
      waiting: 'Waiting',
      dropped: 'Lost on the way',
      reminders: 'Reminded',
    },
    ways: { push: 'sends by itself', pull: 'is asked by us', mqtt: 'heard by MQTT', syslog: 'heard by syslog' },
    since: (moment) => `since ${moment}`,
    paused: 'paused',
    pausedSince: (moment) => `paused since ${moment}`,
    seen: (seen, expected) => `${seen} of ${expected}`,
    waiting: (count) => `${count} waiting`,
    replayable: (count) => `${count} can be replayed`,
    dropped: (count) => `${count} messages lost`,
    none: 'No source is declared in this ledger.',
    back: 'All sources',
    days: 'Lateness of 90 days',
    daysMeasured: (late, missed) => `late for ${late} in all · ${missed} contacts missed`,
    daysUnknown: 'not measured: before the first contact',
    dayTitle: (day, late, missed) => `${day}: late for ${late}, ${missed} missed`,
    dayColumns: { day: 'Day', late: 'Late (seconds)', missed: 'Missed contacts' },
    silences: 'Silences',
    silencesMeasured: 'longer than one and a half cadences; newest first, a hundred at the most',
    silenceColumns: { from: 'Contact before', until: 'Back at', length: 'Lasted', missed: 'Missed' },
    goesOn: 'still silent',
    noSilence: 'None in 90 days.',
    quarantine: 'In quarantine',
    quarantineMeasured: 'records that could not be taken, by reason; no values are kept',
    lastRefused: (moment) => `last ${moment}`,
    noQuarantine: 'There are none.',
    reasons: {
      'not-parseable': 'cannot be read',
      'missing-field': 'a required field is missing',
      'bad-value': 'a value is wrong',
      'bad-time': 'a time has another form',
      'bad-identity': 'an identifier is wrong',
      'unknown-code': 'a code was not declared',
      'unknown-kind': 'an unknown kind of record',
      'ahead-of-clock': 'a time lies in the future',
      'too-large': 'too large',
      'not-allowed': 'not allowed',
    },
    remedies: {
      'not-parseable':
        'The content is broken or not in the declared format: mend the format, or ask the source to send again.',
      'missing-field':
        'Add the missing field at the source, or choose the right column in the mapping, then send again.',
      'bad-value':
        'Mend the value at the source, or its unit and way of writing numbers in the mapping, then send again.',
      'bad-time': 'Mend the form of times in the mapping or the zone of the source, then send again.',
      'bad-identity': 'Mend the identifier at the source, or choose the right column in the mapping, then send again.',
      'unknown-code': 'Declare the code in the mapping (such as another name of a unit), then send again.',
      'unknown-kind':
        'There is no reader for this kind of record: leave it out at the source, or declare another format.',
      'ahead-of-clock':
        'Wait for that moment, then replay; where the declared zone is wrong, mend it and send the file again.',
      'too-large': 'Split the record at the source, or raise what the source is allowed, then send again.',
      'not-allowed': 'This field or value must not be kept: leave it out at the source, then send again.',
    },
    places: (shown, all) => (shown === all ? `Where (${all})` : `Where (the newest ${shown} of ${all})`),
    place: (line, fields) => (fields === '' ? `line ${line}` : `line ${line}: ${fields}`),
    aboutQuarantine:
      'Once the very same content is sent again (after its mapping or zone was mended), what waited of it is settled by itself. Where the source mended the content, close what waited.',
    importAgain: 'Import the file again',
    close: 'Close',
    closeOf: (reason) => `Close: ${reason}`,
    replay: 'Replay',
    replayed: (accepted, refused) => `${accepted} more accepted; ${refused} still wait.`,
    needsSteward: 'Sign in as a steward to replay and to note a reminder.',
    remindersTitle: 'Reminders to the owner',
    remindersMeasured: 'last 90 days; who reminded, and when, is kept',
    remind: 'Note a reminder',
    reminded: (moment, by) => `${moment} · ${by}`,
    noReminder: 'No reminder yet.',
    pause: 'Pause the source',
    resume: 'Let it go on',
  },
};
