import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { keyHash, type Queryable, renewKey, type Source } from '@flagtower/store';
import { z } from 'zod';

/** SHA-256 of the keys; 256 random bits need no slow hash, there is nothing to guess. */
export interface AccessKeys {
  readonly admin: Buffer;
  readonly read: Buffer;
}

const hashSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((text) => Buffer.from(text, 'hex'));
const fileSchema = z.object({ admin: hashSchema, read: hashSchema });

/** Folder of the plain keys, written once for local tools; only their owner may read them. */
export function keysFolder(dataDir: string): string {
  return join(dataDir, 'keys');
}

/**
 * The keys of this folder, made on the first start. A key that the environment gives goes first and is not written.
 */
export async function openAccessKeys(
  dataDir: string,
  given: { readonly admin: string | undefined; readonly read: string | undefined },
): Promise<AccessKeys> {
  const path = join(dataDir, 'access.json');
  const held = await readHashes(path);
  const kept = held ?? (await makeKeys(dataDir, path));
  return {
    admin: given.admin === undefined ? kept.admin : keyHash(given.admin),
    read: given.read === undefined ? kept.read : keyHash(given.read),
  };
}

async function readHashes(path: string): Promise<AccessKeys | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return fileSchema.parse(JSON.parse(text));
}

async function makeKeys(dataDir: string, path: string): Promise<AccessKeys> {
  const keys = { admin: newKey('fa'), read: newKey('fr') };
  await writeKey(dataDir, 'admin', keys.admin);
  await writeKey(dataDir, 'read', keys.read);
  const hashes = { admin: keyHash(keys.admin), read: keyHash(keys.read) };
  const text = JSON.stringify({ admin: hashes.admin.toString('hex'), read: hashes.read.toString('hex') });
  await writeFile(path, `${text}\n`, { mode: 0o600 });
  return hashes;
}

function newKey(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`;
}

export async function writeKey(dataDir: string, name: string, key: string): Promise<void> {
  const folder = keysFolder(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name}.key`);
  await writeFile(path, `${key}\n`, { mode: 0o600 });
  // The mode above is only for a file that is new.
  await chmod(path, 0o600);
}

/** Gives a key to every declared source that has none yet, and writes it for local tools. */
export async function giveSourcesKeys(db: Queryable, dataDir: string, sources: readonly Source[]): Promise<void> {
  for (const { ledgerId, id, hasKey } of sources)
    if (!hasKey) await writeKey(dataDir, id, await renewKey(db, ledgerId, id));
}

/**
 * Writes where the first administrator makes an account, for tools that start the service and do not see what it prints;
 * only the owner of the folder can read it.
 * @param invitation `null`: there is an administrator, and the file goes
 */
export async function keepFirstAdminLink(dataDir: string, invitation: { readonly path: string } | null): Promise<void> {
  const path = join(keysFolder(dataDir), 'first-admin.link');
  await rm(path, { force: true });
  if (invitation !== null) await writeFile(path, `${invitation.path}\n`, { mode: 0o600 });
}
