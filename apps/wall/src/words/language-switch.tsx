import type { ReactNode } from 'react';

import { useLanguageChoice } from './language.tsx';

/** Names the language that a press brings, in that language. */
export function LanguageSwitch(): ReactNode {
  const { words, choose } = useLanguageChoice();
  const other = words.locale === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" className="language-switch label nowrap" lang={other} onClick={() => choose(other)}>
      {words.otherLanguage}
    </button>
  );
}
