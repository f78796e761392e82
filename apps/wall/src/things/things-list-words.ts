import type { Language } from '@flagtower/charts';

interface ThingsListWords {
  readonly title: (center: string) => string;
  readonly intro: string;
  readonly search: string;
  readonly kind: string;
  readonly allKinds: string;
  readonly count: (shown: string, of: string) => string;
  readonly none: string;
  readonly noMatch: string;
  readonly noThings: string;
  readonly columns: Readonly<Record<'name' | 'kind' | 'unit' | 'value' | 'at' | 'state', string>>;
  readonly sortBy: (column: string) => string;
  readonly noPlace: string;
  readonly outside: string;
  readonly previous: string;
  readonly next: string;
}

/** Words of the list of all measured things of a center. */
export const thingsListWords: Readonly<Record<Language, ThingsListWords>> = {
  vi: {
    title: (center) => `Danh sách đối tượng đo: ${center}`,
    intro: 'Mọi đối tượng có số liệu trong 24 giờ qua, cả những đối tượng không có vị trí trên bản đồ.',
    search: 'Tìm theo tên, mã, phường, xã',
    kind: 'Loại',
    allKinds: 'Tất cả',
    count: (shown, of) => `${shown} trong ${of} đối tượng`,
    none: 'Chưa có đối tượng nào báo trong 24 giờ qua; không phải bằng 0.',
    noMatch: 'Không có đối tượng nào khớp.',
    noThings: 'Danh mục chưa có chỉ số đo nào của trung tâm này.',
    columns: { name: 'Tên', kind: 'Loại', unit: 'Nơi', value: 'Giá trị gần nhất', at: 'Đo lúc', state: 'Độ mới' },
    sortBy: (column) => `Sắp theo ${column}`,
    noPlace: 'không báo vị trí',
    outside: 'ngoài các đơn vị',
    previous: 'Trang trước',
    next: 'Trang sau',
  },
  en: {
    title: (center) => `Measured things: ${center}`,
    intro: 'Everything that told a value in the last 24 hours, also what has no place on the map.',
    search: 'Find by name, code, ward or commune',
    kind: 'Kind',
    allKinds: 'All',
    count: (shown, of) => `${shown} of ${of} things`,
    none: 'Nothing told a value in the last 24 hours; that is not 0.',
    noMatch: 'Nothing fits.',
    noThings: 'The catalogue has no measured figure of this center yet.',
    columns: { name: 'Name', kind: 'Kind', unit: 'Where', value: 'Last value', at: 'Measured', state: 'Freshness' },
    sortBy: (column) => `Sort by ${column}`,
    noPlace: 'told no place',
    outside: 'outside all units',
    previous: 'Previous page',
    next: 'Next page',
  },
};
