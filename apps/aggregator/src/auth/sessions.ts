import type { Account } from '@flagtower/contracts';
import {
  accountOfSession,
  addSession,
  dropEndedSessions,
  endSession,
  keyHash,
  type Queryable,
  type SessionLife,
} from '@flagtower/store';

import { newSecret } from './secret.ts';

const hourMs = 3_600_000;
/** A shift without a request, and a week in all. */
export const sessionLife: SessionLife = { idleMs: 12 * hourMs, absoluteMs: 7 * 24 * hourMs };

/** Browsers that are signed in. */
export interface Sessions {
  /** @returns the token for the browser's cookie */
  readonly open: (account: Account) => Promise<string>;
  /** @returns `null`: nobody, or not any more */
  readonly accountOf: (token: string) => Promise<Account | null>;
  readonly end: (token: string) => Promise<void>;
}

export function sessionsOf(db: Queryable, now: () => number): Sessions {
  return {
    open: async (account) => {
      const { token, hash } = newSecret();
      await dropEndedSessions(db, sessionLife, now());
      await addSession(db, hash, account.id, now());
      return token;
    },
    accountOf: async (token) => await accountOfSession(db, keyHash(token), sessionLife, now()),
    end: async (token) => await endSession(db, keyHash(token)),
  };
}
