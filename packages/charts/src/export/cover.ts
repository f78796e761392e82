import type { Language } from '../language.ts';
import type { ExportedView } from './exported-view.ts';

const labels = {
  vi: { unit: 'Đơn vị đo', cut: 'Số liệu đến', source: 'Nguồn', mark: 'Lưu ý' },
  en: { unit: 'Unit', cut: 'Data until', source: 'Source', mark: 'Note' },
} as const satisfies Record<Language, Record<'unit' | 'cut' | 'source' | 'mark', string>>;

/** What stands above a table that leaves the product, a line each: a label and a text, the title alone first. */
export function coverOf(
  view: ExportedView,
): readonly [readonly [title: string], ...(readonly [label: string, text: string])[]] {
  const label = labels[view.language];
  return [
    [view.title],
    [label.unit, view.unit],
    [label.cut, view.cut],
    [label.source, view.source],
    ...(view.mark === null ? [] : [[label.mark, view.mark] as const]),
  ];
}
