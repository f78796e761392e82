import type { Language } from '@flagtower/charts';

interface CasesWords {
  readonly counts: (all: string, overdue: string) => string;
  readonly none: string;
  readonly failed: string;
  readonly oldest: (count: string) => string;
  readonly overdue: (span: string) => string;
  readonly left: (span: string) => string;
  readonly noDue: string;
  readonly open: string;
  readonly columns: Readonly<Record<'case' | 'sort' | 'source' | 'since' | 'due' | 'state', string>>;
}

export const casesWords: Readonly<Record<Language, CasesWords>> = {
  vi: {
    counts: (all, overdue) => `${all} mục, ${overdue} quá hạn`,
    none: 'Không có mục nào đang chờ.',
    failed: 'Chưa đọc được danh sách; trang sẽ thử lại.',
    oldest: (count) => `Chỉ hiện ${count} mục chờ lâu nhất.`,
    overdue: (span) => `quá hạn ${span}`,
    left: (span) => `còn ${span}`,
    noDue: 'không có hạn',
    open: 'Mở tin gốc',
    columns: { case: 'Mã', sort: 'Loại', source: 'Nguồn', since: 'Từ lúc', due: 'Hạn', state: 'Tình trạng' },
  },
  en: {
    counts: (all, overdue) => `${all} waiting, ${overdue} overdue`,
    none: 'Nothing is waiting.',
    failed: 'The list could not be read yet; the page tries again.',
    oldest: (count) => `Only the ${count} that wait longest are shown.`,
    overdue: (span) => `overdue by ${span}`,
    left: (span) => `${span} left`,
    noDue: 'no deadline',
    open: 'Open the item itself',
    columns: { case: 'Code', sort: 'Kind', source: 'Source', since: 'Since', due: 'Deadline', state: 'State' },
  },
};
