import { Command, CommanderError } from 'commander';

import { importCommand } from './commands/import.command.ts';
import { queryCommand } from './commands/query.command.ts';
import { serveCommand } from './commands/serve.command.ts';
import { placeOptions } from './options.ts';

// Node has `Temporal` of its own from 26 on.
await import('temporal-polyfill/global');

const program = new Command('flagtower')
  .description('An operations center for a city whose every number can prove itself')
  .showHelpAfterError('(--help tells more)');

for (const command of [serveCommand(), importCommand(), queryCommand()]) program.addCommand(command);
prepare(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Help and version that were asked for are no failure; everything else that commander says is a usage error.
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}

/** Every command takes the common options behind its name, and ends by an exception instead of `process.exit`. */
function prepare(command: Command): void {
  command.exitOverride();
  if (command.commands.length === 0) for (const option of placeOptions()) command.addOption(option);
  for (const child of command.commands) prepare(child);
}
