import type { ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import { checkText, remainderText, type FormLine } from './form-rows.ts';
import { formWords } from './form-words.ts';

/** How the form is checked, what of the total stands beside its columns, and what does not add up. */
export function FormNotes({ total }: { readonly total: FormLine | undefined }): ReactNode {
  const { locale } = useWords();
  const words = formWords[locale];
  if (total === undefined) return null;
  const beside = remainderText(total, locale);
  const check = checkText(total, locale);
  return (
    <div className="form-notes note">
      <p>{words.identity}</p>
      <p>{beside === '' ? words.noneBeside : `${words.beside}: ${beside}.`}</p>
      {check.state === 'differs' ? <p>{`${words.total}: ${check.long}.`}</p> : null}
    </div>
  );
}
