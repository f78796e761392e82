import type { Language } from '@flagtower/charts';
import type { DeedName, IncidentSeverity, IncidentState } from '@flagtower/contracts';

type Text1 = (text: string) => string;
type Text2 = (one: string, other: string) => string;

interface IncidentWords {
  readonly title: string;
  readonly intro: string;
  readonly measured: string;
  readonly none: string;
  readonly cut: Text2;
  readonly filter: string;
  readonly kind: string;
  readonly center: string;
  readonly allCenters: string;
  readonly state: string;
  readonly lately: string;
  readonly open: string;
  readonly states: Readonly<Record<IncidentState, string>>;
  readonly severities: Readonly<Record<IncidentSeverity, string>>;
  readonly over: string;
  readonly columns: Readonly<Record<'incident' | 'state' | 'place' | 'from' | 'sources', string>>;
  readonly noPlace: string;
  readonly morePoints: Text1;
  readonly inArea: Text1;
  readonly areaUnits: Text1;
  readonly until: Text1;
  readonly silentSince: Text2;
  readonly people: string;
  readonly raiser: string;
  readonly raisedBy: Text1;
  readonly latest: Text2;
  readonly thresholdAbove: Text2;
  readonly thresholdBelow: Text2;
  readonly clearsAt: Text1;
  readonly lastsBeyond: Text1;
  readonly lastsBack: Text1;
  readonly notDuring: Text1;
  readonly stage: Text2;
  readonly because: (met: string, severity: string, count: string) => string;
  readonly noBecause: string;
  readonly noTellers: string;
  readonly silentTellers: Text1;
  readonly back: string;
  readonly follows: string;
  readonly log: string;
  readonly logMeasured: string;
  readonly ended: string;
  readonly learned: Text1;
  readonly closedItself: string;
  readonly raisedAgain: string;
  readonly deeds: Readonly<Record<DeedName, string>>;
  readonly act: string;
  readonly actNote: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly mayNot: string;
}

