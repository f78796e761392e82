import { FlagtowerError, roleSchema, type Account, type MadeInvitation } from '@flagtower/contracts';
import { Command, Option } from 'commander';
import { z } from 'zod';

import type { CommandContext } from '../context.ts';
import { withDesk } from '../desk/open-desk.ts';
import { run } from '../run.ts';

const addSchema = z.object({ role: roleSchema });
const defaultService = 'http://127.0.0.1:7300';

export function userCommand(): Command {
  return new Command('user')
    .description('who may sign in')
    .addCommand(listCommand(), { isDefault: true })
    .addCommand(addCommand())
    .addCommand(passwordCommand());
}

function listCommand(): Command {
  return new Command('list').description('the accounts').action(
    run(z.object({}), async (context) => {
      const accounts = await withDesk(context, (desk) => desk.accounts());
      context.output.result({ accounts }, () =>
        accounts.length === 0 ? ['there are no accounts yet'] : accounts.map(lineOf),
      );
    }),
  );
}

function lineOf({ name, displayName, role, locked, seenAt }: Account): string {
  return `${name.padEnd(28)} ${role.padEnd(9)} ${locked ? 'locked' : `last seen ${seenAt ?? 'never'}`}  ${displayName}`;
}

function addCommand(): Command {
  return new Command('add')
    .description('make a link with which somebody gets an account; it works once, for three days')
    .addOption(new Option('--role <role>', 'what the account may do').choices(roleSchema.options).default('viewer'))
    .action(
      run(addSchema, async (context, _args, { role }) => {
        tell(context, await withDesk(context, (desk) => desk.invite(role)));
      }),
    );
}

function passwordCommand(): Command {
  return new Command('password')
    .description('make a link with which an account gets a new password; it works once, for a day')
    .argument('<name>', 'the name that is typed to sign in')
    .action(
      run(z.object({}), async (context, [name = '']) => {
        const wanted = name.toLowerCase();
        const link = await withDesk(context, async (desk) => {
          const account = (await desk.accounts()).find((one) => one.name === wanted);
          if (account === undefined)
            throw new FlagtowerError('NOT_FOUND', 'there is no account of this name', {
              place: 'name',
              remedy: '`flagtower user list` lists them',
            });
          return await desk.passwordLink(account);
        });
        tell(context, link);
      }),
    );
}

/** The link is shown once: only its hash is kept. */
function tell({ url, output }: CommandContext, invitation: MadeInvitation): void {
  const link = new URL(invitation.path, url ?? defaultService).href;
  output.result({ ...invitation, link }, () => [
    link,
    `It works once, until ${invitation.expiresAt}, for the role ${invitation.role}, and is not shown again.`,
  ]);
}
