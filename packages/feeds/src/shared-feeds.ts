import { existsSync, readFileSync } from 'node:fs';

const folder = new URL('../../../../shared/data/feeds/', import.meta.url);

/**
 * For tests on real feeds, which do not ship with the project: a file of the folder beside the repository. Where it is
 * not there the test is skipped and says why.
 * @param skip of the test's context
 */
export function sharedFeed(path: string, skip: (note: string) => never): Uint8Array {
  const file = new URL(path, folder);
  return existsSync(file) ? readFileSync(file) : skip(`needs ${path} in ../shared/data/feeds`);
}
