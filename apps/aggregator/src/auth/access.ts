import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import { FlagtowerError, type Account, type Role } from '@flagtower/contracts';
import { hasRole } from '@flagtower/domain';
import { keyHash } from '@flagtower/store';

import type { AccessKeys } from './access-keys.ts';
import { cookieOf } from './cookie-of.ts';
import type { Sessions } from './sessions.ts';
import { accountOfHandshake, signedInAccount } from './signed-in.ts';

type Asking = Pick<IncomingMessage, 'headers' | 'socket'>;

/** Who may do what. Loopback reads without a key; everybody else needs a key or an account, and so does everything but reading. */
export interface Access {
  readonly sessions: Sessions;
  readonly mayRead: (request: Asking) => boolean;
  /** The same for the handshake of a stream, which no route has seen. */
  readonly mayFollow: (handshake: IncomingMessage) => Promise<boolean>;
  readonly isAdmin: (request: Asking) => boolean;
  /** Who is signed in; `null`: nobody, or a key and no person. */
  readonly accountOf: (request: Asking) => Account | null;
  /** Whether this very key reads: to turn it into a cookie. */
  readonly isReadKey: (key: string) => boolean;
  /** @throws FlagtowerError `UNAUTHORISED` */
  readonly demandRead: (request: Asking) => void;
  /** @throws FlagtowerError `UNAUTHORISED` without a key or an account, `FORBIDDEN` with another one */
  readonly demandAdmin: (request: Asking) => void;
  /**
   * For what the administrator's key may do, and whoever is signed in with the role.
   * @throws FlagtowerError `UNAUTHORISED` without a key or an account, `FORBIDDEN` with another key or a smaller role
   */
  readonly demandOperator: (request: Asking, role: Role) => void;
  /**
   * For what only a person can do, whose name stays with it: no key will do.
   * @throws FlagtowerError `UNAUTHORISED` where nobody is signed in, `FORBIDDEN` with a smaller role
   */
  readonly demandPerson: (request: Asking, role: Role) => Account;
}

/** Name of the cookie that lets a browser read. */
export const readCookie = 'flagtower-read';

export function accessOf({ admin, read }: AccessKeys, sessions: Sessions): Access {
  const isAdmin = (request: Asking): boolean =>
    isKey(keyOf(request), admin) || signedInAccount(request)?.role === 'admin';
  const isReadKey = (key: string): boolean => isKey(key, read) || isKey(key, admin);
  const mayRead = (request: Asking): boolean =>
    isFromHere(request) ||
    isReadKey(keyOf(request) ?? '') ||
    isReadKey(cookieOf(request, readCookie) ?? '') ||
    signedInAccount(request) !== null;
  return {
    sessions,
    mayRead,
    mayFollow: async (handshake) => mayRead(handshake) || (await accountOfHandshake(handshake, sessions)) !== null,
    isAdmin,
    accountOf: signedInAccount,
    isReadKey,
    demandRead: (request) => {
      if (!mayRead(request))
        throw new FlagtowerError('UNAUTHORISED', 'reading from another machine needs a key or an account', {
          remedy: 'sign in, or send the key of keys/read.key in the data folder as `authorization: Bearer …`',
        });
    },
    demandAdmin: (request) => {
      if (isAdmin(request)) return;
      throw new FlagtowerError(
        keyOf(request) === null && signedInAccount(request) === null ? 'UNAUTHORISED' : 'FORBIDDEN',
        'this needs the administrator’s key, or an administrator who is signed in',
        { remedy: 'sign in, or send the key of keys/admin.key in the data folder as `authorization: Bearer …`' },
      );
    },
    demandOperator: (request, role) => {
      const account = signedInAccount(request);
      if (isAdmin(request) || (account !== null && hasRole(account, role))) return;
      throw new FlagtowerError(
        keyOf(request) === null && account === null ? 'UNAUTHORISED' : 'FORBIDDEN',
        `this needs the role ${role}, or the administrator’s key`,
        { remedy: 'sign in at /sign-in, or ask an administrator for the role' },
      );
    },
    demandPerson: (request, role) => {
      const account = signedInAccount(request);
      if (account === null)
        throw new FlagtowerError('UNAUTHORISED', 'this needs somebody who is signed in', {
          remedy: 'sign in at /sign-in; a key is not enough, the name of the person stays with what is done',
        });
      if (!hasRole(account, role))
        throw new FlagtowerError('FORBIDDEN', `this needs the role ${role}`, {
          remedy: 'ask an administrator for the role',
        });
      return account;
    },
  };
}

function isKey(key: string | null, hash: Buffer): boolean {
  return key !== null && timingSafeEqual(keyHash(key), hash);
}

/** The key that a request carries; `null`: none. */
export function keyOf({ headers }: Pick<IncomingMessage, 'headers'>): string | null {
  const [, key] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  return key ?? null;
}

/**
 * The request comes from this machine. A proxy on this machine also does, for somebody else: what it adds to a request
 * takes the trust away.
 */
export function isFromHere({ headers, socket }: Asking): boolean {
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined || headers.via !== undefined)
    return false;
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  return address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address);
}
