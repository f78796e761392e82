import { useEffect } from 'react';

import { useWords } from '../words/language.tsx';
import { isHere } from './is-here.ts';
import { pageEntries } from './page-entries.ts';

/** The browser's tab and its history name the page: who has five of them open must find one. `null`: no page of the menu. */
export function usePageTitle(city: string | null): void {
  const { locale } = useWords();
  const here = pageEntries.find(({ path }) => isHere(path, location.pathname));
  const title = [here?.names[locale], city, 'Flagtower']
    .filter((part) => part !== undefined && part !== null)
    .join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
