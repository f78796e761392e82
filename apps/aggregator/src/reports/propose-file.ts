import type { City, Account, ReportFileAnswer, ReportIssue } from '@flagtower/contracts';
import { readReportCsv } from '@flagtower/feeds';
import { addProposals, inTransaction, type Ledger, type NewProposal } from '@flagtower/store';
import type { Pool } from 'pg';

import { ledgerToday } from './ledger-today.ts';
import { resolveRow, toldTwice } from './resolve-row.ts';

export interface ReportFileOrder {
  readonly bytes: Uint8Array;
  readonly city: City;
  readonly ledger: Ledger;
  readonly author: Pick<Account, 'id'>;
  readonly dryRun: boolean;
  /** The service's clock, epoch milliseconds. */
  readonly now: number;
}

/**
 * Puts the figures of a file before a second person: all of them, or none where anything is wrong.
 * @throws FlagtowerError `BAD_FILE` where it is no such table
 */
export async function proposeFile(
  pool: Pool,
  { bytes, city, ledger, author, dryRun, now }: ReportFileOrder,
): Promise<ReportFileAnswer> {
  const file = readReportCsv(bytes);
  const today = ledgerToday(ledger, now);
  const drafts: { line: number; draft: NewProposal }[] = [];
  const issues: ReportIssue[] = [...file.issues];
  for (const row of file.rows) {
    const resolved = resolveRow(city, row, today);
    if (Array.isArray(resolved)) issues.push(...resolved);
    else drafts.push({ line: row.line, draft: resolved });
  }
  issues.push(...toldTwice(drafts));
  const rows = file.rows.length + new Set(file.issues.map(({ line }) => line)).size;
  const isTaken = issues.length === 0 && !dryRun;
  if (isTaken)
    await inTransaction(pool, (client) =>
      addProposals(
        client,
        ledger,
        drafts.map(({ draft }) => draft),
        { author: author.id, now },
      ),
    );
  return { dryRun, rows, proposed: isTaken ? drafts.length : 0, issues: issues.toSorted((a, b) => a.line - b.line) };
}
