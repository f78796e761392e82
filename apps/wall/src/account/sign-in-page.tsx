import { accountSchema, FlagtowerError } from '@flagtower/contracts';
import { useActionState, useState, type ReactNode } from 'react';

import { Field } from '../forms/field.tsx';
import { Problem } from '../forms/problem.tsx';
import { sendJson } from '../forms/send-json.ts';
import { useGoTo } from '../navigation/go-to.ts';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { setMe, useMe } from '../session/me.ts';
import { signOut } from '../session/sign-out.ts';
import { useWords } from '../words/language.tsx';
import { accountWords } from './account-words.ts';
import { PasswordForm } from './password-form.tsx';

import '../forms/forms.css';

/** In, and out again; and one's own password. */
export function SignInPage(): ReactNode {
  const me = useMe();
  const { locale } = useWords();
  const words = accountWords[locale].signIn;
  return (
    <main className="work-page work-page-narrow">
      <h1>{me === null || me === 'unknown' ? words.title : words.mine}</h1>
      {me === 'unknown' ? null : me === null ? (
        <SignInForm />
      ) : (
        <>
          <SignedIn />
          <PasswordForm me={me} />
        </>
      )}
    </main>
  );
}

/** Where somebody came from who was sent here; only a page of ours. */
function pageBefore(): string {
  const next = new URLSearchParams(location.search).get('next') ?? '';
  return /^\/(?!\/)[\w/-]*$/.test(next) ? next : '/reports';
}

function SignInForm(): ReactNode {
  const { locale } = useWords();
  const words = accountWords[locale].signIn;
  const goTo = useGoTo();
  // A form forgets what was typed when it was sent; after a wrong password nobody wants to type the name again.
  const [name, setName] = useState('');
  const [error, enter, isPending] = useActionState(async (_before: unknown, form: FormData): Promise<unknown> => {
    try {
      const body = { name, password: form.get('password') };
      setMe(await sendJson('POST', '/v1/sign-in', accountSchema, body));
      goTo(pageHref(pageBefore(), {}, location.search));
      return null;
    } catch (failure) {
      return failure;
    }
  }, null);
  const code = error instanceof FlagtowerError ? error.code : null;
  const said = code === 'UNAUTHORISED' ? words.wrong : code === 'TOO_MANY_REQUESTS' ? words.tooMany : undefined;
  return (
    <form className="work-section form" action={enter}>
      <Field label={words.name}>
        {(field) => (
          <input
            {...field}
            name="username"
            required
            value={name}
            onChange={({ target }) => setName(target.value)}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={200}
          />
        )}
      </Field>
      <Field label={words.password}>
        {(field) => (
          <input {...field} name="password" type="password" required autoComplete="current-password" maxLength={200} />
        )}
      </Field>
      <Problem error={error} said={said} />
      <div className="form-buttons">
        <button type="submit" className="form-button form-main" disabled={isPending}>
          {words.enter}
        </button>
      </div>
      <p className="note">{words.none}</p>
    </form>
  );
}

function SignedIn(): ReactNode {
  const me = useMe();
  const { locale } = useWords();
  const { signIn: words, roles } = accountWords[locale];
  const [error, leave, isPending] = useActionState(async (): Promise<unknown> => {
    try {
      await signOut();
      return null;
    } catch (failure) {
      return failure;
    }
  }, null);
  if (me === null || me === 'unknown') return null;
  return (
    <form className="work-section form" action={leave}>
      <p>{words.here(me.displayName, roles[me.role])}</p>
      <p>
        <PageLink href={pageHref('/reports', {}, location.search)}>{words.toReports}</PageLink>
        {me.role === 'admin' ? (
          <>
            {' · '}
            <PageLink href={pageHref('/accounts', {}, location.search)}>{words.toAccounts}</PageLink>
          </>
        ) : null}
      </p>
      <Problem error={error} />
      <div className="form-buttons">
        <button type="submit" className="form-button" disabled={isPending}>
          {words.leave}
        </button>
      </div>
    </form>
  );
}
