import { minuteMomentText } from '@flagtower/charts';
import {
  accountSchema,
  FlagtowerError,
  madeInvitationSchema,
  roleSchema,
  type Account,
  type MadeInvitation,
  type Role,
} from '@flagtower/contracts';
import { QueryClient, QueryClientProvider, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';

import { useCity } from '../city/city-view.ts';
import { Field } from '../forms/field.tsx';
import { Problem } from '../forms/problem.tsx';
import { sendJson } from '../forms/send-json.ts';
import { ColumnHeads } from '../look/column-heads.tsx';
import { Mark } from '../look/mark.tsx';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useMe } from '../session/me.ts';
import { readJson } from '../stream/read-json.ts';
import { useWords } from '../words/language.tsx';
import { accountWords } from './account-words.ts';

import '../forms/forms.css';

const listSchema = z.object({ accounts: z.array(accountSchema) });
const queryKey = ['accounts'] as const;

/** Who may sign in: invite, change roles, lock. */
export function AccountsPage(): ReactNode {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  const me = useMe();
  const { locale } = useWords();
  const words = accountWords[locale].accounts;
  return (
    <QueryClientProvider client={queries}>
      <main className="work-page">
        <h1>{words.title}</h1>
        {me === 'unknown' ? null : me !== null && me.role === 'admin' ? (
          <>
            <InviteForm />
            <AccountList />
          </>
        ) : (
          <p>
            {words.needsAdmin}{' '}
            <PageLink href={pageHref('/sign-in', { next: '/accounts' }, location.search)}>{words.signIn}</PageLink>
          </p>
        )}
      </main>
    </QueryClientProvider>
  );
}

function InviteForm(): ReactNode {
  const { locale } = useWords();
  const { accounts: words, roles, may } = accountWords[locale];
  const [role, setRole] = useState<Role>('steward');
  const invited = useMutation({
    mutationFn: () => sendJson('POST', '/v1/invitations', madeInvitationSchema, { role }),
  });
  return (
    <section className="work-section" aria-label={words.invite}>
      <h2>{words.invite}</h2>
      <p className="note">{words.inviteWhy}</p>
      <form className="form-buttons" action={() => invited.mutate()}>
        <Field label={words.role}>
          {(field) => (
            <select {...field} value={role} onChange={({ target }) => setRole(roleSchema.parse(target.value))}>
              {roleSchema.options.map((one) => (
                <option key={one} value={one}>
                  {roles[one]}: {may[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button type="submit" className="form-button form-main" disabled={invited.isPending}>
          {words.makeLink}
        </button>
      </form>
      <Problem error={invited.error} />
      {invited.data === undefined ? null : <LinkToCopy invitation={invited.data} />}
    </section>
  );
}

/** Shown this once: only its hash is kept. */
function LinkToCopy({ invitation }: { readonly invitation: MadeInvitation }): ReactNode {
  const { locale } = useWords();
  const words = accountWords[locale].accounts;
  const zone = useCity()?.zone ?? 'UTC';
  const [copied, setCopied] = useState<string | null>(null);
  const link = new URL(invitation.path, location.origin).href;
  return (
    <div className="link-copy">
      <output>{link}</output>
      <p className="note">{words.link(minuteMomentText(Date.parse(invitation.expiresAt), zone))}</p>
      <div className="form-buttons">
        <button
          type="button"
          className="form-button"
          onClick={() => {
            // Where the browser does not let it, the link stands above to be marked by hand.
            void navigator.clipboard.writeText(link).then(() => setCopied(link));
          }}
        >
          {copied === link ? words.copied : words.copy}
        </button>
      </div>
    </div>
  );
}

function AccountList(): ReactNode {
  const { locale } = useWords();
  const words = accountWords[locale].accounts;
  const listed = useQuery({ queryKey, queryFn: ({ signal }) => readJson('/v1/accounts', listSchema, { signal }) });
  const columns = ['person', 'role', 'seen', 'state', 'actions'] as const;
  return (
    <section className="work-section" aria-label={words.list}>
      <h2>{words.list}</h2>
      <Problem error={listed.error} />
      <div className="table-scroll">
        <table className="work-table">
          <ColumnHeads names={columns.map((column) => words.columns[column])} />
          <tbody>
            {(listed.data?.accounts ?? []).map((account) => (
              <AccountRow key={account.id} account={account} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function AccountRow({ account }: { readonly account: Account }): ReactNode {
  const { locale } = useWords();
  const { accounts: words, roles } = accountWords[locale];
  const zone = useCity()?.zone ?? 'UTC';
  const queries = useQueryClient();
  const changed = useMutation({
    mutationFn: (change: { readonly role?: Role; readonly locked?: boolean }) =>
      sendJson('PATCH', `/v1/accounts/${account.id}`, accountSchema, change),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  const linked = useMutation({
    mutationFn: () => sendJson('POST', `/v1/accounts/${account.id}/password-link`, madeInvitationSchema),
  });
  const isLast = changed.error instanceof FlagtowerError && changed.error.code === 'CONFLICT';
  return (
    <tr>
      <th scope="row">
        {account.displayName}
        <div className="note">{account.name}</div>
      </th>
      <td>
        <select
          aria-label={words.roleOf(account.displayName)}
          value={account.role}
          disabled={changed.isPending}
          onChange={({ target }) => changed.mutate({ role: roleSchema.parse(target.value) })}
        >
          {roleSchema.options.map((role) => (
            <option key={role} value={role}>
              {roles[role]}
            </option>
          ))}
        </select>
      </td>
      <td className="nowrap">
        {account.seenAt === null ? words.never : minuteMomentText(Date.parse(account.seenAt), zone)}
      </td>
      <td className="nowrap">
        <Mark level={account.locked ? 'lost' : 'normal'} name={null} /> {account.locked ? words.locked : words.open}
      </td>
      <td>
        <div className="form-buttons">
          <button
            type="button"
            className="form-button"
            disabled={changed.isPending}
            aria-label={`${account.locked ? words.unlock : words.lock}: ${account.displayName}`}
            onClick={() => changed.mutate({ locked: !account.locked })}
          >
            {account.locked ? words.unlock : words.lock}
          </button>
          <button
            type="button"
            className="form-button"
            disabled={linked.isPending || account.locked}
            aria-label={`${words.newPassword}: ${account.displayName}`}
            onClick={() => linked.mutate()}
          >
            {words.newPassword}
          </button>
        </div>
        <Problem error={changed.error ?? linked.error} said={isLast ? words.lastAdmin : undefined} />
        {linked.data === undefined ? null : <LinkToCopy invitation={linked.data} />}
      </td>
    </tr>
  );
}
