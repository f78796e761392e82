import type { Language } from '@flagtower/charts';

/** A page that the menu leads to. */
export interface PageEntry {
  readonly path: string;
  readonly names: Readonly<Record<Language, string>>;
  /** `figures` are read; `work` is done by people with a key or an account. */
  readonly kind: 'figures' | 'work';
}

/** Every page, in the order of the menu. A new page adds its line here, its route in `main.tsx`, its path in the service's `wall-files.ts`. */
export const pageEntries: readonly PageEntry[] = [
  { path: '/', names: { vi: 'Toàn cảnh', en: 'Overview' }, kind: 'figures' },
  { path: '/centers', names: { vi: 'Các trung tâm', en: 'Centers' }, kind: 'figures' },
  { path: '/incidents', names: { vi: 'Sự cố', en: 'Incidents' }, kind: 'figures' },
  { path: '/drill', names: { vi: 'Chi tiết theo cấp', en: 'Drill-down' }, kind: 'figures' },
  { path: '/programme', names: { vi: 'Chương trình, chỉ tiêu', en: 'Programme' }, kind: 'figures' },
  { path: '/reports', names: { vi: 'Số liệu báo cáo', en: 'Reports' }, kind: 'work' },
  { path: '/form', names: { vi: 'Biểu mẫu', en: 'Report form' }, kind: 'figures' },
  { path: '/index-766', names: { vi: 'Chỉ số 766', en: 'Index 766' }, kind: 'figures' },
  { path: '/sources', names: { vi: 'Nguồn dữ liệu', en: 'Sources' }, kind: 'figures' },
  { path: '/import', names: { vi: 'Nhập tệp', en: 'Import a file' }, kind: 'work' },
  { path: '/accounts', names: { vi: 'Tài khoản', en: 'Accounts' }, kind: 'work' },
];
