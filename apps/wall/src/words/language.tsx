import type { Language } from '@flagtower/charts';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';

import { en } from './en.ts';
import { vi } from './vi.ts';
import type { Words } from './words.ts';

const dictionaries: Readonly<Record<Language, Words>> = { vi, en };
const STORAGE_KEY = 'flagtower.language';

interface LanguageChoice {
  readonly words: Words;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice>({ words: vi, choose: () => {} });

function languageOf(text: string | null): Language | null {
  return text === 'vi' || text === 'en' ? text : null;
}

/** The address decides, then what this browser chose last, then Vietnamese. */
export function initialLanguage(search: string, stored: string | null): Language {
  return languageOf(new URLSearchParams(search).get('lang')) ?? languageOf(stored) ?? 'vi';
}

/** Holds the language of the whole page and writes it into the address, so that a copied link reads as it was seen. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, choose] = useState(() => initialLanguage(location.search, localStorage.getItem(STORAGE_KEY)));
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(STORAGE_KEY, language);
    const address = new URL(location.href);
    if (address.searchParams.get('lang') === language) return;
    // Vietnamese is the default: an address without the word means the same.
    if (language === 'vi' && !address.searchParams.has('lang')) return;
    address.searchParams.set('lang', language);
    history.replaceState(history.state, '', address);
  }, [language]);
  const choice = useMemo(() => ({ words: dictionaries[language], choose }), [language]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export function useWords(): Words {
  return use(LanguageContext).words;
}

export function useLanguageChoice(): LanguageChoice {
  return use(LanguageContext);
}
