import type { Language } from '@flagtower/charts';

interface WhyWords {
  readonly title: string;
  readonly close: string;
  readonly detail: string;
  readonly things: string;
  readonly loading: string;
  readonly failed: string;
  readonly definition: string;
  readonly version: (version: string, from: string) => string;
  readonly basis: string;
  /** Of due dates that nobody told. */
  readonly limits: {
    readonly all: (count: string) => string;
    readonly one: (workingDays: string, basis: string) => string;
    readonly unread: (procedures: string) => string;
  };
  readonly formula: string;
  readonly balances: string;
  readonly columns: Readonly<Record<'measure' | 'role' | 'sum' | 'entries' | 'records', string>>;
  readonly numerator: string;
  readonly denominator: string;
  readonly matches: string;
  readonly differs: (computed: string) => string;
  readonly byStatistic: string;
  readonly days: (count: string) => string;
  readonly entries: (count: string) => string;
  readonly entryColumns: Readonly<Record<'effective' | 'measure' | 'change' | 'dossier' | 'told' | 'recorded', string>>;
  readonly page: (page: string) => string;
  readonly newer: string;
  readonly older: string;
  readonly noEntries: string;
  readonly notEntries: string;
  readonly openDossier: (id: string) => string;
  readonly retraction: string;
  readonly conduct: (count: string) => string;
  readonly conductColumns: Readonly<Record<'source' | 'value' | 'state', string>>;
  readonly ofCatalogue: string;
  readonly trust: string;
  readonly audit: (at: string, coverage: string) => string;
  readonly auditDiffers: (at: string, count: string) => string;
  readonly noAudit: string;
  readonly source: (name: string, state: string) => string;
  readonly restated: string;
  readonly restatedSince: string;
  readonly restatedNone: string;
  readonly before: (at: string) => string;
  readonly after: string;
  readonly difference: string;
  readonly groupColumns: Readonly<Record<'day' | 'source' | 'records' | 'change' | 'corrected', string>>;
  readonly correctedNote: string;
  readonly seqs: (first: string, last: string) => string;
  readonly tooEarly: string;
  readonly measures: Readonly<Record<string, string>>;
}

const measuresVi: Readonly<Record<string, string>> = {
  received: 'tiếp nhận',
  'received-online': 'tiếp nhận trực tuyến',
  'received-at-home': 'đăng ký tại nhà',
  'received-post': 'tiếp nhận qua bưu chính',
  'received-no-channel': 'tiếp nhận, không rõ kênh',
  handled: 'đã giải quyết',
  'handled-early': 'trước hạn',
  'handled-on-time': 'trước và đúng hạn',
  'handled-late': 'trễ hạn',
  'handled-no-due': 'đã giải quyết, không có hẹn',
  withdrawn: 'rút hồ sơ',
  refused: 'không tiếp nhận',
  reopened: 'mở lại',
  'transferred-in': 'chuyển đến',
  'transferred-out': 'chuyển đi',
  open: 'đang mở',
  paused: 'tạm dừng',
  overdue: 'quá hạn',
  'near-due': 'sắp đến hạn',
  'open-no-due': 'đang mở, không có hẹn',
  'paused-overdue': 'tạm dừng, quá hạn',
  'paused-no-due': 'tạm dừng, không có hẹn',
  'cohort-late': 'tiếp nhận trong kỳ mà trễ',
  'cohort-no-due': 'tiếp nhận trong kỳ, không có hẹn',
};

const measuresEn: Readonly<Record<string, string>> = {
  received: 'received',
  'received-online': 'received online',
  'received-at-home': 'received from home',
  'received-post': 'received by post',
  'received-no-channel': 'received, channel not told',
  handled: 'handled',
  'handled-early': 'early',
  'handled-on-time': 'on time, early included',
  'handled-late': 'late',
  'handled-no-due': 'handled, no due date',
  withdrawn: 'withdrawn',
  refused: 'refused',
  reopened: 'reopened',
  'transferred-in': 'transferred in',
  'transferred-out': 'transferred out',
  open: 'open',
  paused: 'paused',
  overdue: 'overdue',
  'near-due': 'near due',
  'open-no-due': 'open, no due date',
  'paused-overdue': 'paused, overdue',
  'paused-no-due': 'paused, no due date',
  'cohort-late': 'received in the period and late',
  'cohort-no-due': 'received in the period, no due date',
};

