import type { ProcedureInput } from './city-input.ts';
import { timeLimits } from './time-limits.ts';

type Row = readonly [code: string, vi: string, en: string];

interface Group {
  id: string;
  names: ProcedureInput['groupNames'];
  /** Common ones first. */
  rows: readonly Row[];
}

/**
 * Procedures that communes handle often. Codes `1.…` and `2.…` are those of the national database of administrative
 * procedures as they were known to us; codes `SIM-…` are ours, where we were not certain of the official one.
 */
const groups: readonly Group[] = [
  {
    id: 'chung-thuc',
    names: { vi: 'Chứng thực', en: 'Certification' },
    rows: [
      ['2.000815', 'Chứng thực bản sao từ bản chính', 'Certify a copy of an original'],
      ['2.000884', 'Chứng thực chữ ký', 'Certify a signature'],
      ['2.001035', 'Chứng thực hợp đồng về tài sản, đất đai, nhà ở', 'Certify a contract on property, land or a house'],
      ['2.000908', 'Cấp bản sao từ sổ gốc', 'Issue a copy from the register'],
      ['2.001019', 'Chứng thực di chúc', 'Certify a will'],
      ['2.001016', 'Chứng thực văn bản từ chối nhận di sản', 'Certify the renunciation of an inheritance'],
      ['2.001406', 'Chứng thực thỏa thuận phân chia di sản', 'Certify the division of an estate'],
      ['2.000913', 'Chứng thực việc sửa đổi, hủy bỏ hợp đồng', 'Certify the change or end of a contract'],
    ],
  },
  {
    id: 'ho-tich',
    names: { vi: 'Hộ tịch', en: 'Civil status' },
    rows: [
      ['2.000635', 'Cấp bản sao trích lục hộ tịch', 'Issue an extract of civil status'],
      ['1.001193', 'Đăng ký khai sinh', 'Register a birth'],
      ['1.004873', 'Cấp giấy xác nhận tình trạng hôn nhân', 'Confirm the marital status'],
      ['1.000894', 'Đăng ký kết hôn', 'Register a marriage'],
      ['1.000656', 'Đăng ký khai tử', 'Register a death'],
      ['1.004859', 'Thay đổi, cải chính, bổ sung hộ tịch', 'Change or correct civil status'],
      ['1.004884', 'Đăng ký lại khai sinh', 'Register a birth again'],
      ['1.004772', 'Đăng ký khai sinh cho người đã có giấy tờ', 'Register a birth for a person who has papers'],
      ['1.001022', 'Đăng ký nhận cha, mẹ, con', 'Register parentage'],
      ['1.004837', 'Đăng ký giám hộ', 'Register a guardianship'],
    ],
  },
  {
    id: 'lao-dong-xa-hoi',
    names: { vi: 'Lao động – xã hội', en: 'Labour and social affairs' },
    rows: [
      ['1.001776', 'Hưởng, điều chỉnh trợ cấp xã hội hằng tháng', 'Monthly social allowance'],
      ['1.001699', 'Xác định mức độ khuyết tật', 'Determine the degree of a disability'],
      ['1.001731', 'Hỗ trợ chi phí mai táng', 'Support for funeral costs'],
      ['1.001653', 'Đổi, cấp lại giấy xác nhận khuyết tật', 'Renew a disability certificate'],
      ['SIM-XH-01', 'Công nhận hộ nghèo, hộ cận nghèo', 'Recognise a poor or near-poor household'],
      ['SIM-XH-02', 'Chế độ ưu đãi người có công', 'Benefits for people with merit'],
    ],
  },
  {
    id: 'kinh-doanh',
    names: { vi: 'Hộ kinh doanh', en: 'Household businesses' },
    rows: [
      ['1.001612', 'Đăng ký thành lập hộ kinh doanh', 'Register a household business'],
      ['2.000720', 'Đăng ký thay đổi hộ kinh doanh', 'Change a household business'],
      ['1.001266', 'Chấm dứt hoạt động hộ kinh doanh', 'End a household business'],
      ['1.001570', 'Tạm ngừng kinh doanh của hộ kinh doanh', 'Suspend a household business'],
      ['2.000575', 'Cấp lại giấy chứng nhận đăng ký hộ kinh doanh', 'Reissue a business certificate'],
    ],
  },
  {
    id: 'dat-dai',
    names: { vi: 'Đất đai', en: 'Land' },
    rows: [
      ['SIM-DD-01', 'Đăng ký đất đai, cấp giấy chứng nhận lần đầu', 'First land registration and certificate'],
      ['SIM-DD-02', 'Chuyển mục đích sử dụng đất', 'Change of land use'],
      ['SIM-DD-03', 'Xác nhận tình trạng tranh chấp, sử dụng đất', 'Confirm use of land and absence of disputes'],
      ['1.003554', 'Hòa giải tranh chấp đất đai', 'Conciliation of a land dispute'],
    ],
  },
  {
    id: 'xay-dung',
    names: { vi: 'Xây dựng', en: 'Construction' },
    rows: [
      ['1.009994', 'Cấp giấy phép xây dựng nhà ở riêng lẻ', 'Permit to build a house'],
      ['SIM-XD-01', 'Cấp giấy phép sửa chữa, cải tạo nhà ở', 'Permit to repair or alter a house'],
      ['SIM-XD-02', 'Gia hạn giấy phép xây dựng', 'Extend a building permit'],
    ],
  },
  {
    id: 'cu-tru',
    names: { vi: 'Cư trú', en: 'Residence' },
    rows: [
      ['1.004222', 'Đăng ký thường trú', 'Register permanent residence'],
      ['1.004194', 'Đăng ký tạm trú', 'Register temporary residence'],
      ['SIM-CT-01', 'Xác nhận thông tin về cư trú', 'Confirm residence data'],
    ],
  },
  {
    id: 'van-hoa-giao-duc',
    names: { vi: 'Văn hóa – giáo dục', en: 'Culture and education' },
    rows: [
      ['SIM-VH-01', 'Thông báo tổ chức lễ hội cấp xã', 'Notify a commune festival'],
      ['SIM-GD-01', 'Thành lập nhóm trẻ, lớp mẫu giáo độc lập', 'Found an independent nursery or kindergarten class'],
    ],
  },
];

/** The catalogue, common groups and procedures first. */
export const procedures: ProcedureInput[] = groups.flatMap((group) =>
  group.rows.map(([code, vi, en]) => ({
    code,
    names: { vi, en },
    group: group.id,
    groupNames: group.names,
    timeLimits: timeLimits.get(code) ?? [],
  })),
);
