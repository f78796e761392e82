import { minuteMomentText } from '@flagtower/charts';
import {
  accountNameSchema,
  accountSchema,
  FlagtowerError,
  invitationSchema,
  passwordSchema,
  type Invitation,
} from '@flagtower/contracts';
import { useActionState, useEffect, useState, type ReactNode } from 'react';

import { useCity } from '../city/city-view.ts';
import { Field } from '../forms/field.tsx';
import { isAbout, Problem } from '../forms/problem.tsx';
import { sendJson } from '../forms/send-json.ts';
import { useGoTo } from '../navigation/go-to.ts';
import { pageHref } from '../navigation/page-href.ts';
import { setMe } from '../session/me.ts';
import { readJson } from '../stream/read-json.ts';
import { useWords } from '../words/language.tsx';
import { accountWords } from './account-words.ts';

import '../forms/forms.css';

/** The secret of the link, in the address of the page. */
function tokenHere(): string {
  return location.pathname.split('/').at(-1) ?? '';
}

type Link = Invitation | 'loading' | { readonly error: unknown };

/** A link that an administrator sent: makes an account, or sets a new password. */
export function InvitationPage(): ReactNode {
  const { locale } = useWords();
  const words = accountWords[locale].invitation;
  const [link, setLink] = useState<Link>('loading');
  useEffect(() => {
    const abort = new AbortController();
    readJson(`/v1/invitations/${encodeURIComponent(tokenHere())}`, invitationSchema, { signal: abort.signal }).then(
      setLink,
      (error: unknown) => {
        if (!abort.signal.aborted) setLink({ error });
      },
    );
    return () => abort.abort();
  }, []);
  const isPassword = link !== 'loading' && !('error' in link) && link.kind === 'password';
  return (
    <main className="work-page work-page-narrow">
      <h1>{isPassword ? words.passwordTitle : words.title}</h1>
      {link === 'loading' ? <p className="label">{words.loading}</p> : <OpenLink link={link} />}
    </main>
  );
}

function OpenLink({ link }: { readonly link: Exclude<Link, 'loading'> }): ReactNode {
  const { locale } = useWords();
  const { invitation: words, roles } = accountWords[locale];
  const zone = useCity()?.zone ?? 'UTC';
  if ('error' in link) return <Problem error={link.error} said={isClosed(link.error) ? words.closed : undefined} />;
  const expiresAt = Date.parse(link.expiresAt);
  return (
    <>
      <p>
        {link.kind === 'password'
          ? words.ofName(link.displayName ?? '')
          : link.kind === 'first-admin'
            ? words.firstAdmin
            : words.asRole(roles[link.role])}{' '}
        <span className="note">{words.until(minuteMomentText(expiresAt, zone))}</span>
      </p>
      <AcceptForm link={link} />
    </>
  );
}

function isClosed(error: unknown): boolean {
  return error instanceof FlagtowerError && (error.code === 'NOT_FOUND' || error.code === 'BAD_REQUEST');
}

function AcceptForm({ link }: { readonly link: Invitation }): ReactNode {
  const { locale } = useWords();
  const words = accountWords[locale].invitation;
  const goTo = useGoTo();
  const [isShown, setShown] = useState(false);
  const [typed, setTyped] = useState({ name: link.name ?? '', displayName: link.displayName ?? '', password: '' });
  const [error, accept, isPending] = useActionState(async (): Promise<unknown> => {
    const wrong = wrongIn(typed);
    if (wrong !== null) return wrong;
    try {
      setMe(await sendJson('POST', `/v1/invitations/${encodeURIComponent(tokenHere())}`, accountSchema, typed));
      goTo(pageHref('/reports', {}, location.search));
      return null;
    } catch (failure) {
      return failure;
    }
  }, null);
  const isTaken = error instanceof FlagtowerError && error.code === 'CONFLICT';
  const isNew = link.kind !== 'password';
  const type = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part });
  return (
    <form className="work-section form" action={accept}>
      {isNew ? (
        <Field label={words.displayName} hint={words.displayNameHint}>
          {(field) => (
            <input
              {...field}
              name="name"
              required
              minLength={2}
              maxLength={80}
              autoComplete="name"
              value={typed.displayName}
              onChange={({ target }) => type({ displayName: target.value })}
            />
          )}
        </Field>
      ) : null}
      <Field
        label={words.name}
        hint={isNew ? words.nameHint : undefined}
        wrong={isAbout(error, 'name') ? (isTaken ? words.nameTaken : words.nameWrong) : undefined}
      >
        {(field) => (
          <input
            {...field}
            name="username"
            required
            readOnly={!isNew}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
            value={typed.name}
            onChange={({ target }) => type({ name: target.value })}
          />
        )}
      </Field>
      <Field label={words.password} hint={words.passwordHint} wrong={passwordWrong(error, typed.password, words)}>
        {(field) => (
          <input
            {...field}
            name="password"
            type={isShown ? 'text' : 'password'}
            required
            autoComplete="new-password"
            maxLength={200}
            value={typed.password}
            onChange={({ target }) => type({ password: target.value })}
          />
        )}
      </Field>
      <label>
        <input type="checkbox" checked={isShown} onChange={({ target }) => setShown(target.checked)} /> {words.show}
      </label>
      {isAbout(error, 'name', 'password') ? null : (
        <Problem error={error} said={isClosed(error) ? words.closed : undefined} />
      )}
      <div className="form-buttons">
        <button type="submit" className="form-button form-main" disabled={isPending}>
          {isNew ? words.make : words.renew}
        </button>
      </div>
    </form>
  );
}

/** What can be told before the service is asked. */
function wrongIn({ name, password }: { readonly name: string; readonly password: string }): FlagtowerError | null {
  if (!accountNameSchema.safeParse(name).success)
    return new FlagtowerError('BAD_REQUEST', 'the name', { place: 'name' });
  if (!passwordSchema.safeParse(password).success)
    return new FlagtowerError('BAD_REQUEST', 'the password', { place: 'password' });
  return null;
}

function passwordWrong(
  error: unknown,
  password: string,
  words: (typeof accountWords)['vi']['invitation'],
): string | undefined {
  if (!isAbout(error, 'password')) return undefined;
  return passwordSchema.safeParse(password).success ? words.passwordHasName : words.passwordShort;
}
