import type { Invitation, MadeInvitation, Role } from '@flagtower/contracts';
import { addInvitation, hasAdmin, instantOf, type Queryable } from '@flagtower/store';

import { newSecret } from './secret.ts';

const hourMs = 3_600_000;
/** An invitation may lie in somebody's mail over a weekend; a link that makes administrators or passwords may not. */
const lifeMs: Readonly<Record<Invitation['kind'], number>> = {
  account: 72 * hourMs,
  'first-admin': 24 * hourMs,
  password: 24 * hourMs,
};

export interface Inviting {
  readonly kind: Invitation['kind'];
  readonly role: Role;
  /** Whose password; `null`: a new account. */
  readonly account: { readonly id: string; readonly name: string; readonly displayName: string } | null;
  /** Id of the administrator; `null`: the command line, or the first start. */
  readonly createdBy: string | null;
}

/** Makes a link that works once. Only its hash is kept: who loses it needs another one. */
export async function invite(
  db: Queryable,
  { kind, role, account, createdBy }: Inviting,
  now: number,
): Promise<MadeInvitation> {
  const { token, hash } = newSecret();
  const expiresAt = now + lifeMs[kind];
  await addInvitation(db, { tokenHash: hash, kind, role, accountId: account?.id ?? null, createdBy, now, expiresAt });
  return {
    kind,
    role,
    name: account?.name ?? null,
    displayName: account?.displayName ?? null,
    expiresAt: instantOf(expiresAt),
    path: `/invitation/${token}`,
  };
}

/** A link for the first administrator, as long as there is none. @returns `null`: there is one */
export async function inviteFirstAdmin(db: Queryable, now: number): Promise<MadeInvitation | null> {
  if (await hasAdmin(db)) return null;
  return await invite(db, { kind: 'first-admin', role: 'admin', account: null, createdBy: null }, now);
}
