import type { Language } from '@flagtower/charts';
import type { ReactNode } from 'react';

import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';

const sentences: Readonly<Record<Language, { readonly title: string; readonly way: string; readonly wall: string }>> = {
  vi: {
    title: 'Không có trang này',
    way: 'Địa chỉ sai hoặc trang đã bỏ. Các trang nằm trong danh mục ở góc trái.',
    wall: 'Về toàn cảnh',
  },
  en: {
    title: 'There is no such page',
    way: 'The address is wrong, or the page is gone. All pages are in the menu at the left.',
    wall: 'To the overview',
  },
};

/** In place of a page that does not exist: a wrong address must not pass for the page that somebody wanted. */
export function MissingPage(): ReactNode {
  const { locale } = useWords();
  const words = sentences[locale];
  return (
    <main className="missing-page">
      <h1>{words.title}</h1>
      <p>{words.way}</p>
      <p>
        <PageLink href="/">{words.wall}</PageLink>
      </p>
    </main>
  );
}
