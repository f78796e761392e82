import { readFile } from 'node:fs/promises';

import {
  FlagtowerError,
  ledgerNameSchema,
  sourceConfigSchema,
  sourceIdSchema,
  type SourceConfig,
  type SourceId,
  type SourceStatus,
} from '@flagtower/contracts';
import { Command } from 'commander';
import { z } from 'zod';

import { writeKey } from '../../auth/access-keys.ts';
import type { CommandContext } from '../context.ts';
import { withDesk } from '../desk/open-desk.ts';
import { ledgerOption } from '../options.ts';
import { run } from '../run.ts';

const partsSchema = z.record(z.string(), z.unknown());
const listSchema = z.object({ ledger: ledgerNameSchema });

export function sourcesCommand(): Command {
  return new Command('sources')
    .description('who may send, and how they keep their word')
    .addCommand(listCommand(), { isDefault: true })
    .addCommand(declareCommand())
    .addCommand(addCommand())
    .addCommand(changeCommand())
    .addCommand(pauseCommand('pause', 'take nothing more from a source; a running service hears of it within seconds'))
    .addCommand(pauseCommand('resume', 'let a paused source go on'))
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
        const config = configOf(await jsonFrom(file ?? ''));
        const key = await withDesk(context, (desk) => desk.declare(config));
        await tellKey(context, config.id, key);
      }),
    );
}

function addCommand(): Command {
  return new Command('add')
    .description('declare a new source; one that is there is left as it is')
    .argument('<file>', 'its configuration as JSON: { id, names: { vi, en }, ledger, zone, pull or mqtt … }')
    .action(
      run(z.object({}), async (context, [file]) => {
        const config = configOf(await jsonFrom(file ?? ''));
        const key = await withDesk(context, async (desk) => {
          const known = await desk.sources(config.ledger);
          if (known.some(({ id }) => id === config.id))
            throw new FlagtowerError('CONFLICT', `source ${config.id} is there already`, {
              remedy: 'use `sources change`',
            });
          return await desk.declare(config);
        });
        await tellKey(context, config.id, key);
      }),
    );
}

function changeCommand(): Command {
  return new Command('change')
    .description('change what a source declared; what the file does not name stays, null takes a part away')
    .argument('<source>', 'its id')
    .argument('<file>', 'the changed parts as JSON, such as { "cadence": { "everySeconds": 60 } }')
    .addOption(ledgerOption())
    .action(
      run(listSchema, async (context, [id, file], { ledger }) => {
        const source = sourceIdOf(id);
        const parts = partsSchema.parse(await jsonFrom(file ?? ''));
        await withDesk(context, async (desk) => {
          const known = await desk.config(ledger, source);
          const merged: Record<string, unknown> = { ...known, ...parts, id: source, ledger };
          await desk.declare(configOf(Object.fromEntries(Object.entries(merged).filter(([, part]) => part !== null))));
        });
        context.output.result({ source, changed: Object.keys(parts) }, () => [
          `${source}: changed ${Object.keys(parts).join(', ')}`,
        ]);
      }),
    );
}

function pauseCommand(deed: 'pause' | 'resume', description: string): Command {
  return new Command(deed)
    .description(description)
    .argument('<source>', 'its id')
    .addOption(ledgerOption())
    .action(
      run(listSchema, async (context, [id], { ledger }) => {
        const source = sourceIdOf(id);
        await withDesk(context, (desk) => desk[deed](ledger, source));
        context.output.result({ source, ledger, paused: deed === 'pause' }, () => [
          deed === 'pause' ? `${source} is paused` : `${source} goes on`,
        ]);
      }),
    );
}

function sourceIdOf(id: string | undefined): SourceId {
  const source = sourceIdSchema.safeParse(id);
  if (source.success) return source.data;
  throw new FlagtowerError('BAD_REQUEST', 'this is no source id', { place: 'source' });
}

function renewCommand(): Command {
  return new Command('renew-key')
    .description('give a source a new key; the old one ends at once')
    .argument('<source>', 'its id')
    .addOption(ledgerOption())
    .action(
      run(listSchema, async (context, [id], { ledger }) => {
        const source = sourceIdOf(id);
        await tellKey(context, source, await withDesk(context, (desk) => desk.renewKey(ledger, source)));
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

async function jsonFrom(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new FlagtowerError('BAD_REQUEST', 'the configuration cannot be read as JSON', { place: 'file', cause });
  }
}

function configOf(content: unknown): SourceConfig {
  const config = sourceConfigSchema.safeParse(content);
  if (config.success) return config.data;
  const wrong = config.error.issues.map(({ path, message }) => `${path.join('.')} (${message})`).join('; ');
  throw new FlagtowerError('BAD_REQUEST', `the configuration is wrong in ${wrong}`, {
    place: config.error.issues.map(({ path }) => path.join('.')).join(', '),
  });
}
