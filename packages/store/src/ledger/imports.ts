import { importSummarySchema, type ImportEntry, type ImportSummary } from '@flagtower/contracts';

import { instantOf } from '../read/instant.ts';
import type { Queryable } from './queryable.ts';

export interface StartedImport {
  readonly id: string;
  readonly ledgerId: number;
  readonly sourceId: string;
  readonly format: string;
  readonly fileName: string | null;
  /** SHA-256 of the file as it came, hexadecimal. */
  readonly fileHash: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

/** Notes an import before its first batch, so that one that was killed can be seen and retracted. */
export async function startImport(
  db: Queryable,
  { id, ledgerId, sourceId, format, fileName, fileHash, startedAt }: StartedImport,
): Promise<void> {
  await db.query(
    `insert into imports (id, ledger_id, source_id, format, file_name, file_hash, started_at) values ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000))`,
    [id, ledgerId, sourceId, format, fileName, fileHash, startedAt],
  );
}

export async function finishImport(db: Queryable, summary: ImportSummary, finishedAt: number): Promise<void> {
  await db.query(`update imports set finished_at = to_timestamp($2::float8 / 1000), summary = $3 where id = $1`, [
    summary.import,
    finishedAt,
    JSON.stringify(summary),
  ]);
}

/** Imports of a ledger, newest first, at most 200; one that was killed has no `finishedAt` and counts from what was committed. */
export async function importsOf(db: Queryable, ledgerId: number): Promise<ImportEntry[]> {
  const { rows } = await db.query<{
    id: string;
    sourceId: string;
    ledger: string;
    format: string;
    fileName: string | null;
    fileHash: string;
    startedAt: number;
    finishedAt: number | null;
    retractedAt: number | null;
    summary: unknown;
    accepted: number;
  }>(
    `select i.id, source_id as "sourceId", l.name as ledger, format, file_name as "fileName", file_hash as "fileHash", summary,
        (extract(epoch from started_at) * 1000)::float8 as "startedAt", (extract(epoch from finished_at) * 1000)::float8 as "finishedAt", (extract(epoch from retracted_at) * 1000)::float8 as "retractedAt",
        coalesce((select sum(accepted) from commits c where c.ledger_id = i.ledger_id and c.import_id = i.id), 0)::float8 as accepted
      from imports i join ledgers l on l.id = i.ledger_id where ledger_id = $1 order by started_at desc limit 200`,
    [ledgerId],
  );
  return rows.map(
    ({ id, sourceId, ledger, format, fileName, fileHash, startedAt, finishedAt, retractedAt, summary, accepted }) => {
      const told = importSummarySchema.safeParse(summary).data;
      return {
        import: id,
        source: sourceId,
        ledger,
        format,
        fileName,
        fileHash,
        startedAt: instantOf(startedAt),
        finishedAt: finishedAt === null ? null : instantOf(finishedAt),
        accepted,
        duplicates: told?.duplicates ?? 0,
        quarantined: told?.quarantined ?? 0,
        retractedAt: retractedAt === null ? null : instantOf(retractedAt),
      };
    },
  );
}
