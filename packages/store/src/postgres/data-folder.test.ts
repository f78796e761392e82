import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { openDataFolder } from './data-folder.ts';

test('a disk with less space than a start needs is refused before anything is started', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'flagtower-store-'));
  onTestFinished(() => rm(dataDir, { recursive: true }));

  await expect(openDataFolder(dataDir, undefined, Infinity)).rejects.toMatchObject({ code: 'DISK_FULL' });
});
