import type { Language } from '@flagtower/charts';
import type { Bound, ReportField, ReportIssueReason, ReportProposal } from '@flagtower/contracts';

interface ReportWords {
  readonly title: string;
  readonly intro: string;
  readonly find: string;
  readonly list: string;
  readonly none: string;
  readonly columns: Readonly<Record<'figure' | 'unit' | 'period' | 'value' | 'source' | 'who', string>>;
  readonly period: (from: string, to: string) => string;
  readonly onDay: (day: string) => string;
  readonly noNumber: string;
  readonly ofProfile: string;
  readonly who: (author: string, approver: string) => string;
  readonly record: (seq: string, day: string) => string;
  readonly corrected: (count: string) => string;
  readonly counted: (name: string) => string;
  readonly signIn: string;
  readonly signInWhy: string;
  readonly enter: {
    readonly title: string;
    readonly why: string;
    readonly figure: string;
    readonly choose: string;
    readonly from: string;
    readonly to: string;
    readonly oneDay: string;
    readonly unit: string;
    readonly chooseUnit: string;
    readonly value: string;
    readonly valueHint: (unit: string) => string;
    readonly unknown: string;
    readonly bound: string;
    readonly exactly: string;
    readonly source: string;
    readonly sourceHint: string;
    readonly propose: string;
    readonly done: string;
  };
  readonly file: {
    readonly title: string;
    readonly why: string;
    readonly template: string;
    readonly choose: string;
    readonly dry: string;
    readonly propose: string;
    readonly sound: (rows: string) => string;
    readonly done: (rows: string) => string;
    readonly wrong: (count: string) => string;
    readonly line: (line: string) => string;
  };
  readonly queue: {
    readonly title: string;
    readonly none: string;
    readonly by: (author: string, moment: string) => string;
    readonly before: (value: string) => string;
    readonly first: string;
    readonly approve: string;
    readonly reject: string;
    readonly withdraw: string;
    readonly reason: string;
    readonly own: string;
    readonly decided: string;
    readonly states: Readonly<Record<ReportProposal['state'], string>>;
    readonly decidedBy: (name: string, moment: string) => string;
  };
  readonly bounds: Readonly<Record<Bound, string>>;
  readonly fields: Readonly<Record<ReportField, string>>;
  readonly reasons: Readonly<Record<ReportIssueReason, string>>;
}

