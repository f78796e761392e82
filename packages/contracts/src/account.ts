import { z } from 'zod';

import { instantSchema } from './time.ts';

/** What an account may do, each more than the one before: read; enter reports; decide on others' reports; run the service. */
export const roleSchema = z.enum(['viewer', 'steward', 'approver', 'admin']);
export type Role = z.infer<typeof roleSchema>;

/** What is typed to sign in; case does not matter. */
export const accountNameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{2,63}$/, 'an account’s name is 3 to 64 of a-z, 0-9, ., _, @ and -');

/** How people call the person; shown beside what the person entered or approved. */
export const displayNameSchema = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}]{2,80}$/u, 'a display name has 2 to 80 characters');

/** Long instead of complicated: 12 characters at least. */
export const passwordSchema = z.string().min(12).max(200);

/** A person who signs in here. */
export const accountSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  displayName: z.string(),
  role: roleSchema,
  locked: z.boolean(),
  createdAt: instantSchema,
  /** Last request of any session; `null`: none that is still open. */
  seenAt: instantSchema.nullable(),
});
export type Account = z.infer<typeof accountSchema>;

/** What an open link is good for: the first administrator, an account, or a new password of one that is there. */
export const invitationSchema = z.object({
  kind: z.enum(['first-admin', 'account', 'password']),
  role: roleSchema,
  /** Of a new password: whose; `null`: the account is yet to be named. */
  name: z.string().nullable(),
  displayName: z.string().nullable(),
  expiresAt: instantSchema,
});
export type Invitation = z.infer<typeof invitationSchema>;

/** A link as it is made; its secret is shown this once. */
export const madeInvitationSchema = invitationSchema.extend({
  /** Path of the page that takes it, below the service's address. */
  path: z.string(),
});
export type MadeInvitation = z.infer<typeof madeInvitationSchema>;