export const whyWords: Readonly<Record<Language, WhyWords>> = {
  vi: {
    title: 'Vì sao có số này?',
    close: 'Đóng',
    detail: 'Xem số này theo từng cấp ›',
    things: 'Xem từng đối tượng, theo đơn vị và nhóm ›',
    loading: 'Đang tính lại từ bút toán',
    failed: 'Không lấy được căn cứ của số này.',
    definition: 'Định nghĩa',
    version: (version, from) => `bản ${version}, từ ${from}`,
    basis: 'Căn cứ',
    limits: {
      all: (count) =>
        `Hồ sơ không nguồn nào báo hạn được tính hạn theo thời hạn luật định của thủ tục (${count} thủ tục có thời hạn).`,
      one: (workingDays, basis) => `Khi không nguồn nào báo hạn: ${workingDays} ngày làm việc (${basis})`,
      unread: (procedures) => `Chưa đối chiếu với văn bản: ${procedures}.`,
    },
    formula: 'Công thức',
    balances: 'Số cộng từ bút toán',
    columns: { measure: 'Khoản', role: 'Ở', sum: 'Cộng', entries: 'Bút toán', records: 'Bản ghi' },
    numerator: 'tử số',
    denominator: 'mẫu số',
    matches: 'trùng số đang hiện',
    differs: (computed) => `KHÔNG trùng: tính lại được ${computed}`,
    byStatistic: 'Số này là phân vị, không phải tổng: xếp mọi thời gian giải quyết theo độ dài rồi lấy vị trí.',
    days: (count) => `Bút toán theo ngày (${count} ngày gần nhất)`,
    entries: (count) => `Bút toán và bản ghi gốc (${count})`,
    entryColumns: {
      effective: 'Có hiệu lực',
      measure: 'Khoản',
      change: '±',
      dossier: 'Hồ sơ',
      told: 'Nguồn, bản ghi',
      recorded: 'Ghi nhận',
    },
    page: (page) => `trang ${page}`,
    newer: '‹ mới hơn',
    older: 'cũ hơn ›',
    noEntries: 'Không có bút toán nào: chưa có gì để cộng.',
    notEntries: 'Số này không cộng từ bút toán hồ sơ.',
    openDossier: (id) => `Mở hồ sơ ${id}`,
    retraction: 'thu hồi tệp nhập',
    conduct: (count) => `Phần của từng nguồn (${count} nguồn)`,
    conductColumns: { source: 'Nguồn', value: 'Phần trong số này', state: 'Hiện nay' },
    ofCatalogue:
      'Số này tính từ danh mục thủ tục, không từ bút toán: xem theo cấp thực hiện và theo đơn vị ở liên kết bên trên.',
    trust: 'Có thể tin đến đâu',
    audit: (at, coverage) => `Tự kiểm tra gần nhất ${at}: tính lại ${coverage} sổ, không sai lệch.`,
    auditDiffers: (at, count) => `Tự kiểm tra gần nhất ${at}: ${count} chỗ SAI LỆCH.`,
    noAudit: 'Chưa có lần tự kiểm tra nào.',
    source: (name, state) => `${name}: ${state}`,
    restated: 'Đã đổi gì từ khi công bố',
    restatedSince: 'So với số đã biết lúc',
    restatedNone: 'Không đổi: mọi điều về số này đã được biết từ lúc đó.',
    before: (at) => `biết lúc ${at}`,
    after: 'biết hiện nay',
    difference: 'chênh',
    groupColumns: {
      day: 'Ngày ghi nhận',
      source: 'Nguồn, tệp',
      records: 'Bản ghi',
      change: '±',
      corrected: 'trong đó sửa quá khứ',
    },
    correctedNote: '“Sửa quá khứ”: nói về thời gian trước lúc so sánh; phần còn lại là việc xảy ra sau đó.',
    seqs: (first, last) => (first === last ? `bút toán ${first}` : `bút toán ${first}–${last}`),
    tooEarly: 'Lúc đó sổ chưa có gì.',
    measures: measuresVi,
  },
  en: {
    title: 'Why this number?',
    close: 'Close',
    detail: 'See this number level by level ›',
    things: 'See each thing, by unit and group ›',
    loading: 'Computing it anew from the entries',
    failed: 'The reasons of this number could not be had.',
    definition: 'Definition',
    version: (version, from) => `version ${version}, from ${from}`,
    basis: 'Basis',
    limits: {
      all: (count) =>
        `A dossier that no source told a due date for gets one by the legal time limit of its procedure (${count} procedures have one).`,
      one: (workingDays, basis) => `Where no source told a due date: ${workingDays} working days (${basis})`,
      unread: (procedures) => `Not held against the text of the law: ${procedures}.`,
    },
    formula: 'Formula',
    balances: 'Sums of entries',
    columns: { measure: 'Item', role: 'In', sum: 'Sum', entries: 'Entries', records: 'Records' },
    numerator: 'upper part',
    denominator: 'lower part',
    matches: 'equals the number shown',
    differs: (computed) => `does NOT equal: computed anew it is ${computed}`,
    byStatistic:
      'This is a quantile and no sum: all handling times in order of their length, and the one at its place.',
    days: (count) => `Entries by day (the last ${count} days)`,
    entries: (count) => `Entries and their records (${count})`,
    entryColumns: {
      effective: 'Effective',
      measure: 'Item',
      change: '±',
      dossier: 'Dossier',
      told: 'Source, record',
      recorded: 'Recorded',
    },
    page: (page) => `page ${page}`,
    newer: '‹ newer',
    older: 'older ›',
    noEntries: 'There are no entries: nothing to add up.',
    notEntries: 'This number is not made of dossiers’ entries.',
    openDossier: (id) => `Open dossier ${id}`,
    retraction: 'import taken back',
    conduct: (count) => `What each source has in it (${count})`,
    conductColumns: { source: 'Source', value: 'Part in this figure', state: 'Now' },
    ofCatalogue:
      'Made of the catalogue of procedures and not of entries: by competent level and by unit behind the link above.',
    trust: 'How far to trust it',
    audit: (at, coverage) => `Last self-audit ${at}: ${coverage} of the ledger computed anew, no difference.`,
    auditDiffers: (at, count) => `Last self-audit ${at}: ${count} DIFFERENCES.`,
    noAudit: 'There was no self-audit yet.',
    source: (name, state) => `${name}: ${state}`,
    restated: 'What changed since it was published',
    restatedSince: 'Against what was known at',
    restatedNone: 'Nothing: all of this number was known then.',
    before: (at) => `known ${at}`,
    after: 'known now',
    difference: 'difference',
    groupColumns: {
      day: 'Recorded on',
      source: 'Source, file',
      records: 'Records',
      change: '±',
      corrected: 'of it about the past',
    },
    correctedNote: '“About the past”: speaks of the time before the moment compared with; the rest happened later.',
    seqs: (first, last) => (first === last ? `commit ${first}` : `commits ${first}–${last}`),
    tooEarly: 'The ledger had nothing then.',
    measures: measuresEn,
  },
};