export const incidentWords: Readonly<Record<Language, IncidentWords>> = {
  vi: {
    title: 'Sự cố',
    intro: 'Tin báo, giá trị đo vượt ngưỡng và lời người trực báo, gộp theo loại, nơi và lúc xảy ra.',
    measured: 'Việc chưa ai nhận trước, rồi đến mức nặng hơn',
    none: 'Không có sự cố nào như đã chọn.',
    cut: (shown, total) => (shown === total ? `Sự cố: ${total}` : `Sự cố: ${shown} trong ${total}`),
    filter: 'Chọn sự cố',
    kind: 'Loại',
    center: 'Trung tâm',
    allCenters: 'Mọi trung tâm',
    state: 'Tình trạng',
    lately: 'Đang mở, và đã đóng trong 24 giờ',
    open: 'Đang mở',
    states: { raised: 'Chưa ai nhận', acknowledged: 'Đã nhận', closed: 'Đã đóng' },
    severities: { 1: 'nhỏ', 2: 'đáng chú ý', 3: 'nặng', 4: 'nguy cấp' },
    over: 'nguồn báo đã hết',
    columns: { incident: 'Sự cố', state: 'Tình trạng', place: 'Nơi', from: 'Từ lúc', sources: 'Nguồn' },
    noPlace: 'không báo nơi',
    morePoints: (count) => `và ${count} điểm khác ở gần`,
    inArea: (area) => `trong vùng cảnh báo: ${area}`,
    areaUnits: (count) => `${count} xã, phường`,
    until: (moment) => `đến ${moment}`,
    silentSince: (source, moment) => `${source} im lặng từ ${moment}`,
    people: 'Người trực',
    raiser: 'Người báo',
    raisedBy: (name) => `${name} báo`,
    latest: (text, moment) => `mới nhất, ${moment}: ${text}`,
    thresholdAbove: (value, severity) => `từ ${value} trở lên: ${severity}`,
    thresholdBelow: (value, severity) => `từ ${value} trở xuống: ${severity}`,
    clearsAt: (value) => `hết khi về ${value}`,
    lastsBeyond: (minutes) => `Phải kéo dài ít nhất ${minutes} phút.`,
    lastsBack: (minutes) => `Hết sau ${minutes} phút bình thường.`,
    notDuring: (hours) => `Không bắt đầu trong giờ ${hours}.`,
    stage: (stage, name) => `Mức ${stage}/5: ${name}`,
    because: (met, severity, count) => `${met} sự cố đang diễn ra từ mức ${severity} trở lên; điều kiện là ${count}.`,
    noBecause: 'Không điều kiện nào của mức cao hơn được đáp ứng.',
    noTellers: 'Chưa có nguồn nào báo sự cố hay đo gì vượt ngưỡng: chỉ có lời người trực.',
    silentTellers: (count) => `${count} nguồn báo sự cố đang im lặng: chuyện xảy ra ở đó không ai biết.`,
    back: 'Mọi sự cố',
    follows: 'Tiếp theo một sự cố đã đóng',
    log: 'Diễn biến',
    logMeasured: 'Nguồn báo gì, ai làm gì; cũ nhất trước',
    ended: 'báo đã hết',
    learned: (moment) => `nhận lúc ${moment}`,
    closedItself: 'Tự đóng theo quy tắc',
    raisedAgain: 'Mở lại theo quy tắc: nặng hơn lúc được đóng',
    deeds: { raise: 'Báo sự cố', acknowledge: 'Nhận xử lý', comment: 'Ghi chú', close: 'Đóng' },
    act: 'Xử lý',
    actNote: 'Họ tên người làm và lý do được lưu lại. Sự cố đã đóng thì không mở lại bằng tay.',
    reason: 'Lý do hoặc nội dung',
    reasonHint: 'Từ 3 đến 500 ký tự; không ghi tên, số điện thoại của người dân.',
    mayNot: 'Cần đăng nhập với vai trò phụ trách dữ liệu để nhận, ghi chú hoặc đóng.',
  },
  en: {
    title: 'Incidents',
    intro: 'Notices, values beyond thresholds and what people on duty raise, merged by kind, place and time.',
    measured: 'What nobody took first, then the worst',
    none: 'No incident is like this.',
    cut: (shown, total) => (shown === total ? `Incidents: ${total}` : `Incidents: ${shown} of ${total}`),
    filter: 'Which incidents',
    kind: 'Kind',
    center: 'Center',
    allCenters: 'All centers',
    state: 'State',
    lately: 'Open, and closed within 24 hours',
    open: 'Open',
    states: { raised: 'Nobody took it', acknowledged: 'Acknowledged', closed: 'Closed' },
    severities: { 1: 'small', 2: 'notable', 3: 'serious', 4: 'critical' },
    over: 'its sources say it is over',
    columns: { incident: 'Incident', state: 'State', place: 'Place', from: 'Since', sources: 'Sources' },
    noPlace: 'no place told',
    morePoints: (count) => `and ${count} more nearby`,
    inArea: (area) => `in the area of the warning: ${area}`,
    areaUnits: (count) => `${count} communes and wards`,
    until: (moment) => `until ${moment}`,
    silentSince: (source, moment) => `${source} silent since ${moment}`,
    people: 'People on duty',
    raiser: 'Raised by',
    raisedBy: (name) => `raised by ${name}`,
    latest: (text, moment) => `latest, ${moment}: ${text}`,
    thresholdAbove: (value, severity) => `from ${value} up: ${severity}`,
    thresholdBelow: (value, severity) => `from ${value} down: ${severity}`,
    clearsAt: (value) => `ends at ${value}`,
    lastsBeyond: (minutes) => `It has to last ${minutes} minutes.`,
    lastsBack: (minutes) => `It is over after ${minutes} ordinary minutes.`,
    notDuring: (hours) => `It does not begin at ${hours}.`,
    stage: (stage, name) => `Stage ${stage} of 5: ${name}`,
    because: (met, severity, count) =>
      `${met} incidents that go on are ${severity} or worse; the condition is ${count}.`,
    noBecause: 'No condition of a higher stage is met.',
    noTellers: 'No source tells incidents or measures what a threshold judges: only people on duty do.',
    silentTellers: (count) => `Sources of incidents that are silent: ${count}. What happens there nobody knows.`,
    back: 'All incidents',
    follows: 'Follows a closed incident',
    log: 'Log',
    logMeasured: 'What sources told and people did, oldest first',
    ended: 'told its end',
    learned: (moment) => `received ${moment}`,
    closedItself: 'Closed by itself, by the rule',
    raisedAgain: 'Raised again by the rule: worse than when it was closed',
    deeds: { raise: 'Raise', acknowledge: 'Acknowledge', comment: 'Comment', close: 'Close' },
    act: 'Act',
    actNote: 'The name of who acts and the reason stay with it. Nobody opens a closed incident again by hand.',
    reason: 'Reason or note',
    reasonHint: '3 to 500 characters; no names or numbers of citizens.',
    mayNot: 'Sign in as a steward to acknowledge, comment or close.',
  },
};
