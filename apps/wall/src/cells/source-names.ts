import type { SourceCell } from '@flagtower/contracts';

import { useWords } from '../words/language.tsx';
import type { Cell } from './cell.ts';
import { useSources } from './use-cells.ts';

/** Without a remark in brackets at the end: the ledger's mark stands in the header, and there is little room. */
export function shortName(name: string): string {
  return name.replace(/\s*\([^)]*\)$/u, '');
}

/** The name of the first source and how many more there are: `Hệ thống một cửa +1`. An unknown id is its own name. */
export function sourceNames(
  ids: readonly string[],
  sources: ReadonlyMap<string, Cell<SourceCell>>,
  language: 'vi' | 'en',
): string {
  const [first] = ids;
  if (first === undefined) return '';
  const cell = sources.get(first);
  const name = cell?.kind === 'known' ? shortName(cell.value.names[language]) : first;
  return ids.length === 1 ? name : `${name} +${ids.length - 1}`;
}

export function useSourceNames(): (ids: readonly string[]) => string {
  const { all } = useSources();
  const { locale } = useWords();
  return (ids) => sourceNames(ids, all, locale);
}
