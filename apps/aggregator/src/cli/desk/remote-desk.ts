import { openAsBlob } from 'node:fs';

import {
  accountSchema,
  explanationSchema,
  FlagtowerError,
  importProgressSchema,
  kpiAnswerSchema,
  madeInvitationSchema,
  sourceConfigSchema,
  sourceStatusSchema,
  type ImportSummary,
} from '@flagtower/contracts';
import { z } from 'zod';

import { quarantinedSchema, replayedSchema } from '../../api/source.routes.ts';
import type { ImportStage } from '../../intake/import-file.ts';
import { retractionSchema } from '../../intake/imports.routes.ts';
import type { CommandContext } from '../context.ts';
import type { Desk, FileToImport } from './desk.ts';
import { serviceClient, type ServiceClient } from './service-client.ts';

const sourcesSchema = z.object({ sources: z.array(sourceStatusSchema) });
const accountsSchema = z.object({ accounts: z.array(accountSchema) });
const keySchema = z.object({ key: z.string().nullable() });

/** Asks a running service; what it answers is what the data folder would. */
export function openRemoteDesk(context: CommandContext, url: string): Desk {
  const client = serviceClient(url, context.token);
  const declare: Desk['declare'] = async (config) =>
    (await client.ask(keySchema, '/v1/sources', {}, jsonInit('POST', config))).key;
  return {
    importFile: async (file, onProgress) => {
      await declareMissing(context, client, declare, file);
      return await sendFile(client, file, onProgress);
    },
    retract: (id) =>
      client.ask(retractionSchema, `/v1/imports/${encodeURIComponent(id)}/retract`, {}, { method: 'POST' }),
    queryKpi: (ledger, kpi, words) =>
      client.ask(kpiAnswerSchema, `/v1/kpis/${encodeURIComponent(kpi)}`, { ledger, ...words }),
    explain: (ledger, kpi, words, page) =>
      client.ask(explanationSchema, `/v1/kpis/${encodeURIComponent(kpi)}/explain`, { ledger, ...words, page }),
    exportFile: async (ledger, { name, words, language, kpi }, format) => {
      const answer = await client.send(`/v1/export/${name}.${format}`, { ledger, ...words, language, kpi });
      return Buffer.from(await answer.arrayBuffer());
    },
    sources: async (ledger) => (await client.ask(sourcesSchema, '/v1/sources', { ledger })).sources,
    declare,
    config: (ledger, source) => client.ask(sourceConfigSchema, `/v1/sources/${source}/config`, { ledger }),
    pause: async (ledger, source) => {
      await client.send(`/v1/sources/${source}/pause`, { ledger }, { method: 'POST' });
    },
    resume: async (ledger, source) => {
      await client.send(`/v1/sources/${source}/resume`, { ledger }, { method: 'POST' });
    },
    renewKey: async (ledger, source) => {
      const { key } = await client.ask(keySchema, `/v1/sources/${source}/key`, { ledger }, { method: 'POST' });
      if (key === null) throw new FlagtowerError('INTERNAL', 'the service gave no key');
      return key;
    },
    quarantine: async (ledger, source, limit) =>
      (
        await client.ask(z.object({ quarantine: z.array(quarantinedSchema) }), '/v1/quarantine', {
          ledger,
          source: source ?? undefined,
          limit,
        })
      ).quarantine,
    replayQuarantine: (ledger, source) =>
      client.ask(replayedSchema, `/v1/quarantine/${source}/replay`, { ledger }, { method: 'POST' }),
    accounts: async () => (await client.ask(accountsSchema, '/v1/accounts')).accounts,
    invite: (role) => client.ask(madeInvitationSchema, '/v1/invitations', {}, jsonInit('POST', { role })),
    passwordLink: ({ id }) =>
      client.ask(madeInvitationSchema, `/v1/accounts/${id}/password-link`, {}, { method: 'POST' }),
    close: () => Promise.resolve(),
  };
}

function jsonInit(method: string, body: unknown): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function declareMissing(
  { city, output }: CommandContext,
  client: ServiceClient,
  declare: Desk['declare'],
  { source: id, ledger, zone: asked }: FileToImport,
): Promise<void> {
  const { sources } = await client.ask(sourcesSchema, '/v1/sources', { ledger });
  if (sources.some((source) => source.id === id)) return;
  const zone = asked ?? city.zone;
  output.note(`source ${id} was not known in ledger ${ledger}: it is declared now, zone ${zone}`);
  await declare(sourceConfigSchema.parse({ id, names: { vi: id, en: id }, ledger, zone }));
}

async function sendFile(
  client: ServiceClient,
  file: FileToImport,
  onProgress: (stage: ImportStage) => void,
): Promise<ImportSummary> {
  const form = new FormData();
  if (file.mapping !== null)
    form.set('mapping', typeof file.mapping === 'string' ? file.mapping : JSON.stringify(file.mapping));
  form.set('file', await blobOf(file.path), file.fileName);
  const response = await client.send(
    `/v1/intake/${file.source}/file`,
    {
      ledger: file.ledger,
      format: file.format ?? undefined,
      zone: file.zone ?? undefined,
      asOf: file.asOf ?? undefined,
      dryRun: String(file.dryRun),
      fileName: file.fileName,
    },
    { method: 'POST', body: form },
  );
  for await (const line of linesOf(response)) {
    const progress = importProgressSchema.parse(JSON.parse(line));
    if (progress.state === 'running') onProgress(progress);
    if (progress.state === 'done') return progress.summary;
    if (progress.state === 'failed') {
      const { code, detail, remedy, place } = progress.problem;
      throw new FlagtowerError(code, detail, {
        ...(remedy === undefined ? {} : { remedy }),
        ...(place === undefined ? {} : { place }),
      });
    }
  }
  throw new FlagtowerError('STORE_UNAVAILABLE', 'the service went away during the import', {
    remedy: 'import the file again: what is known already is not counted twice',
  });
}

async function blobOf(path: string): Promise<Blob> {
  try {
    return await openAsBlob(path);
  } catch (cause) {
    throw new FlagtowerError('NOT_FOUND', 'the file cannot be read', { place: 'file', cause });
  }
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const chunks: AsyncIterable<unknown> | null = response.body;
  const decoder = new TextDecoder();
  let rest = '';
  if (chunks === null) return;
  for await (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('an answer gives bytes');
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
  }
  if (rest !== '') yield rest;
}
