import type { Language } from '@flagtower/charts';
import { useId, useRef, type ReactNode } from 'react';

import { useCity } from '../city/city-view.ts';
import { LanguageSwitch } from '../words/language-switch.tsx';
import { useWords } from '../words/language.tsx';
import { centerPath } from './center-path.ts';
import { isHere } from './is-here.ts';
import { pageEntries, type PageEntry } from './page-entries.ts';
import { pageHref } from './page-href.ts';
import { PageLink } from './page-link.tsx';

import './page-menu.css';

const menuWords: Readonly<
  Record<
    Language,
    { readonly open: string; readonly centers: string; readonly kinds: Record<PageEntry['kind'], string> }
  >
> = {
  vi: {
    open: 'Các trang',
    centers: 'Trung tâm chức năng',
    kinds: { figures: 'Xem số liệu', work: 'Làm việc với số liệu' },
  },
  en: { open: 'Pages', centers: 'Functional centers', kinds: { figures: 'Figures', work: 'Work on the figures' } },
};

/** The flag tower is the way to every other page: the wall spends no line on navigation. */
export function PageMenu(): ReactNode {
  const { locale } = useWords();
  const words = menuWords[locale];
  const id = useId();
  const menu = useRef<HTMLElement>(null);
  return (
    <>
      <button type="button" className="page-menu-button" popoverTarget={id} aria-label={words.open} title={words.open}>
        <FlagTower />
      </button>
      <nav ref={menu} id={id} className="page-menu" popover="auto" aria-label={words.open}>
        {(['figures', 'work'] as const).map((kind) => (
          <section key={kind} aria-label={words.kinds[kind]}>
            <h2 className="note">{words.kinds[kind]}</h2>
            <PageList kind={kind} onGo={() => menu.current?.hidePopover()} />
          </section>
        ))}
        <CenterList onGo={() => menu.current?.hidePopover()} />
        <LanguageSwitch />
      </nav>
    </>
  );
}

function PageList({ kind, onGo }: { readonly kind: PageEntry['kind']; readonly onGo: () => void }): ReactNode {
  const { locale } = useWords();
  return (
    <ul>
      {pageEntries
        .filter((entry) => entry.kind === kind)
        .map(({ path, names }) => (
          <li key={path}>
            <PageLink
              href={pageHref(path, {}, location.search)}
              aria-current={isHere(path, location.pathname) ? 'page' : undefined}
              onClick={onGo}
            >
              {names[locale]}
            </PageLink>
          </li>
        ))}
    </ul>
  );
}

/** Every center of the city, by its short name; none until the city is known. */
function CenterList({ onGo }: { readonly onGo: () => void }): ReactNode {
  const { locale } = useWords();
  const centers = useCity()?.centers ?? [];
  if (centers.length === 0) return null;
  return (
    <section aria-label={menuWords[locale].centers}>
      <h2 className="note">{menuWords[locale].centers}</h2>
      <ul className="page-menu-centers">
        {centers.map(({ id, names, short }) => (
          <li key={id}>
            <PageLink
              href={pageHref(centerPath(id), {}, location.search)}
              title={names[locale]}
              aria-current={location.pathname === centerPath(id) ? 'page' : undefined}
              onClick={onGo}
            >
              {short[locale]}
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FlagTower(): ReactNode {
  return (
    <svg className="page-menu-sign" viewBox="0 0 24 40" aria-hidden="true">
      <path d="M11.2 2v13h1.600V2z" fill="var(--ink)" />
      <path d="M12.8 2.500h9l-2.4 3 2.4 3h-9z" fill="var(--son)" />
      <path d="M9 15h6l1.2 11H7.800zM5.500 27h13l1 5h-15zM2.500 33h19l1 6h-21z" fill="var(--ink2)" />
    </svg>
  );
}
