import { accountSchema, FlagtowerError, passwordSchema, type Account } from '@flagtower/contracts';
import { useActionState, useState, type ReactNode } from 'react';

import { Field } from '../forms/field.tsx';
import { isAbout, Problem } from '../forms/problem.tsx';
import { sendJson } from '../forms/send-json.ts';
import { Mark } from '../look/mark.tsx';
import { setMe } from '../session/me.ts';
import { useWords } from '../words/language.tsx';
import { accountWords } from './account-words.ts';

type Outcome = { readonly error: unknown } | 'changed' | null;

/** One's own password: the current one is asked, and every other browser is signed out. */
export function PasswordForm({ me }: { readonly me: Account }): ReactNode {
  const { locale } = useWords();
  const words = accountWords[locale].ownPassword;
  const [isShown, setShown] = useState(false);
  const [typed, setTyped] = useState({ current: '', next: '' });
  const [outcome, change, isPending] = useActionState(async (): Promise<Outcome> => {
    // What can be told before the service is asked costs no attempt.
    if (!passwordSchema.safeParse(typed.next).success)
      return { error: new FlagtowerError('BAD_REQUEST', 'the new password', { place: 'next' }) };
    try {
      setMe(await sendJson('POST', '/v1/me/password', accountSchema, typed));
      setTyped({ current: '', next: '' });
      return 'changed';
    } catch (error) {
      return { error };
    }
  }, null);
  const error = outcome === 'changed' ? null : outcome?.error;
  const kind = isShown ? 'text' : 'password';
  return (
    <form className="work-section form" action={change} aria-label={words.title}>
      <h2>{words.title}</h2>
      {/* Tells a password manager whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={me.name} readOnly hidden />
      <Field label={words.current} wrong={isAbout(error, 'current') ? words.currentWrong : undefined}>
        {(field) => (
          <input
            {...field}
            name="current"
            type={kind}
            required
            autoComplete="current-password"
            maxLength={200}
            value={typed.current}
            onChange={({ target }) => setTyped({ ...typed, current: target.value })}
          />
        )}
      </Field>
      <Field
        label={words.next}
        hint={accountWords[locale].invitation.passwordHint}
        wrong={isAbout(error, 'next') ? nextWrong(typed, me.name, accountWords[locale]) : undefined}
      >
        {(field) => (
          <input
            {...field}
            name="next"
            type={kind}
            required
            autoComplete="new-password"
            maxLength={200}
            value={typed.next}
            onChange={({ target }) => setTyped({ ...typed, next: target.value })}
          />
        )}
      </Field>
      <label>
        <input type="checkbox" checked={isShown} onChange={({ target }) => setShown(target.checked)} />{' '}
        {accountWords[locale].invitation.show}
      </label>
      {isAbout(error, 'current', 'next') ? null : <Problem error={error} said={saidOf(error, words)} />}
      {outcome === 'changed' ? (
        <output>
          <Mark level="normal" name={null} /> {words.changed}
        </output>
      ) : null}
      <div className="form-buttons">
        <button type="submit" className="form-button" disabled={isPending}>
          {words.change}
        </button>
      </div>
      <p className="note">{words.others}</p>
    </form>
  );
}

type Words = (typeof accountWords)['vi'];

function nextWrong(
  { current, next }: { readonly current: string; readonly next: string },
  name: string,
  { invitation, ownPassword }: Words,
): string {
  if (!passwordSchema.safeParse(next).success) return invitation.passwordShort;
  if (next.toLowerCase().includes(name)) return invitation.passwordHasName;
  return current === next ? ownPassword.same : invitation.passwordShort;
}

function saidOf(error: unknown, words: Words['ownPassword']): string | undefined {
  if (!(error instanceof FlagtowerError)) return undefined;
  if (error.code === 'TOO_MANY_REQUESTS') return words.tooMany;
  return error.code === 'CONFLICT' ? words.elsewhere : undefined;
}
