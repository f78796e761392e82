import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { FlagtowerError } from '@flagtower/contracts';

/** Where keys lie: a folder of `<source>.key` files that the service wrote, or a file. */
export interface KeyPlace {
  readonly folder: string;
  /** Key of the one-stop source. */
  readonly file: string | null;
}

/** @throws FlagtowerError STORE_UNAVAILABLE when there is no such key yet: a service writes them when it starts */
export async function readKey({ folder, file }: KeyPlace, source: string): Promise<string> {
  const path = file !== null && source.endsWith('-one-stop') ? file : join(folder, `${source}.key`);
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (cause) {
    throw new FlagtowerError('STORE_UNAVAILABLE', `No key of ${source} at ${path}`, {
      remedy: 'Give the data folder of the running service with --data, or the key’s file with --key-file',
      cause,
    });
  }
}

/** The operator's key; `null` where this machine does not have it. */
export async function readAdminKey({ folder }: KeyPlace): Promise<string | null> {
  return readFile(join(folder, 'admin.key'), 'utf8').then(
    (key) => key.trim(),
    () => null,
  );
}
