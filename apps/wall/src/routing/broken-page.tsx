import type { Language } from '@flagtower/charts';
import { useEffect, type ReactNode } from 'react';

import { browserPageHost } from '../stream/browser-page-host.ts';
import { renewPage } from '../stream/late-part.ts';
import { useWords } from '../words/language.tsx';

/** A fault of ours must not be repeated without pause. */
const RENEW_AFTER_MS = 15_000;

const sentences: Readonly<Record<Language, string>> = {
  vi: 'Trang này gặp lỗi và sẽ tự tải lại. Hiện không có số nào.',
  en: 'This page failed and reloads by itself. It shows no figures now.',
};

/** In place of a page that failed while it was drawn: nobody stands beside a wall to press a button. */
export function BrokenPage(): ReactNode {
  const { locale } = useWords();
  useEffect(() => {
    void renewPage(browserPageHost, RENEW_AFTER_MS);
  }, []);
  return (
    <main className="broken-page" role="alert">
      {sentences[locale]}
    </main>
  );
}
