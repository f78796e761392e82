import { useId, type ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import { importWords } from './import-words.ts';

/** Asks for the administrator's key once. It is typed into a password field: a control room has many eyes. */
export function KeyGate({ onKey }: { readonly onKey: (key: string) => void }): ReactNode {
  const { locale } = useWords();
  const words = importWords[locale].key;
  const id = useId();
  return (
    <form
      className="import-step"
      action={(form) => {
        const key = form.get('key');
        if (typeof key === 'string' && key.trim() !== '') onKey(key.trim());
      }}
    >
      <p>{words.why}</p>
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
