import { Command } from 'commander';
import { z } from 'zod';

import { startService } from '../../main.ts';
import { run } from '../run.ts';

const optionsSchema = z.object({
  port: z.coerce.number({ error: 'a number' }).int().min(0).max(65_535),
  host: z.string(),
});

export function serveCommand(): Command {
  return new Command('serve')
    .description('run the service: intake, figures, stream, and the built wall')
    .option('--port <number>', 'the port; 0 for a free one', '7300')
    .option('--host <address>', 'where to listen; anything but loopback asks readers for a key', '127.0.0.1')
    .action(
      run(optionsSchema, async ({ city, place, dataDir, env, output }, _args, { port, host }) => {
        const service = await startService({ city, place, dataDir, env, host, port });
        const { url, firstAdmin } = service;
        output.result({ url, city: city.id, dataDir, pid: process.pid, firstAdmin }, () => [
          `Flagtower serves ${city.names.en} at ${url}`,
          ...(firstAdmin === null ? [] : [`The first administrator makes an account at ${firstAdmin}`]),
        ]);
        await stopAsked();
        output.note('stopping: what was taken is written first');
        await service.close();
      }),
    );
}

async function stopAsked(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  await promise;
}
