import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import { FlagtowerError } from '@flagtower/contracts';
import { keyHash } from '@flagtower/store';

import type { AccessKeys } from './access-keys.ts';

type Asking = Pick<IncomingMessage, 'headers' | 'socket'>;

/** Who may do what. Loopback reads without a key; everything else needs one, and writing needs the admin's or a source's. */
export interface Access {
  readonly mayRead: (request: Asking) => boolean;
  readonly isAdmin: (request: Asking) => boolean;
  /** Whether this very key reads: to turn it into a cookie. */
  readonly isReadKey: (key: string) => boolean;
  /** @throws FlagtowerError `UNAUTHORISED` */
  readonly demandRead: (request: Asking) => void;
  /** @throws FlagtowerError `UNAUTHORISED` without a key, `FORBIDDEN` with another one */
  readonly demandAdmin: (request: Asking) => void;
}

/** Name of the cookie that lets a browser read. */
export const readCookie = 'flagtower-read';

export function accessOf({ admin, read }: AccessKeys): Access {
  const isAdmin = (request: Asking): boolean => isKey(keyOf(request), admin);
  const isReadKey = (key: string): boolean => isKey(key, read) || isKey(key, admin);
  const mayRead = (request: Asking): boolean =>
    isFromHere(request) || isReadKey(keyOf(request) ?? '') || isReadKey(cookieOf(request) ?? '');
  return {
    mayRead,
    isAdmin,
    isReadKey,
    demandRead: (request) => {
      if (!mayRead(request))
        throw new FlagtowerError('UNAUTHORISED', 'reading from another machine needs a key', {
          remedy: 'send the key of keys/read.key in the data folder as `authorization: Bearer …`',
        });
    },
    demandAdmin: (request) => {
      if (isAdmin(request)) return;
      throw new FlagtowerError(
        keyOf(request) === null ? 'UNAUTHORISED' : 'FORBIDDEN',
        'this needs the administrator’s key',
        { remedy: 'send the key of keys/admin.key in the data folder as `authorization: Bearer …`' },
      );
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

function cookieOf({ headers }: Pick<IncomingMessage, 'headers'>): string | null {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === readCookie)?.[1] ?? null;
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
