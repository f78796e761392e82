import { CommanderError } from 'commander';

// Node has `Temporal` of its own from 26 on.
await import('temporal-polyfill/global');
const { createProgram } = await import('./program.ts');

try {
  await createProgram().parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Help that was asked for is no failure; everything else that commander says is a usage error.
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
