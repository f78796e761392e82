import { FlagtowerError } from '@flagtower/contracts';

import { help, parseOptions, type Options } from './cli/options.ts';
import { talkOn } from './cli/talk.ts';
import { simulate } from './simulate.ts';

process.exitCode = await run();

/** Exit codes of every command: 0 done, 1 failed, 2 wrong usage. */
async function run(): Promise<number> {
  const talk = talkOn(process.stderr);
  try {
    const options = parseOptions(process.argv.slice(2), process.env);
    if (options === null) process.stdout.write(help);
    else await simulateUntilAsked(options, talk);
    return 0;
  } catch (error) {
    if (!(error instanceof FlagtowerError)) throw error;
    talk.say(error.remedy === undefined ? error.message : `${error.message}. ${error.remedy}.`);
    return error.code === 'BAD_REQUEST' ? 2 : 1;
  }
}

async function simulateUntilAsked(options: Options, talk: ReturnType<typeof talkOn>): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      stop.abort();
    });
  }
  const summary = await simulate(options, talk, stop.signal);
  const told = Object.entries(summary.sources).map(([id, { accepted }]) => `${id} ${accepted}`);
  talk.say(`Stopped after ${summary.seconds} s; accepted records: ${told.join(', ') || 'none'}.`);
  if (options.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
}
