import type { Language } from '@flagtower/charts';
import type { TargetReason, TargetState } from '@flagtower/contracts';

interface ProgrammeWords {
  readonly title: string;
  readonly intro: string;
  readonly onDay: string;
  readonly today: string;
  readonly asKnown: (moment: string) => string;
  readonly unit: string;
  readonly allUnits: string;
  readonly state: string;
  readonly allStates: string;
  readonly summary: string;
  readonly ofTargets: (count: string) => string;
  readonly states: Readonly<Record<TargetState, string>>;
  readonly reasons: Readonly<Record<TargetReason, string>>;
  readonly columns: Readonly<Record<'figure' | 'value' | 'target' | 'way' | 'pace' | 'projected' | 'state', string>>;
  readonly target: (value: string, upTo: string) => string;
  readonly by: (day: string) => string;
  readonly asOf: (day: string) => string;
  readonly countedOver: (from: string, to: string) => string;
  readonly noNumber: string;
  readonly nothing: string;
  readonly approved: (author: string, approver: string) => string;
  readonly ofProfile: string;
  readonly counted: (sources: string) => string;
  readonly noSource: string;
  readonly pace: (value: string) => string;
  readonly noPace: string;
  readonly gap: (value: string, day: string) => string;
  readonly noTrend: string;
  readonly beside: (name: string, value: string) => string;
  readonly history: string;
  /** From a counted figure to its reasons, and to its level. */
  readonly why: string;
  readonly detail: string;
  readonly communes: (count: string) => string;
  readonly listCommunes: string;
  readonly hideCommunes: string;
  readonly without: string;
  readonly none: string;
  readonly legend: string;
  readonly source: (basis: string) => string;
  readonly exported: Readonly<
    Record<
      | 'programme'
      | 'figure'
      | 'unit'
      | 'value'
      | 'asOf'
      | 'from'
      | 'target'
      | 'by'
      | 'pace'
      | 'gap'
      | 'projected'
      | 'state'
      | 'basis',
      string
    >
  >;
}

