import { FlagtowerError } from '@flagtower/contracts';
import { Command } from 'commander';
import { z } from 'zod';

import { run } from '../run.ts';

export function userCommand(): Command {
  const add = new Command('add')
    .description('accounts come with a later release')
    .argument('[name]')
    .action(
      run(z.object({}), () => {
        throw new FlagtowerError('NOT_FOUND', 'there are no accounts yet: they come with a later release', {
          remedy: 'give people keys/read.key to read; keep keys/admin.key for operators',
        });
      }),
    );
  return new Command('user').description('accounts (a later release)').addCommand(add);
}
