import type { Language } from '@flagtower/charts';
import type { ReactNode } from 'react';

import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import { useMe } from './me.ts';

import './me-badge.css';

const badgeWords: Readonly<Record<Language, { readonly signIn: string; readonly account: (name: string) => string }>> =
  {
    vi: { signIn: 'Đăng nhập', account: (name) => `Tài khoản: ${name}` },
    en: { signIn: 'Sign in', account: (name) => `Account: ${name}` },
  };

/** Who is signed in, or where to do it, in the frame of every page. A phone has room for a sign only. */
export function MeBadge(): ReactNode {
  const me = useMe();
  const { locale } = useWords();
  if (me === 'unknown') return null;
  const words = badgeWords[locale];
  const from = location.pathname === '/sign-in' ? undefined : location.pathname;
  const name = me === null ? words.signIn : words.account(me.displayName);
  return (
    <PageLink
      className="me-badge label nowrap"
      href={pageHref('/sign-in', me === null ? { next: from } : {}, location.search)}
      aria-label={name}
      title={name}
    >
      <Person isKnown={me !== null} />
      <span className="me-name">{me === null ? words.signIn : me.displayName}</span>
    </PageLink>
  );
}

/** Filled: somebody is signed in. */
function Person({ isKnown }: { readonly isKnown: boolean }): ReactNode {
  return (
    <svg className="me-sign" viewBox="0 0 24 24" aria-hidden="true">
      <g fill={isKnown ? 'var(--ink)' : 'none'} stroke="var(--ink)" strokeWidth="1.5">
        <circle cx="12" cy="7.500" r="4" />
        <path d="M4 21c0-5 3.500-7.500 8-7.500s8 2.500 8 7.500z" />
      </g>
    </svg>
  );
}