export const programmeWords: Readonly<Record<Language, ProgrammeWords>> = {
  vi: {
    title: 'Chương trình, chỉ tiêu',
    intro: 'Mọi chỉ tiêu trong một trang: đang ở đâu, đáng lẽ phải ở đâu, bao giờ tới, và ai nói vậy.',
    onDay: 'Số liệu tại đầu ngày',
    today: 'Hôm nay',
    asKnown: (moment) => `Như đã biết lúc ${moment}`,
    unit: 'Đơn vị',
    allUnits: 'Mọi đơn vị',
    state: 'Trạng thái',
    allStates: 'Mọi trạng thái',
    summary: 'Chương trình đang ở đâu',
    ofTargets: (count) => `trên ${count} chỉ tiêu`,
    states: { met: 'đạt', 'on-pace': 'đúng nhịp', behind: 'chậm nhịp', missed: 'không đạt', unknown: 'chưa biết' },
    reasons: {
      'no-value': 'chưa ai báo số nào',
      'no-start': 'không biết mốc xuất phát nên không có nhịp',
      'not-measured-since-start': 'chưa báo lại từ mốc xuất phát',
      'not-measured-at-end': 'không có số lúc đến hạn',
      'bound-leaves-open': 'số báo chỉ là một mức, chưa đủ để kết luận',
    },
    columns: {
      figure: 'Chỉ tiêu',
      value: 'Đang là',
      target: 'Phải đạt',
      way: 'Trên đường',
      pace: 'Nhịp hôm nay · chênh',
      projected: 'Theo đà này',
      state: 'Trạng thái',
    },
    target: (value, upTo) => `${value} đến ${upTo}`,
    by: (day) => `đến ${day}`,
    asOf: (day) => `đến hết ${day}`,
    countedOver: (from, to) => `lũy kế ${from} đến ${to}`,
    noNumber: 'không nêu số',
    nothing: 'chưa có',
    approved: (author, approver) => `${author} nhập, ${approver} duyệt`,
    ofProfile: 'có sẵn trong hồ sơ thành phố',
    counted: (sources) => `hệ thống đếm từ ${sources}`,
    noSource: 'chưa nguồn nào báo',
    pace: (value) => `phải ở ${value}`,
    noPace: 'không có nhịp',
    gap: (value, day) => `${value} so với nhịp ngày ${day}`,
    noTrend: 'chưa có đà',
    beside: (name, value) => `${name}: ${value}`,
    history: 'Các lần báo',
    why: 'Vì sao là con số này?',
    detail: 'Chi tiết theo cấp',
    communes: (count) => `${count} xã, phường`,
    listCommunes: 'Xem từng xã, phường',
    hideCommunes: 'Ẩn từng xã, phường',
    without: 'Số đã báo, không kèm chỉ tiêu',
    none: 'Không có chỉ tiêu nào như vậy vào ngày này',
    legend: 'Thanh: đang là · vạch đứng: phải đạt · tam giác: nhịp hôm nay',
    source: (basis) => `Căn cứ: ${basis}`,
    exported: {
      programme: 'Chương trình',
      figure: 'Chỉ tiêu',
      unit: 'Đơn vị',
      value: 'Đang là',
      asOf: 'Tính đến',
      from: 'Nguồn số liệu',
      target: 'Phải đạt',
      by: 'Hạn',
      pace: 'Nhịp hôm nay',
      gap: 'Chênh so với nhịp',
      projected: 'Theo đà này',
      state: 'Trạng thái',
      basis: 'Căn cứ',
    },
  },
  en: {
    title: 'Programme and targets',
    intro: 'All targets on one page: where each stands, where it should stand, when it gets there, and who says so.',
    onDay: 'Figures at the start of',
    today: 'Today',
    asKnown: (moment) => `As known at ${moment}`,
    unit: 'Unit',
    allUnits: 'All units',
    state: 'State',
    allStates: 'All states',
    summary: 'Where the programme stands',
    ofTargets: (count) => `of ${count} targets`,
    states: { met: 'met', 'on-pace': 'on pace', behind: 'behind', missed: 'missed', unknown: 'unknown' },
    reasons: {
      'no-value': 'nobody has reported a figure',
      'no-start': 'its start is not known, so it has no pace',
      'not-measured-since-start': 'not reported again since its start',
      'not-measured-at-end': 'no figure for its last day',
      'bound-leaves-open': 'the figure is only a bound and leaves it open',
    },
    columns: {
      figure: 'Figure',
      value: 'Stands at',
      target: 'Target',
      way: 'On the way',
      pace: 'Pace today · gap',
      projected: 'At this rate',
      state: 'State',
    },
    target: (value, upTo) => `${value} to ${upTo}`,
    by: (day) => `by ${day}`,
    asOf: (day) => `to the end of ${day}`,
    countedOver: (from, to) => `cumulative ${from} to ${to}`,
    noNumber: 'no number stated',
    nothing: 'none yet',
    approved: (author, approver) => `${author} entered, ${approver} approved`,
    ofProfile: 'comes with the city’s profile',
    counted: (sources) => `counted from ${sources}`,
    noSource: 'no source has told anything',
    pace: (value) => `should be at ${value}`,
    noPace: 'no pace',
    gap: (value, day) => `${value} from the pace of ${day}`,
    noTrend: 'no trend yet',
    beside: (name, value) => `${name}: ${value}`,
    history: 'What was reported',
    why: 'Why this number?',
    detail: 'Drill down',
    communes: (count) => `${count} communes`,
    listCommunes: 'List the communes',
    hideCommunes: 'Hide the communes',
    without: 'Reported figures without a target',
    none: 'There is no such target on this day',
    legend: 'Bar: stands at · upright line: target · triangle: pace today',
    source: (basis) => `Basis: ${basis}`,
    exported: {
      programme: 'Programme',
      figure: 'Figure',
      unit: 'Unit',
      value: 'Stands at',
      asOf: 'As of',
      from: 'Figure from',
      target: 'Target',
      by: 'By',
      pace: 'Pace today',
      gap: 'Gap to pace',
      projected: 'At this rate',
      state: 'State',
      basis: 'Basis',
    },
  },
};
