import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { hanoi } from '@flagtower/city-hanoi';
import type { City } from '@flagtower/contracts';

import { keysFolder } from '../auth/access-keys.ts';
import type { Env } from '../ops/env.ts';
import type { StorePlace } from '../ops/open-store.ts';
import type { PlaceOptions } from './options.ts';
import type { Output } from './output.ts';

/** The cities that this build is composed with. */
const cities: Readonly<Record<string, City>> = { hanoi };

/** What a command works with. */
export interface CommandContext {
  readonly env: Env;
  readonly city: City;
  readonly dataDir: string;
  readonly place: StorePlace;
  /** A running service to ask instead; `null`: the data folder. */
  readonly url: string | null;
  readonly token: string | null;
  readonly output: Output;
  readonly now: () => number;
}

export function contextOf(options: PlaceOptions, env: Env, output: Output): CommandContext {
  const dataDir = resolve(options.data ?? env.FLAGTOWER_DATA ?? 'data');
  const city = cities[options.city];
  if (city === undefined) throw new RangeError('the option allows the cities that there are');
  return {
    env,
    city,
    dataDir,
    place: env.DATABASE_URL === undefined ? { dataDir } : { databaseUrl: env.DATABASE_URL },
    // A folder that was named is meant, whatever the environment says.
    url: options.url ?? (options.data === undefined ? env.FLAGTOWER_URL : undefined) ?? null,
    token: options.token ?? env.FLAGTOWER_TOKEN ?? adminKeyIn(dataDir),
    output,
    now: Date.now,
  };
}

/** The key that a service on this machine wrote for its owner; `null`: there is none that we may read. */
function adminKeyIn(dataDir: string): string | null {
  const path = join(keysFolder(dataDir), 'admin.key');
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}
