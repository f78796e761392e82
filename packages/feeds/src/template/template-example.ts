import { templateColumns, type TemplateShape } from './import-template.ts';

/** A cell by its heading; a heading that is left out is an empty cell. */
type Row = Readonly<Record<string, string>>;

const birth = { 'Mã thủ tục': '1.001193', 'Mã đơn vị': '00004' };
const copy = { 'Mã thủ tục': '2.000815', 'Mã đơn vị': '00004' };
const permit = { 'Mã thủ tục': '1.009994', 'Mã đơn vị': '00070' };

/** Seven dossiers of March 2026, one for each way that a dossier can go: invented, for showing how the template is filled in. */
const dossiers: readonly Row[] = [
  {
    'Mã hồ sơ': 'H26.4-260302-0001',
    ...birth,
    'Kênh nộp': 'Trực tuyến',
    'Ngày nộp': '01/03/2026 20:15',
    'Ngày tiếp nhận': '02/03/2026 08:30',
    'Ngày hẹn trả': '04/03/2026',
    'Ngày xử lý xong': '03/03/2026 15:00',
    'Ngày trả kết quả': '03/03/2026 15:00',
    'Trạng thái': 'Đã trả kết quả',
    'Nghĩa vụ tài chính': 'Không',
    'Hình thức kết quả': 'Điện tử',
  },
  {
    'Mã hồ sơ': 'H26.4-260302-0002',
    ...copy,
    'Kênh nộp': 'Trực tiếp',
    'Ngày tiếp nhận': '02/03/2026 09:05',
    'Ngày hẹn trả': '02/03/2026 17:00',
    'Ngày xử lý xong': '02/03/2026 10:00',
    'Ngày trả kết quả': '02/03/2026 10:10',
    'Trạng thái': 'Đã trả kết quả',
    'Nghĩa vụ tài chính': 'Đã nộp trực tiếp',
    'Hình thức kết quả': 'Bản giấy',
  },
  {
    'Mã hồ sơ': 'H26.70-260302-0001',
    ...permit,
    'Kênh nộp': 'Tại nhà',
    'Ngày nộp': '02/03/2026 07:40',
    'Ngày tiếp nhận': '02/03/2026 08:10',
    'Ngày hẹn trả': '23/03/2026',
    'Trạng thái': 'Yêu cầu bổ sung giấy tờ',
    'Thời điểm trạng thái': '05/03/2026 14:00',
    'Nghĩa vụ tài chính': 'Phải nộp',
  },
  {
    'Mã hồ sơ': 'H26.70-260303-0002',
    ...permit,
    'Kênh nộp': 'Bưu chính công ích',
    'Ngày tiếp nhận': '03/03/2026 10:20',
    'Ngày hẹn trả': '17/03/2026',
    'Ngày xử lý xong': '19/03/2026 16:30',
    'Trạng thái': 'Đã xử lý xong',
    'Nghĩa vụ tài chính': 'Đã nộp trực tuyến',
    'Hình thức kết quả': 'Bản giấy',
  },
  {
    'Mã hồ sơ': 'H26.4-260304-0001',
    ...birth,
    'Kênh nộp': 'Kiosk',
    'Ngày tiếp nhận': '04/03/2026 11:00',
    'Ngày hẹn trả': '06/03/2026',
    'Ngày rút hồ sơ': '05/03/2026 09:00',
    'Trạng thái': 'Công dân yêu cầu rút hồ sơ',
  },
  {
    'Mã hồ sơ': 'H26.4-260304-0002',
    ...birth,
    'Kênh nộp': 'Trực tuyến',
    'Ngày nộp': '04/03/2026 21:30',
    'Ngày từ chối': '05/03/2026 08:20',
    'Trạng thái': 'Không được tiếp nhận',
  },
  {
    'Mã hồ sơ': 'H26.4-260305-0001',
    ...copy,
    'Kênh nộp': 'Trực tiếp',
    'Ngày tiếp nhận': '05/03/2026 15:10',
    'Ngày hẹn trả': '06/03/2026 17:00',
    'Trạng thái': 'Đang xử lý',
  },
].map((row) => ({ ...row, 'Cập nhật lúc': '20/03/2026 18:00' }));

const statusOfTime: readonly (readonly [heading: string, status: string])[] = [
  ['Ngày nộp', 'Mới đăng ký'],
  ['Ngày tiếp nhận', 'Được tiếp nhận'],
  ['Ngày từ chối', 'Không được tiếp nhận'],
  ['Ngày rút hồ sơ', 'Công dân yêu cầu rút hồ sơ'],
  ['Ngày xử lý xong', 'Đã xử lý xong'],
  ['Ngày trả kết quả', 'Đã trả kết quả'],
];

/** The same dossiers told change by change. */
const events: readonly Row[] = dossiers.flatMap((row) => {
  const told = statusOfTime.flatMap(([heading, status]) => {
    const at = row[heading];
    return at === undefined ? [] : [{ at, status }];
  });
  const paused = row['Thời điểm trạng thái'];
  const all = paused === undefined ? told : [...told, { at: paused, status: row['Trạng thái'] ?? '' }];
  return all.map(({ at, status }, index) => ({
    ...row,
    'Thời điểm': at,
    'Trạng thái': status,
    'Mã dòng': `${row['Mã hồ sơ'] ?? ''}/${index + 1}`,
  }));
});

const rows: Readonly<Record<TemplateShape, readonly Row[]>> = { dossiers, events };

/** The filled example as a table: the header, then its rows. */
export function templateTable(shape: TemplateShape, filled: boolean): readonly (readonly string[])[] {
  const headings = templateColumns[shape].map(({ heading }) => heading);
  const body = filled ? rows[shape].map((row) => headings.map((heading) => row[heading] ?? '')) : [];
  return [headings, ...body];
}
