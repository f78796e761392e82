import { randomBytes } from 'node:crypto';

import { keyHash } from '@flagtower/store';

/** A token of 256 random bits with the hash under which it is kept; a random token needs no slow hash. */
export function newSecret(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: keyHash(token) };
}
