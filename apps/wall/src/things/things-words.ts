import type { Language } from '@flagtower/charts';
import type { UnitLevel } from '@flagtower/contracts';

interface ThingsWords {
  readonly by: string;
  readonly byUnit: string;
  readonly bySeverity: string;
  readonly byLevel: string;
  readonly levels: Readonly<Record<UnitLevel, string>>;
  /** Of procedures that do not say at which level they are handled. */
  readonly noLevel: string;
  /** Of cases whose sort nobody told. */
  readonly noSort: string;
  /** What the rows of a figure of the catalogue are. */
  readonly ofCatalogue: string;
  readonly worst: (from: string, to: string, of: string) => string;
  readonly rest: string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<'value' | 'since' | 'measured' | 'unit', string>>;
  readonly counted: string;
  readonly notCounted: string;
  readonly sinceUnknown: string;
  readonly noUnit: string;
  readonly nearest: string;
  readonly none: string;
  readonly failed: string;
  readonly unknownFigure: string;
  readonly back: (center: string) => string;
  readonly why: (name: string) => string;
  readonly thing: string;
  readonly notice: string;
  readonly group: string;
  readonly place: string;
  readonly noPlace: string;
  readonly lastTold: string;
  readonly received: string;
  readonly source: string;
  readonly record: string;
  readonly day: (metric: string) => string;
  readonly noDay: string;
  readonly range: (low: string, high: string) => string;
  readonly figures: string;
}

/** Words of the lists behind measured figures. */
export const thingsWords: Readonly<Record<Language, ThingsWords>> = {
  vi: {
    by: 'Chia theo',
    byUnit: 'Đơn vị hành chính',
    bySeverity: 'Mức độ',
    byLevel: 'Cấp thực hiện',
    levels: { city: 'Thành phố', department: 'Sở, ngành', district: 'Cấp huyện', commune: 'Cấp xã' },
    noLevel: 'Không nêu cấp thực hiện',
    noSort: 'Không nêu',
    ofCatalogue:
      'Thủ tục do nhiều cấp thực hiện có ở từng cấp đó nên các dòng không cộng lại thành số chung; mỗi đơn vị được tính trên thủ tục của cấp mình và thủ tục không nêu cấp.',
    worst: (from, to, of) => `dòng ${from}–${to} trong ${of}, đáng lo nhất trước`,
    rest: 'Chưa phân bổ',
    reasons: {
      split: 'nằm ở đơn vị đã chia hoặc nhập',
      'no-place': 'không báo vị trí',
      outside: 'nằm ngoài các đơn vị',
      above: 'trải trên nhiều đơn vị',
    },
    columns: { value: 'Giá trị', since: 'Từ khi nào', measured: 'Đo lúc', unit: 'Ở' },
    counted: 'được tính',
    notCounted: 'không tính',
    sinceUnknown: 'không rõ',
    noUnit: 'không rõ nơi',
    nearest: 'Vị trí được tính cho đơn vị có trụ sở gần nhất; dữ liệu không có ranh giới.',
    none: 'Không có đối tượng nào ở thời điểm này; không phải bằng 0.',
    failed: 'Không lấy được danh sách.',
    unknownFigure: 'Trung tâm này không có chỉ số đó.',
    back: (center) => `‹ ${center}`,
    why: (name) => `Vì sao có số này: ${name}`,
    thing: 'Đối tượng',
    notice: 'Tin báo',
    group: 'Thuộc',
    place: 'Vị trí',
    noPlace: 'chưa từng báo vị trí',
    lastTold: 'Đo lúc',
    received: 'Nhận lúc',
    source: 'Nguồn',
    record: 'Bản ghi',
    day: (metric) => `${metric}, 24 giờ qua`,
    noDay: 'Không báo gì trong 24 giờ qua.',
    range: (low, high) => `từ ${low} đến ${high}`,
    figures: 'Chỉ số dựa vào đối tượng này',
  },
  en: {
    by: 'By',
    byUnit: 'Administrative unit',
    bySeverity: 'Severity',
    byLevel: 'Competent level',
    levels: { city: 'City', department: 'Departments', district: 'Districts', commune: 'Communes' },
    noLevel: 'No level is told',
    noSort: 'Not told',
    ofCatalogue:
      'A procedure that several levels handle is in each of their rows, so rows do not add up to the whole; a unit is measured by the procedures of its level and those that name none.',
    worst: (from, to, of) => `rows ${from}–${to} of ${of}, the worst first`,
    rest: 'Unallocated',
    reasons: {
      split: 'in a unit that was split or joined',
      'no-place': 'told no place',
      outside: 'outside all units',
      above: 'across several units',
    },
    columns: { value: 'Value', since: 'Since', measured: 'Measured', unit: 'In' },
    counted: 'counted',
    notCounted: 'not counted',
    sinceUnknown: 'not known',
    noUnit: 'place not known',
    nearest: 'A place counts in the unit whose office is nearest; the data has no borders.',
    none: 'There is nothing at this moment; that is not 0.',
    failed: 'The list could not be read.',
    unknownFigure: 'This center has no such figure.',
    back: (center) => `‹ ${center}`,
    why: (name) => `Why this number: ${name}`,
    thing: 'Thing',
    notice: 'Notice',
    group: 'Belongs to',
    place: 'Place',
    noPlace: 'never told its place',
    lastTold: 'Measured',
    received: 'Received',
    source: 'Source',
    record: 'Record',
    day: (metric) => `${metric}, the last 24 hours`,
    noDay: 'Nothing was told in the last 24 hours.',
    range: (low, high) => `from ${low} to ${high}`,
    figures: 'Figures that rest on this',
  },
};
