import { resolve } from 'node:path';

import { Command } from 'commander';
import { z } from 'zod';

import { readBackup } from '../../backup/read-backup.ts';
import { writeBackup, type BackupSummary } from '../../backup/write-backup.ts';
import { openStore } from '../../ops/open-store.ts';
import { run } from '../run.ts';

export function backupCommand(): Command {
  return new Command('backup')
    .description(
      'write everything at one moment into a file; the service may run meanwhile. Keys of people are not in it',
    )
    .requiredOption('--out <file>', 'such as flagtower-2026-11-24.jsonl.gz')
    .action(
      run(z.object({ out: z.string() }), async ({ place, city, now, output }, _args, { out }) => {
        const store = await openStore(place, { city, connections: 2 });
        try {
          const summary = await writeBackup(store.pool, resolve(out), now());
          output.result(summary, () => linesOf('wrote', summary));
        } finally {
          await store.close();
        }
      }),
    );
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('read a backup into an empty folder or database')
    .argument('<file>', 'what `backup` wrote')
    .action(
      run(z.object({}), async ({ place, city, output }, [file]) => {
        const store = await openStore(place, { city, connections: 2 });
        try {
          const summary = await readBackup(store.pool, resolve(file ?? ''));
          output.result(summary, () => linesOf('read', summary));
        } finally {
          await store.close();
        }
      }),
    );
}

function linesOf(verb: string, { file, rows }: BackupSummary): string[] {
  const used = Object.entries(rows).filter(([, count]) => count > 0);
  return [`${verb} ${file}`, ...used.map(([name, count]) => `  ${name}: ${String(count)} rows`)];
}
