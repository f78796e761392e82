import type { Language } from '@flagtower/charts';
import { useActionState, type ReactNode } from 'react';

import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import { useMe } from './me.ts';
import { roleNames } from './role-names.ts';
import { signOut } from './sign-out.ts';

import './account-note.css';

const noteWords: Readonly<
  Record<Language, { readonly account: (name: string) => string; readonly leave: string; readonly failed: string }>
> = {
  vi: { account: (name) => `Tài khoản: ${name}`, leave: 'Đăng xuất', failed: 'chưa đăng xuất được' },
  en: { account: (name) => `Account: ${name}`, leave: 'Sign out', failed: 'not signed out' },
};

/** Who is signed in on a wall, as what, and the way out. A wall at which nobody is signed in says nothing. */
export function AccountNote(): ReactNode {
  const me = useMe();
  const { locale } = useWords();
  const [failed, leave, isPending] = useActionState(async (): Promise<boolean> => {
    try {
      await signOut();
      return false;
    } catch {
      // The session goes on, and the note says so.
      return true;
    }
  }, false);
  if (me === null || me === 'unknown') return null;
  const words = noteWords[locale];
  return (
    <form className="account-note" action={leave}>
      <PageLink
        className="account-note-name clip"
        href={pageHref('/sign-in', {}, location.search)}
        aria-label={words.account(me.displayName)}
        title={words.account(me.displayName)}
      >
        {me.displayName}
      </PageLink>
      <span className="account-note-line note nowrap">
        <span className="account-note-role">{roleNames[locale][me.role]} · </span>
        <button type="submit" className="account-note-leave" disabled={isPending}>
          {words.leave}
        </button>
      </span>
      {failed ? (
        <span className="note" role="alert">
          {words.failed}
        </span>
      ) : null}
    </form>
  );
}
