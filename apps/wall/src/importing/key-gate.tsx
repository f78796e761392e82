import { useId, type ReactNode } from 'react';

import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useMe } from '../session/me.ts';
import { useWords } from '../words/language.tsx';
import { importWords } from './import-words.ts';

/**
 * An administrator signs in; where there is no account yet, the key opens too. It is typed into a password field: a
 * control room has many eyes.
 */
export function KeyGate({ onKey }: { readonly onKey: (key: string) => void }): ReactNode {
  const { locale } = useWords();
  const words = importWords[locale].key;
  const id = useId();
  const me = useMe();
  return (
    <form
      className="import-step"
      action={(form) => {
        const key = form.get('key');
        if (typeof key === 'string' && key.trim() !== '') onKey(key.trim());
      }}
    >
      <p>
        {me === null || me === 'unknown' ? words.why : words.notAdmin(me.displayName)}{' '}
        <PageLink href={pageHref('/sign-in', { next: '/import' }, location.search)}>{words.signIn}</PageLink>
      </p>
      <p className="note">{words.orKey}</p>
      <div className="import-row">
        <label htmlFor={id}>{words.label}</label>
        <input id={id} name="key" type="password" required autoComplete="off" />
      </div>
      <button type="submit" className="import-button import-main">
        {words.use}
      </button>
    </form>
  );
}
