import { basename } from 'node:path';

import { intakeAnswerSchema, ledgerNameSchema, sourceConfigSchema, sourceIdSchema } from '@flagtower/contracts';
import { instantOf } from '@flagtower/store';
import { Command } from 'commander';
import { z } from 'zod';

import { readHistory } from '../../replay/read-history.ts';
import { replay, type ReplayTarget } from '../../replay/replay.ts';
import { openRemoteDesk } from '../desk/remote-desk.ts';
import { serviceClient } from '../desk/service-client.ts';
import { mappingFrom } from '../mapping-file.ts';
import { ledgerOption } from '../options.ts';
import { progressBar } from '../progress-bar.ts';
import { run } from '../run.ts';

const optionsSchema = z.object({
  source: sourceIdSchema,
  ledger: ledgerNameSchema.exclude(['real'], { error: 'trial or simulated: the real ledger has the real time' }),
  within: z.coerce.number().positive(),
  format: z.string().optional(),
  mapping: z.string().optional(),
  zone: z.string().optional(),
});

const defaultUrl = 'http://127.0.0.1:7300';

export function replayCommand(): Command {
  return new Command('replay')
    .description('tell a file’s history to a running service in the order in which it happened, faster than it did')
    .argument('<file>', 'a file of a public standard')
    .requiredOption('--source <id>', 'who tells')
    .addOption(ledgerOption())
    .option('--within <seconds>', 'tell all of it in this time', '600')
    .option('--format <name>', 'what the file is, where its content does not say')
    .option('--mapping <file>', 'which column is which field')
    .option('--zone <iana>', 'zone of times without an offset')
    .action(
      run(optionsSchema, async (context, [file], { source, ledger, within, format, mapping, zone }) => {
        const { city, output, token } = context;
        const path = file ?? '';
        const url = context.url ?? defaultUrl;
        const tellings = await readHistory({
          path,
          format: format ?? null,
          mapping: mapping === undefined ? null : await mappingFrom(mapping),
          zone: zone ?? null,
          cityZone: city.zone,
        });
        const desk = openRemoteDesk(context, url);
        if (!(await desk.sources(ledger)).some(({ id }) => id === source))
          await desk.declare(
            sourceConfigSchema.parse({
              id: source,
              names: { vi: source, en: source },
              ledger,
              zone: zone ?? city.zone,
            }),
          );
        const stopped = new AbortController();
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());
        const bar = progressBar(output, basename(path));
        const done = await replay(tellings, targetAt(url, token, { ledger, source }), {
          withinSeconds: within,
          signal: stopped.signal,
          onProgress: (told) => bar.show({ rows: told, bytes: told, totalBytes: tellings.length }),
        }).finally(bar.end);
        output.result({ source, ledger, tellings: tellings.length, ...done }, () => [
          `${String(done.told)} of ${String(tellings.length)} tellings in ${done.seconds.toFixed(1)} s (${String(Math.round(done.speed))} times as fast): ${String(done.accepted)} accepted, ${String(done.duplicates)} known, ${String(done.quarantined)} quarantined`,
        ]);
      }),
    );
}

function targetAt(
  url: string,
  token: string | null,
  { ledger, source }: { readonly ledger: string; readonly source: string },
): ReplayTarget {
  const client = serviceClient(url, token);
  return {
    drive: async (at, speed) => {
      await client.send(
        `/v1/ledgers/${ledger}/clock`,
        {},
        {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ at: instantOf(Math.round(at)), speed }),
        },
      );
    },
    send: (records) =>
      client.ask(
        intakeAnswerSchema,
        `/v1/intake/${source}`,
        { ledger },
        {
          method: 'POST',
          headers: { 'content-type': 'application/x-ndjson' },
          body: records.map((record) => `${JSON.stringify(record)}\n`).join(''),
        },
      ),
  };
}
