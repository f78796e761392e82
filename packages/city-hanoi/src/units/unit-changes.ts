import type { UnitChangeInput } from '../city-input.ts';

/** The days on which units of Hanoi changed, and by which text. */
export const unitChanges: UnitChangeInput[] = [
  {
    day: '2020-03-01',
    basis: { vi: 'Nghị quyết số 895/NQ-UBTVQH14', en: 'Resolution 895/NQ-UBTVQH14' },
    dayIsCertain: true,
    note: {
      vi: '584 còn 579 đơn vị cấp xã. Ngày hiệu lực theo danh mục của Tổng cục Thống kê; phương án theo đề xuất của Thành phố tháng 12/2019.',
      en: '584 communes became 579. Day of entry into force by the statistics office’s list; who went where by the city’s proposal of December 2019.',
    },
  },
  {
    day: '2025-01-01',
    basis: { vi: 'Nghị quyết số 1286/NQ-UBTVQH15', en: 'Resolution 1286/NQ-UBTVQH15' },
    dayIsCertain: true,
    note: {
      vi: '579 còn 526 đơn vị cấp xã: 53 đơn vị thôi tồn tại, 33 đổi tên. Phương án theo đề án của Thành phố do báo chí đăng tháng 4/2024; chưa đối chiếu với toàn văn nghị quyết.',
      en: '579 communes became 526: 53 abolished, 33 renamed. Who went where by the city’s scheme in the press of April 2024; not held against the text of the resolution.',
    },
  },
  {
    day: '2025-03-01',
    basis: {
      vi: 'Nghị quyết của HĐND Thành phố tại kỳ họp thứ 21, ngày 25/02/2025',
      en: 'Resolution of the City People’s Council, 21st session, 25 February 2025',
    },
    dayIsCertain: true,
    note: {
      vi: '22 còn 16 sở, ngành. Sở nào nhập vào sở nào theo báo Người Lao Động và Thanh Niên ngày 25/02/2025; từng chức năng riêng lẻ chuyển sang nơi khác không có trong nguồn.',
      en: '22 departments became 16. Who went into whom by the newspapers Người Lao Động and Thanh Niên of 25 February 2025; single functions that went elsewhere are not told there.',
    },
  },
  {
    day: '2025-07-01',
    basis: { vi: 'Nghị quyết số 1656/NQ-UBTVQH15', en: 'Resolution 1656/NQ-UBTVQH15' },
    dayIsCertain: true,
    note: {
      vi: '526 còn 126 đơn vị cấp xã, không còn cấp huyện. Theo bảng chuyển đổi chính thức của cơ quan thống kê.',
      en: '526 communes became 126, and the districts ended. By the statistics office’s official conversion table.',
    },
  },
];
