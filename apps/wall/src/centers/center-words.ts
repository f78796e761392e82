import type { Language } from '@flagtower/charts';

type Text1 = (text: string) => string;
type Text2 = (one: string, other: string) => string;

interface CenterWords {
  readonly unknown: Text1;
  readonly figures: string;
  readonly figuresMeasured: string;
  readonly noFigures: string;
  readonly tasks: string;
  readonly tasksCount: Text1;
  readonly noTasks: string;
  readonly tasksUnknown: string;
  readonly tasksLoading: string;
  readonly more: Text1;
  readonly incidents: Text1;
  readonly incidentsAbout: string;
  readonly incidentOfNotice: string;
  readonly overdueIn: Text2;
  readonly overdueOf: Text2;
  readonly overdueAll: Text1;
  readonly dossiers: string;
  readonly records: string;
  /** Of no told kind. */
  readonly fieldReport: string;
  readonly things: string;
  readonly noRecord: string;
  readonly source: Readonly<Record<'late' | 'stale' | 'lost' | 'none', string>>;
  readonly lastHeard: Text1;
  /** Records taken so far. */
  readonly accepted: Text1;
  readonly neverHeard: string;
  readonly quarantined: Text1;
  readonly replay: string;
  readonly until: Text1;
  readonly openEnded: string;
  readonly instruction: string;
  readonly sender: string;
  readonly sources: string;
  readonly noSource: string;
  readonly noSourceLong: string;
  readonly columns: Readonly<Record<'source' | 'state' | 'cadence' | 'last' | 'accepted' | 'quarantined', string>>;
  readonly taskColumns: Readonly<Record<'level' | 'task' | 'about', string>>;
  readonly map: string;
  readonly mapMeasured: string;
  readonly mapColumns: Readonly<Record<'layer' | 'thing' | 'lon' | 'lat', string>>;
  readonly trend: Text1;
  readonly noTrend: string;
  readonly trendFailed: string;
  readonly published: string;
  readonly trendEmpty: string;
  readonly trendBy: Readonly<Record<'hour' | 'day', string>>;
  readonly trendDescription: Text1;
  readonly trendColumns: Readonly<Record<'start' | 'value', string>>;
  readonly all: string;
  readonly allIntro: string;
}

