/** Code, kind, name. */
export type DistrictRow = readonly [string, 'quận' | 'huyện' | 'thị xã', string];

/**
 * The 30 districts between the split of Từ Liêm (Resolution 132/NQ-CP of 27 December 2013) and the end of the middle
 * level on 30 June 2025. Codes of the General Statistics Office. Areas and populations are left out: what could be
 * found is second-hand and does not add up.
 */
export const districtRows: readonly DistrictRow[] = [
  ['001', 'quận', 'Ba Đình'],
  ['002', 'quận', 'Hoàn Kiếm'],
  ['003', 'quận', 'Tây Hồ'],
  ['004', 'quận', 'Long Biên'],
  ['005', 'quận', 'Cầu Giấy'],
  ['006', 'quận', 'Đống Đa'],
  ['007', 'quận', 'Hai Bà Trưng'],
  ['008', 'quận', 'Hoàng Mai'],
  ['009', 'quận', 'Thanh Xuân'],
  ['016', 'huyện', 'Sóc Sơn'],
  ['017', 'huyện', 'Đông Anh'],
  ['018', 'huyện', 'Gia Lâm'],
  ['019', 'quận', 'Nam Từ Liêm'],
  ['020', 'huyện', 'Thanh Trì'],
  ['021', 'quận', 'Bắc Từ Liêm'],
  ['250', 'huyện', 'Mê Linh'],
  ['268', 'quận', 'Hà Đông'],
  ['269', 'thị xã', 'Sơn Tây'],
  ['271', 'huyện', 'Ba Vì'],
  ['272', 'huyện', 'Phúc Thọ'],
  ['273', 'huyện', 'Đan Phượng'],
  ['274', 'huyện', 'Hoài Đức'],
  ['275', 'huyện', 'Quốc Oai'],
  ['276', 'huyện', 'Thạch Thất'],
  ['277', 'huyện', 'Chương Mỹ'],
  ['278', 'huyện', 'Thanh Oai'],
  ['279', 'huyện', 'Thường Tín'],
  ['280', 'huyện', 'Phú Xuyên'],
  ['281', 'huyện', 'Ứng Hòa'],
  ['282', 'huyện', 'Mỹ Đức'],
];
