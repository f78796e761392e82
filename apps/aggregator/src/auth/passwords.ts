import { FlagtowerError } from '@flagtower/contracts';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes and one lane, the least that OWASP's Password Storage Cheat Sheet names. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export async function passwordHash(password: string): Promise<string> {
  return await hash(password.normalize('NFKC'), cost);
}

/** Of no password: an unknown name must take as long to refuse as a wrong password. */
const nobodys = passwordHash('nobody has this password');

/** @param held `null`: there is no such account; the answer is `false` and takes as long */
export async function isPassword(held: string | null, password: string): Promise<boolean> {
  const right = await verify(held ?? (await nobodys), password.normalize('NFKC'));
  return right && held !== null;
}

/** @param place the field that asked for it. @throws FlagtowerError `BAD_REQUEST` for a password that its name gives away */
export function demandUnlikeName(password: string, name: string, place: string): void {
  if (!password.toLowerCase().includes(name)) return;
  throw new FlagtowerError('BAD_REQUEST', 'the password contains the account’s name', {
    place,
    remedy: 'choose another one',
  });
}