export const centerWords: Readonly<Record<Language, CenterWords>> = {
  vi: {
    unknown: (id) => `Không có trung tâm “${id}”`,
    figures: 'Chỉ số của trung tâm',
    figuresMeasured: 'Bấm tên để xem diễn biến, bấm số để xem vì sao có số này',
    noFigures: 'Danh mục chưa có chỉ số nào của trung tâm này.',
    tasks: 'Cần xử lý ngay',
    tasksCount: (count) => `${count} việc`,
    noTasks: 'Không có việc nào cần xử lý ngay',
    tasksUnknown: 'Chưa nguồn nào báo nên chưa biết có việc gì',
    tasksLoading: 'Đang tải',
    more: (count) => `và ${count} việc khác`,
    incidents: (count) => `${count} sự cố chưa ai nhận`,
    incidentsAbout: 'Nhận xử lý, hoặc đóng kèm lý do',
    incidentOfNotice: 'Sự cố của tin này: diễn biến và xử lý',
    overdueIn: (unit, count) => `${unit}: ${count} hồ sơ quá hạn`,
    overdueOf: (name, count) => `${name}: ${count}`,
    overdueAll: (share) => `${share} hồ sơ đang mở`,
    dossiers: 'mở danh sách hồ sơ',
    records: 'mở các bản ghi',
    fieldReport: 'Phản ánh',
    things: 'mở danh sách, từng cái và từ khi nào',
    noRecord: 'có liên lạc, chưa có bản ghi nào',
    source: { late: 'đang chậm', stale: 'đã cũ', lost: 'mất nguồn', none: 'chưa từng có dữ liệu' },
    lastHeard: (moment) => `lần cuối ${moment}`,
    accepted: (count) => `${count} bản ghi`,
    neverHeard: 'chưa nghe lần nào',
    quarantined: (count) => `${count} bản ghi bị cách ly`,
    replay: 'xem lý do và nạp lại',
    until: (moment) => `đến ${moment}`,
    openEnded: 'chưa có giờ kết thúc',
    instruction: 'Cần làm',
    sender: 'Nơi phát',
    sources: 'Nguồn dữ liệu',
    noSource: 'Chưa có nguồn dữ liệu',
    noSourceLong: 'Trung tâm này chưa nối nguồn nào. Các ô trống nghĩa là chưa biết, không phải số 0.',
    columns: {
      source: 'Nguồn',
      state: 'Trạng thái',
      cadence: 'Nhịp',
      last: 'Bản ghi cuối',
      accepted: 'Đã nhận',
      quarantined: 'Cách ly',
    },
    taskColumns: { level: 'Mức', task: 'Việc', about: 'Chi tiết' },
    map: 'Bản đồ',
    mapMeasured: 'Chọn lớp trong danh sách, bấm một điểm để xem và mở trang của nó',
    mapColumns: { layer: 'Lớp', thing: 'Điểm', lon: 'Kinh độ', lat: 'Vĩ độ' },
    trend: (name) => `Diễn biến: ${name}`,
    noTrend: 'Chỉ số này chỉ có giá trị hiện tại, không có diễn biến theo thời gian.',
    published: 'Đã công bố',
    trendFailed: 'Chưa đọc được diễn biến; trang sẽ thử lại.',
    trendEmpty: 'Chưa có số liệu nào trong khoảng này.',
    trendBy: {
      hour: '24 giờ qua, theo giờ · khoảng trống: không có số liệu',
      day: '30 ngày qua, theo ngày · khoảng trống: không có số liệu',
    },
    trendDescription: (count) => `Biểu đồ diễn biến, ${count} mốc`,
    trendColumns: { start: 'Từ', value: 'Giá trị' },
    all: 'Các trung tâm chức năng',
    allIntro: 'Tám trung tâm theo Kế hoạch 39/KH-UBND và hai lĩnh vực toàn thành phố. Chọn một ô để mở.',
  },
  en: {
    unknown: (id) => `There is no center “${id}”`,
    figures: 'Figures of the center',
    figuresMeasured: 'Press a name for its trend, a number for its reasons',
    noFigures: 'The catalogue has no figure of this center yet.',
    tasks: 'Needs action now',
    tasksCount: (count) => `${count} to do`,
    noTasks: 'Nothing needs action now',
    tasksUnknown: 'No source has reported yet, so nobody knows what there is to do',
    tasksLoading: 'Loading',
    more: (count) => `and ${count} more`,
    incidents: (count) => `Incidents that nobody took: ${count}`,
    incidentsAbout: 'Acknowledge them, or close them with a reason',
    incidentOfNotice: 'Its incident: the log and what can be done',
    overdueIn: (unit, count) => `${unit}: ${count} dossiers overdue`,
    overdueOf: (name, count) => `${name}: ${count}`,
    overdueAll: (share) => `${share} of open dossiers`,
    dossiers: 'open the list of dossiers',
    records: 'open the records',
    fieldReport: 'Field report',
    things: 'open the list, each with since when',
    noRecord: 'answers, no record yet',
    source: { late: 'is late', stale: 'is stale', lost: 'is lost', none: 'was never heard' },
    lastHeard: (moment) => `last heard ${moment}`,
    accepted: (count) => `${count} ${count === '1' ? 'record' : 'records'}`,
    neverHeard: 'never heard',
    quarantined: (count) => `${count} records in quarantine`,
    replay: 'see the reasons and replay',
    until: (moment) => `until ${moment}`,
    openEnded: 'no end stated',
    instruction: 'What to do',
    sender: 'Issued by',
    sources: 'Sources',
    noSource: 'No source yet',
    noSourceLong: 'No source is connected to this center yet. Empty places mean not known; they are not zero.',
    columns: {
      source: 'Source',
      state: 'State',
      cadence: 'Cadence',
      last: 'Last record',
      accepted: 'Accepted',
      quarantined: 'Quarantined',
    },
    taskColumns: { level: 'Level', task: 'What', about: 'Detail' },
    map: 'On the map',
    mapMeasured: 'Choose layers in the list; press a point to see it and open its page',
    mapColumns: { layer: 'Layer', thing: 'Point', lon: 'Longitude', lat: 'Latitude' },
    trend: (name) => `Trend: ${name}`,
    noTrend: 'This figure has a value of now only, and no course over time.',
    published: 'Published',
    trendFailed: 'The trend could not be read yet; the page tries again.',
    trendEmpty: 'There are no figures in this stretch yet.',
    trendBy: { hour: 'last 24 hours, by hour · gap: no data', day: 'last 30 days, by day · gap: no data' },
    trendDescription: (count) => `Chart of the trend, ${count} points`,
    trendColumns: { start: 'From', value: 'Value' },
    all: 'Functional centers',
    allIntro: 'The eight centers of Plan 39/KH-UBND and two city-wide themes. Choose one to open it.',
  },
};
