import type { Language } from '@flagtower/charts';
import type { ReactNode } from 'react';

import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import { useMe } from './me.ts';

const badgeWords: Readonly<Record<Language, { readonly signIn: string; readonly account: (name: string) => string }>> =
  {
    vi: { signIn: 'Đăng nhập', account: (name) => `Tài khoản: ${name}` },
    en: { signIn: 'Sign in', account: (name) => `Account: ${name}` },
  };

/** Who is signed in, or where to do it, in the frame of every page. */
export function MeBadge(): ReactNode {
  const me = useMe();
  const { locale } = useWords();
  if (me === 'unknown') return null;
  const words = badgeWords[locale];
  const from = location.pathname === '/sign-in' ? undefined : location.pathname;
  return (
    <PageLink
      className="me-badge label nowrap"
      href={pageHref('/sign-in', me === null ? { next: from } : {}, location.search)}
      {...(me === null ? {} : { 'aria-label': words.account(me.displayName) })}
    >
      {me === null ? words.signIn : me.displayName}
    </PageLink>
  );
}
