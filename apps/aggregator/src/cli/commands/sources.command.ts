import { readFile } from 'node:fs/promises';

import {
  FlagtowerError,
  ledgerNameSchema,
  sourceConfigSchema,
  sourceIdSchema,
  type SourceConfig,
  type SourceStatus,
} from '@flagtower/contracts';
import { Command } from 'commander';
import { z } from 'zod';

import { writeKey } from '../../auth/access-keys.ts';
import type { CommandContext } from '../context.ts';
import { withDesk } from '../desk/open-desk.ts';
import { ledgerOption } from '../options.ts';
import { run } from '../run.ts';

const listSchema = z.object({ ledger: ledgerNameSchema });

export function sourcesCommand(): Command {
  return new Command('sources')
    .description('who may send, and how they keep their word')
    .addCommand(listCommand(), { isDefault: true })
    .addCommand(declareCommand())
    .addCommand(renewCommand());
}

function listCommand(): Command {
  return new Command('list')
    .description('the sources of a ledger')
    .addOption(ledgerOption())
    .action(
      run(listSchema, async (context, _args, { ledger }) => {
        const sources = await withDesk(context, (desk) => desk.sources(ledger));
        context.output.result({ ledger, sources }, () =>
          sources.length === 0 ? [`no source is declared in ledger ${ledger}`] : sources.map(lineOf),
        );
      }),
    );
}

function lineOf({ id, freshness, lastContactAt, accepted, duplicates, quarantined }: SourceStatus): string {
  return `${id.padEnd(28)} ${freshness.state.padEnd(6)} last contact ${lastContactAt ?? 'never'}; ${String(accepted)} accepted, ${String(duplicates)} duplicates, ${String(quarantined)} quarantined`;
}

function declareCommand(): Command {
  return new Command('declare')
    .description('declare a source, or change what it declared')
    .argument('<file>', 'its configuration as JSON: { id, names: { vi, en }, ledger, zone, … }')
    .action(
      run(z.object({}), async (context, [file]) => {
        const config = await configFrom(file ?? '');
        const key = await withDesk(context, (desk) => desk.declare(config));
        await tellKey(context, config.id, key);
      }),
    );
}

function renewCommand(): Command {
  return new Command('renew-key')
    .description('give a source a new key; the old one ends at once')
    .argument('<source>', 'its id')
    .addOption(ledgerOption())
    .action(
      run(listSchema, async (context, [id], { ledger }) => {
        const source = sourceIdSchema.safeParse(id);
        if (!source.success) throw new FlagtowerError('BAD_REQUEST', 'this is no source id', { place: 'source' });
        await tellKey(context, source.data, await withDesk(context, (desk) => desk.renewKey(ledger, source.data)));
      }),
    );
}

/** A key is shown once; on this machine it also goes where local tools look for it. */
async function tellKey({ url, dataDir, output }: CommandContext, source: string, key: string | null): Promise<void> {
  if (url === null && key !== null) await writeKey(dataDir, source, key);
  output.result({ source, key }, () => [
    key === null ? `${source} is declared and keeps its key` : `${source}: ${key}\nIt is not shown again.`,
  ]);
}

async function configFrom(file: string): Promise<SourceConfig> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new FlagtowerError('BAD_REQUEST', 'the configuration cannot be read as JSON', { place: 'file', cause });
  }
  const config = sourceConfigSchema.safeParse(content);
  if (config.success) return config.data;
  const wrong = config.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new FlagtowerError('BAD_REQUEST', `the configuration is wrong in ${wrong}`, { place: wrong });
}
