import { FlagtowerError } from '@flagtower/contracts';
import type { Command } from 'commander';
import type { z } from 'zod';

import { parseEnv } from '../ops/env.ts';
import { contextOf, type CommandContext } from './context.ts';
import { placeOptionsSchema } from './options.ts';
import { outputTo, tellFailure } from './output.ts';

type Action<Schema extends z.ZodType> = (
  context: CommandContext,
  args: readonly string[],
  options: z.output<Schema>,
) => Promise<number | void>;

/**
 * What commander calls for a command: checks its options, opens its context, tells its failure, sets the exit code.
 * @param action gives an exit code where its answer is no (`verify` found a difference)
 */
export function run<Schema extends z.ZodType>(
  schema: Schema,
  action: Action<Schema>,
): (this: Command) => Promise<void> {
  return async function act(this: Command) {
    const given: unknown = this.optsWithGlobals();
    const place = placeOptionsSchema.parse(given);
    const output = outputTo(place.json, process.stdout, process.stderr);
    try {
      const context = contextOf(place, parseEnv(process.env), output);
      process.exitCode = (await action(context, this.args, optionsFrom(schema, given))) ?? 0;
    } catch (error) {
      process.exitCode = tellFailure(error, output);
    }
  };
}

function optionsFrom<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const options = schema.safeParse(given);
  if (options.success) return options.data;
  const wrong = options.error.issues.map(({ path, message }) => `--${kebab(path.join('.'))}: ${message}`);
  throw new FlagtowerError('BAD_REQUEST', wrong.join('; '), { remedy: '--help tells more' });
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