export const reportWords: Readonly<Record<Language, ReportWords>> = {
  vi: {
    title: 'Số liệu báo cáo',
    intro:
      'Những số do người hoặc cơ quan nêu cho một kỳ, không phải do hệ thống đếm. Mỗi số cần một người thứ hai duyệt rồi mới hiện ở nơi khác.',
    find: 'Tìm chỉ tiêu, đơn vị hoặc nguồn',
    list: 'Số đã duyệt',
    none: 'Không có số nào như vậy',
    columns: {
      figure: 'Chỉ tiêu',
      unit: 'Đơn vị',
      period: 'Kỳ',
      value: 'Giá trị',
      source: 'Nguồn',
      who: 'Người nhập, người duyệt',
    },
    period: (from, to) => `${from} đến ${to}`,
    onDay: (day) => `tại ngày ${day}`,
    noNumber: 'không nêu số',
    ofProfile: 'có sẵn trong hồ sơ thành phố',
    who: (author, approver) => `${author} nhập, ${approver} duyệt`,
    record: (seq, day) => `bút toán ${seq}, ${day}`,
    corrected: (count) => `Đã đính chính ${count} lần`,
    counted: (name) => `Hệ thống cũng đếm: ${name}`,
    signIn: 'Đăng nhập',
    signInWhy: 'để nhập hoặc duyệt số liệu.',
    enter: {
      title: 'Nhập một số',
      why: 'Một người khác sẽ duyệt. Nhập lại cùng chỉ tiêu, đơn vị và kỳ là đính chính; số cũ vẫn xem được.',
      figure: 'Chỉ tiêu',
      choose: 'Chọn chỉ tiêu',
      from: 'Từ ngày',
      to: 'Đến hết ngày',
      oneDay: 'Số tại một ngày thì hai ngày này như nhau.',
      unit: 'Đơn vị',
      chooseUnit: 'Chọn đơn vị (sau khi có ngày)',
      value: 'Giá trị',
      valueHint: (unit) => `Đơn vị tính: ${unit}. Viết như 1.055 hoặc 55,5.`,
      unknown: 'Nguồn không nêu số',
      bound: 'Mức',
      exactly: 'đúng bằng',
      source: 'Nguồn',
      sourceHint: 'Văn bản hoặc cơ quan nêu số này, để người khác tìm lại được.',
      propose: 'Gửi để duyệt',
      done: 'Đã gửi, đang chờ người thứ hai duyệt.',
    },
    file: {
      title: 'Nhập từ tệp CSV',
      why: 'Điền vào tệp mẫu, dòng bỏ trống không được đọc. Sai một dòng thì không dòng nào được ghi.',
      template: 'Tải tệp mẫu',
      choose: 'Tệp CSV',
      dry: 'Chạy thử, không ghi gì',
      propose: 'Gửi tất cả để duyệt',
      sound: (rows) => `${rows} dòng đều đúng. Chưa ghi gì.`,
      done: (rows) => `Đã gửi ${rows} số, đang chờ duyệt.`,
      wrong: (count) => `${count} chỗ cần sửa, chưa ghi gì:`,
      line: (line) => `Dòng ${line}`,
    },
    queue: {
      title: 'Chờ duyệt',
      none: 'Không có số nào đang chờ',
      by: (author, moment) => `${author} nhập lúc ${moment}`,
      before: (value) => `Đính chính: đang là ${value}`,
      first: 'Số đầu tiên cho kỳ này',
      approve: 'Duyệt',
      reject: 'Từ chối',
      withdraw: 'Rút lại',
      reason: 'Lý do từ chối',
      own: 'Số của bạn: người khác phải duyệt',
      decided: 'Quyết định gần đây',
      states: { waiting: 'đang chờ', approved: 'đã duyệt', rejected: 'bị từ chối', withdrawn: 'đã rút lại' },
      decidedBy: (name, moment) => `${name}, ${moment}`,
    },
    bounds: {
      'more-than': 'trên',
      'at-least': 'ít nhất',
      about: 'khoảng',
      'at-most': 'tối đa',
      'less-than': 'dưới',
    },
    fields: {
      indicator: 'Mã chỉ tiêu',
      unit: 'Mã đơn vị',
      from: 'Từ ngày',
      to: 'Đến ngày',
      value: 'Giá trị',
      bound: 'Mức',
      unitOfMeasure: 'Đơn vị tính',
      statedBy: 'Nguồn',
    },
    reasons: {
      'row-broken': 'dòng hỏng: thừa hoặc thiếu dấu ngoặc kép',
      'column-missing': 'thiếu cột',
      empty: 'chưa điền',
      'too-long': 'dài quá 200 ký tự',
      'not-a-day': 'không phải ngày; viết như 31/12/2025',
      'not-a-number': 'không phải số; viết như 1.055 hoặc 55,5, hoặc “không rõ”',
      'not-a-bound': 'không hiểu; để trống hoặc viết trên, ít nhất, khoảng, tối đa, dưới',
      'unknown-indicator': 'không có chỉ tiêu này; mã ở trong tệp mẫu',
      'unknown-unit': 'không có đơn vị này',
      'unit-not-of-period': 'đơn vị này không tồn tại trong kỳ',
      'wrong-unit-of-measure': 'không phải đơn vị tính của chỉ tiêu',
      'period-backwards': 'kỳ kết thúc trước khi bắt đầu',
      'period-of-another-cadence': 'kỳ dài hơn nhịp báo cáo của chỉ tiêu',
      'period-not-ended': 'kỳ chưa kết thúc',
      'share-outside': 'tỷ lệ phải từ 0 đến 100%',
      negative: 'không thể âm',
      'told-twice': 'chỉ tiêu, đơn vị và kỳ này đã có ở dòng trên',
    },
  },
  en: {
    title: 'Reports',
    intro:
      'Figures that people or offices state for a period; they are not counted here. A second person approves each of them before it shows anywhere else.',
    find: 'Find a figure, unit or source',
    list: 'Approved figures',
    none: 'There is no such figure',
    columns: {
      figure: 'Figure',
      unit: 'Unit',
      period: 'Period',
      value: 'Value',
      source: 'Source',
      who: 'Entered, approved by',
    },
    period: (from, to) => `${from} to ${to}`,
    onDay: (day) => `on ${day}`,
    noNumber: 'no number stated',
    ofProfile: 'comes with the city’s profile',
    who: (author, approver) => `${author} entered, ${approver} approved`,
    record: (seq, day) => `record ${seq}, ${day}`,
    corrected: (count) => `Corrected ${count} times`,
    counted: (name) => `Also counted: ${name}`,
    signIn: 'Sign in',
    signInWhy: 'to enter or approve figures.',
    enter: {
      title: 'Enter a figure',
      why: 'Somebody else approves it. The same figure, unit and period again is a correction; the old value stays readable.',
      figure: 'Figure',
      choose: 'Choose a figure',
      from: 'From',
      to: 'Until the end of',
      oneDay: 'For a standing on one day, both are that day.',
      unit: 'Unit',
      chooseUnit: 'Choose a unit (once there is a day)',
      value: 'Value',
      valueHint: (unit) => `In ${unit}. Write it like 1,055 or 55.5.`,
      unknown: 'The source states no number',
      bound: 'Bound',
      exactly: 'exactly',
      source: 'Source',
      sourceHint: 'The document or office that states it, so that others find it again.',
      propose: 'Send for approval',
      done: 'Sent. A second person has to approve it.',
    },
    file: {
      title: 'From a CSV file',
      why: 'Fill in the template; lines left empty are not read. With one wrong line none is written.',
      template: 'Download the template',
      choose: 'CSV file',
      dry: 'Try it, write nothing',
      propose: 'Send all for approval',
      sound: (rows) => `All ${rows} lines are sound. Nothing is written yet.`,
      done: (rows) => `${rows} figures sent. They wait for approval.`,
      wrong: (count) => `${count} places to correct, nothing is written:`,
      line: (line) => `Line ${line}`,
    },
    queue: {
      title: 'Waiting for approval',
      none: 'Nothing is waiting',
      by: (author, moment) => `${author} entered it at ${moment}`,
      before: (value) => `A correction: now it is ${value}`,
      first: 'The first figure for this period',
      approve: 'Approve',
      reject: 'Reject',
      withdraw: 'Take back',
      reason: 'Reason for rejecting',
      own: 'Your own: somebody else has to approve it',
      decided: 'Decided lately',
      states: { waiting: 'waiting', approved: 'approved', rejected: 'rejected', withdrawn: 'taken back' },
      decidedBy: (name, moment) => `${name}, ${moment}`,
    },
    bounds: {
      'more-than': 'more than',
      'at-least': 'at least',
      about: 'about',
      'at-most': 'at most',
      'less-than': 'less than',
    },
    fields: {
      indicator: 'Indicator',
      unit: 'Unit code',
      from: 'From',
      to: 'To',
      value: 'Value',
      bound: 'Bound',
      unitOfMeasure: 'Unit of measure',
      statedBy: 'Source',
    },
    reasons: {
      'row-broken': 'the line is broken: a quotation mark too many or too few',
      'column-missing': 'the column is missing',
      empty: 'not filled in',
      'too-long': 'longer than 200 characters',
      'not-a-day': 'no day; write it like 31/12/2025',
      'not-a-number': 'no number; write it like 1.055 or 55,5 as Vietnam does, or “unknown”',
      'not-a-bound': 'not understood; leave it empty or write more than, at least, about, at most, less than',
      'unknown-indicator': 'there is no such figure; the template has the codes',
      'unknown-unit': 'there is no such unit',
      'unit-not-of-period': 'the unit did not exist in the period',
      'wrong-unit-of-measure': 'not the unit of measure of this figure',
      'period-backwards': 'the period ends before it begins',
      'period-of-another-cadence': 'the period is longer than the figure is reported for',
      'period-not-ended': 'the period has not ended',
      'share-outside': 'a share lies between 0 and 100%',
      negative: 'cannot be below zero',
      'told-twice': 'figure, unit and period stand in a line above already',
    },
  },
};
