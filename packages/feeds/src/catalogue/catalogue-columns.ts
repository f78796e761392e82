/** Columns of the catalogue's table, by what they hold. All have to be there; a cell that is not known stays empty. */
export const catalogueColumns = {
  code: 'Mã thủ tục',
  name: 'Tên thủ tục',
  group: 'Mã lĩnh vực',
  competence: 'Cấp thực hiện',
  level: 'Mức độ',
  fee: 'Có phí, lệ phí',
  payable: 'Thanh toán trực tuyến',
  limit: 'Thời hạn (ngày làm việc)',
  basis: 'Căn cứ thời hạn',
  from: 'Hiệu lực từ',
  to: 'Hiệu lực đến',
} as const;
export type CatalogueColumn = keyof typeof catalogueColumns;

export const catalogueFields = Object.keys(catalogueColumns).filter(
  (key): key is CatalogueColumn => key in catalogueColumns,
);
