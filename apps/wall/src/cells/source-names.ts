import type { SourceCell } from '@flagtower/contracts';

import { useWords } from '../words/language.tsx';
import type { Cell } from './cell.ts';
import { useSources } from './use-cells.ts';

/** The name of the first source and how many more there are: `Hệ thống một cửa +1`. An unknown id is its own name. */
export function sourceNames(
  ids: readonly string[],
  sources: ReadonlyMap<string, Cell<SourceCell>>,
  language: 'vi' | 'en',
): string {
  const [first] = ids;
  if (first === undefined) return '';
  const cell = sources.get(first);
  const name = cell?.kind === 'known' ? cell.value.names[language] : first;
  return ids.length === 1 ? name : `${name} +${ids.length - 1}`;
}

export function useSourceNames(): (ids: readonly string[]) => string {
  const { all } = useSources();
  const { locale } = useWords();
  return (ids) => sourceNames(ids, all, locale);
}
