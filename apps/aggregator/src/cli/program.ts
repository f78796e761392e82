import { Command } from 'commander';

import { backupCommand, restoreCommand } from './commands/backup.command.ts';
import { explainCommand } from './commands/explain.command.ts';
import { exportCommand } from './commands/export.command.ts';
import { importCommand } from './commands/import.command.ts';
import { quarantineCommand } from './commands/quarantine.command.ts';
import { queryCommand } from './commands/query.command.ts';
import { replayCommand } from './commands/replay.command.ts';
import { retractCommand } from './commands/retract.command.ts';
import { serveCommand } from './commands/serve.command.ts';
import { sourcesCommand } from './commands/sources.command.ts';
import { userCommand } from './commands/user.command.ts';
import { verifyCommand } from './commands/verify.command.ts';
import { placeOptions } from './options.ts';

/** The command line; `simulate` is the simulator's own program, started by the same bin. */
export function createProgram(): Command {
  const program = new Command('flagtower')
    .description('An operations center for a city whose every number can prove itself')
    .showHelpAfterError('(--help tells more)');
  const commands = [
    serveCommand(),
    importCommand(),
    retractCommand(),
    queryCommand(),
    explainCommand(),
    verifyCommand(),
    exportCommand(),
    replayCommand(),
    sourcesCommand(),
    quarantineCommand(),
    backupCommand(),
    restoreCommand(),
    userCommand(),
    new Command('simulate').description('run the simulated city against a running service (see simulate --help)'),
  ];
  for (const command of commands) program.addCommand(command);
  prepare(program);
  return program;
}

/** Every command takes the common options behind its name, and ends by an exception instead of `process.exit`. */
function prepare(command: Command): void {
  command.exitOverride();
  if (command.commands.length === 0) for (const option of placeOptions()) command.addOption(option);
  for (const child of command.commands) prepare(child);
}
