import type { Language } from '@flagtower/charts';
import type { Index766Item, Index766ItemScore } from '@flagtower/contracts';

interface IndexWords {
  readonly title: string;
  readonly caption: (unit: string, period: string) => string;
  readonly total: string;
  readonly points: (text: string) => string;
  readonly certain: (points: string) => string;
  readonly open: (points: string) => string;
  readonly stated: (points: string, month: string, source: string) => string;
  readonly rank: (rank: string) => string;
  readonly noneStated: string;
  readonly items: string;
  readonly itemsMeasured: string;
  readonly item: string;
  readonly criterion: string;
  readonly ratio: string;
  readonly origin: string;
  readonly score: string;
  readonly of: string;
  readonly confidence: string;
  readonly origins: Readonly<Record<Index766ItemScore['origin'], string>>;
  readonly confidences: Readonly<Record<Index766Item['confidence'], string>>;
  readonly shownOnly: string;
  readonly inferred: string;
  readonly fullFrom: (share: string) => string;
  readonly fullFromDoubt: string;
  readonly timesOf: (item: string) => string;
  readonly over: string;
  readonly gains: string;
  readonly gainsMeasured: string;
  readonly toWin: (points: string) => string;
  readonly upTo: (points: string) => string;
  readonly unknownGains: string;
  readonly ranking: string;
  readonly rankingMeasured: string;
  readonly place: string;
  readonly unit: string;
  readonly certainPoints: string;
  readonly history: string;
  readonly historyMeasured: string;
  readonly month: string;
  readonly source: string;
  readonly lower: string;
  readonly rules: string;
  readonly exportUnit: string;
  readonly exportSource: string;
}

export const indexWords: Readonly<Record<Language, IndexWords>> = {
  vi: {
    title: 'Chỉ số 766',
    caption: (unit, period) => `Chất lượng phục vụ người dân, doanh nghiệp · ${unit} · ${period}`,
    total: 'Tổng điểm',
    points: (text) => `${text} điểm`,
    certain: (points) => `${points} điểm đã chắc`,
    open: (points) => `${points} điểm chưa đủ số liệu`,
    stated: (points, month, source) => `Công bố ${month}: ${points} điểm (${source})`,
    rank: (rank) => `hạng ${rank} toàn quốc`,
    noneStated: 'Chưa có kết quả công bố của đơn vị này',
    items: 'Điểm theo nhóm và tiêu chí',
    itemsMeasured: 'Đếm từ hồ sơ nơi có thể; còn lại theo báo cáo được duyệt; thiếu thì là khoảng, không phải 0',
    item: 'Mục',
    criterion: 'Tiêu chí',
    ratio: 'Tỷ lệ',
    origin: 'Nguồn',
    score: 'Điểm',
    of: 'Tối đa',
    confidence: 'Độ tin cậy của cách tính',
    origins: { counted: 'đếm được', stated: 'báo cáo', unknown: 'chưa có' },
    confidences: { high: 'cao', medium: 'vừa', low: 'thấp' },
    shownOnly: 'chỉ theo dõi',
    inferred: 'Điểm tối đa là suy luận.',
    fullFrom: (share) => `Đủ điểm từ ${share}.`,
    fullFromDoubt: 'Chưa rõ đủ điểm từ tỷ lệ nào.',
    timesOf: (item) => `Nhân với tỷ lệ của mục ${item}.`,
    over: 'trên',
    gains: 'Tăng điểm nhiều nhất ở đâu',
    gainsMeasured: 'Điểm còn thiếu của từng tiêu chí đã có số liệu',
    toWin: (points) => `còn ${points} điểm`,
    upTo: (points) => `tới ${points} điểm`,
    unknownGains: 'Chưa rõ còn bao nhiêu, vì thiếu số liệu',
    ranking: 'Xếp theo điểm đã chắc',
    rankingMeasured: 'Chỉ từ số đếm hoặc báo cáo của chính đơn vị',
    place: 'Hạng',
    unit: 'Đơn vị',
    certainPoints: 'Điểm đã chắc',
    history: 'Kết quả Cổng Dịch vụ công quốc gia công bố',
    historyMeasured: 'Theo báo chí vào ngày nêu; Cổng có thể đã tính lại sau đó',
    month: 'Kỳ',
    source: 'Nguồn',
    lower: 'thấp nhất – cao nhất có thể',
    rules:
      'Mục 2.1 tính hồ sơ tiếp nhận trong kỳ: đúng hạn gồm cả hồ sơ đang giải quyết còn trong hạn. Báo cáo của Thành phố tính trên hồ sơ đã giải quyết, nên hai tỷ lệ đúng hạn khác nhau.',
    exportUnit: 'điểm',
    exportSource: 'Nguồn: đếm từ sự kiện hồ sơ; báo cáo được duyệt',
  },
  en: {
    title: 'Index 766',
    caption: (unit, period) => `Quality of service to people and businesses · ${unit} · ${period}`,
    total: 'Total points',
    points: (text) => `${text} points`,
    certain: (points) => `${points} points certain`,
    open: (points) => `${points} points without enough data`,
    stated: (points, month, source) => `Published for ${month}: ${points} points (${source})`,
    rank: (rank) => `rank ${rank} in the country`,
    noneStated: 'No result was published for this unit',
    items: 'Points by group and criterion',
    itemsMeasured:
      'Counted from dossiers where possible, else from approved reports; what is missing is a range, not 0',
    item: 'Item',
    criterion: 'Criterion',
    ratio: 'Ratio',
    origin: 'Source',
    score: 'Points',
    of: 'Of',
    confidence: 'Confidence in the rule',
    origins: { counted: 'counted', stated: 'stated', unknown: 'not known' },
    confidences: { high: 'high', medium: 'medium', low: 'low' },
    shownOnly: 'shown only',
    inferred: 'The maximum is an inference.',
    fullFrom: (share) => `Full points from ${share}.`,
    fullFromDoubt: 'From which ratio the points are full is not certain.',
    timesOf: (item) => `Multiplied with the ratio of item ${item}.`,
    over: 'of',
    gains: 'What would raise the score most',
    gainsMeasured: 'Points missing in each criterion that has data',
    toWin: (points) => `${points} points to win`,
    upTo: (points) => `up to ${points} points`,
    unknownGains: 'Not known for want of data',
    ranking: 'Ranked by certain points',
    rankingMeasured: 'Only what was counted or stated of the unit itself',
    place: 'Place',
    unit: 'Unit',
    certainPoints: 'Points certain',
    history: 'Results that the national portal published',
    historyMeasured: 'As the press told them on that day; the portal may have computed them anew since',
    month: 'Period',
    source: 'Source',
    lower: 'lowest – highest possible',
    rules:
      'Item 2.1 is of the dossiers received in the period: on time includes those open within their due date. The city reports of handled dossiers, so the two on-time rates differ.',
    exportUnit: 'points',
    exportSource: 'Source: counted from dossier events; approved reports',
  },
};
