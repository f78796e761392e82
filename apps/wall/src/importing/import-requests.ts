import {
  FlagtowerError,
  importEntrySchema,
  importProgressSchema,
  inspectionSchema,
  sourceConfigSchema,
  sourceStatusSchema,
  type ImportEntry,
  type ImportProgress,
  type ImportSummary,
  type Inspection,
  type LedgerName,
  type SourceConfig,
  type SourceStatus,
} from '@flagtower/contracts';
import { z } from 'zod';

import { headersOf } from '../stream/json-headers.ts';
import { fetched, readJson } from '../stream/read-json.ts';
import type { AdminKey } from './admin-key.ts';
import { textLines } from './text-lines.ts';

/** The service tells a format from less than this. */
const HEAD_BYTES = 256 * 1024;

/** What a file seems to be, from its first bytes; a workbook's directory is at its end, so it goes as a whole. @throws FlagtowerError */
export async function inspectFile(file: File, key: AdminKey): Promise<Inspection> {
  const answer = await fetched(`/v1/inspect?${new URLSearchParams({ fileName: file.name })}`, {
    method: 'POST',
    headers: { ...headersOf(key), 'content-type': 'application/octet-stream' },
    body: /\.xlsx$/i.test(file.name) ? file : file.slice(0, HEAD_BYTES),
  });
  return inspectionSchema.parse(await answer.json());
}

/** What a person decided about a file. */
export interface ImportChoice {
  readonly file: File;
  readonly source: string;
  readonly ledger: LedgerName;
  readonly format: string;
  /** The id of a shipped mapping, or a mapping as JSON; `null`: the format needs none. */
  readonly mapping: string | null;
  /** The export's stated time as the person wrote it; `''`: not told. */
  readonly asOf: string;
  readonly dryRun: boolean;
}

/**
 * Sends a file and tells how far it is.
 * @throws FlagtowerError also where the service failed half way: then nothing of the file counts
 */
export async function importFile(
  choice: ImportChoice,
  key: AdminKey,
  onProgress: (progress: Extract<ImportProgress, { state: 'running' }>) => void,
): Promise<ImportSummary> {
  const { file, source, ledger, format, mapping, asOf, dryRun } = choice;
  const query = new URLSearchParams({ ledger, format, dryRun: String(dryRun), fileName: file.name });
  if (asOf !== '') query.set('asOf', asOf);
  const form = new FormData();
  // The service reads the form as it comes: what it needs to know of the file goes before the file.
  if (mapping !== null) form.append('mapping', mapping);
  form.append('file', file, file.name);
  const answer = await fetched(`/v1/intake/${encodeURIComponent(source)}/file?${query}`, {
    method: 'POST',
    headers: { ...headersOf(key), accept: 'application/x-ndjson' },
    body: form,
  });
  if (answer.body === null) throw unfinished();
  for await (const line of textLines(answer.body)) {
    const progress = importProgressSchema.parse(JSON.parse(line));
    if (progress.state === 'done') return progress.summary;
    if (progress.state === 'failed') throw asError(progress.problem);
    onProgress(progress);
  }
  throw unfinished();
}

function asError({
  code,
  detail,
  remedy,
  place,
}: Extract<ImportProgress, { state: 'failed' }>['problem']): FlagtowerError {
  return new FlagtowerError(code, detail, {
    ...(remedy === undefined ? {} : { remedy }),
    ...(place === undefined ? {} : { place }),
  });
}

function unfinished(): FlagtowerError {
  return new FlagtowerError('STORE_UNAVAILABLE', 'the service fell silent before it said how the import ended');
}

export async function importsOf(
  ledger: LedgerName,
  key: AdminKey,
  signal: AbortSignal,
): Promise<readonly ImportEntry[]> {
  const schema = z.object({ imports: z.array(importEntrySchema) });
  return (await readJson(`/v1/imports?ledger=${ledger}`, schema, { key, signal })).imports;
}

export async function retractImport(id: string, key: AdminKey): Promise<void> {
  await fetched(`/v1/imports/${encodeURIComponent(id)}/retract`, { method: 'POST', headers: headersOf(key) });
}

export async function sourcesOf(
  ledger: LedgerName,
  key: AdminKey,
  signal: AbortSignal,
): Promise<readonly SourceStatus[]> {
  const schema = z.object({ sources: z.array(sourceStatusSchema) });
  return (await readJson(`/v1/sources?ledger=${ledger}`, schema, { key, signal })).sources;
}

/** A source must be declared before it may send; one that is there already is changed. */
export async function declareSource(
  config: Pick<z.input<typeof sourceConfigSchema>, 'id' | 'names' | 'ledger' | 'zone'>,
  key: AdminKey,
): Promise<SourceConfig> {
  const answer = await fetched('/v1/sources', {
    method: 'POST',
    headers: { ...headersOf(key), 'content-type': 'application/json' },
    body: JSON.stringify(config),
  });
  return z.object({ source: sourceConfigSchema }).parse(await answer.json()).source;
}
