import type { FreshnessState, SourceCell } from '@flagtower/contracts';
import { isWorse } from '@flagtower/domain';

import { useWords } from '../words/language.tsx';
import type { Cell } from './cell.ts';
import { useSources } from './use-cells.ts';

/** Without a remark in brackets at the end: the ledger's mark stands in the header, and there is little room. */
export function shortName(name: string): string {
  return name.replace(/\s*\([^)]*\)$/u, '');
}

/**
 * The name of the source that a figure waits for, and how many more there are: `Hệ thống một cửa +1`. A figure is as fresh as the
 * worst of what it needs, so the worst is the one that is named; of equal ones the first. An unknown id is its own name.
 */
export function sourceNames(
  ids: readonly string[],
  sources: ReadonlyMap<string, Cell<SourceCell>>,
  language: 'vi' | 'en',
): string {
  const stateOf = (id: string): FreshnessState => {
    const cell = sources.get(id);
    return cell?.kind === 'known' ? cell.value.freshness.state : 'live';
  };
  const [first, ...others] = ids;
  if (first === undefined) return '';
  const worst = others.reduce((held, id) => (isWorse(stateOf(id), stateOf(held)) ? id : held), first);
  const cell = sources.get(worst);
  const name = cell?.kind === 'known' ? shortName(cell.value.names[language]) : worst;
  return ids.length === 1 ? name : `${name} +${ids.length - 1}`;
}

export function useSourceNames(): (ids: readonly string[]) => string {
  const { all } = useSources();
  const { locale } = useWords();
  return (ids) => sourceNames(ids, all, locale);
}
