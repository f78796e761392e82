import { FlagtowerError, reportSchema, type Account, type Report, type ReportProposal } from '@flagtower/contracts';
import { periodEndMs } from '@flagtower/domain';
import type { Pool, PoolClient } from 'pg';

import { storeError, takeNumbers } from '../ledger/commit.ts';
import type { Ledger } from '../ledger/ledgers.ts';
import { noteCommit, notifyCommit } from '../ledger/note-commit.ts';
import { offer, takeRecords } from '../ledger/take-records.ts';
import { inTransaction } from '../ledger/transaction.ts';
import { instantOf } from '../read/instant.ts';
import { holdProposal, readProposal } from './proposals.ts';
import { reportSource } from './report-source.ts';

export interface Decision {
  readonly ledger: Ledger;
  readonly id: string;
  readonly by: Pick<Account, 'id'>;
  /** The service's clock, epoch milliseconds. */
  readonly now: number;
}

/**
 * Approves a figure: in one transaction it becomes a record of the ledger, one version above what was stated for its
 * period before, and the proposal names that record. When this returns, both are durable.
 * @throws FlagtowerError `NOT_FOUND`; `FORBIDDEN` for the author; `CONFLICT` where it was decided already
 */
export async function approveReport(pool: Pool, decision: Decision): Promise<ReportProposal> {
  return await deciding(pool, decision, async (client, proposal) => {
    if (proposal.author.id === decision.by.id)
      throw new FlagtowerError('FORBIDDEN', 'nobody approves a figure of their own', {
        remedy: 'ask a second person to look at it',
      });
    const { ledger, now } = decision;
    const { lastSeq: seq, recordedAt } = await takeNumbers(client, { ledger, items: { length: 1 }, now });
    const report = await nextVersion(client, ledger, proposal);
    await takeRecords(
      client,
      { ledgerId: ledger.id, source: reportSource, importId: null, recordedAt },
      offer(reportSource.id, [report], seq),
    );
    await noteCommit(client, {
      ledgerId: ledger.id,
      sourceId: reportSource.id,
      importId: null,
      knownSeq: seq,
      recordedAt,
      accepted: 1,
    });
    await notifyCommit(client, ledger.id, seq);
    return { state: 'approved', reason: null, seq, version: report.version };
  });
}

/** @throws FlagtowerError `NOT_FOUND`; `CONFLICT` where it was decided already */
export async function rejectReport(pool: Pool, decision: Decision, reason: string): Promise<ReportProposal> {
  return await deciding(pool, decision, () => Promise.resolve({ state: 'rejected', reason, seq: null, version: null }));
}

/**
 * The author takes a figure back before anybody decided on it.
 * @throws FlagtowerError `NOT_FOUND`; `FORBIDDEN` for anybody else; `CONFLICT` where it was decided already
 */
export async function withdrawReport(pool: Pool, decision: Decision): Promise<ReportProposal> {
  return await deciding(pool, decision, (_client, proposal) => {
    if (proposal.author.id !== decision.by.id)
      throw new FlagtowerError('FORBIDDEN', 'only its author takes a figure back', { remedy: 'reject it instead' });
    return Promise.resolve({ state: 'withdrawn', reason: null, seq: null, version: null });
  });
}

type Outcome = Pick<ReportProposal, 'state' | 'reason' | 'seq' | 'version'>;

async function deciding(
  pool: Pool,
  { ledger, id, by, now }: Decision,
  decide: (client: PoolClient, proposal: ReportProposal) => Promise<Outcome>,
): Promise<ReportProposal> {
  try {
    return await inTransaction(pool, async (client) => {
      const proposal = await holdProposal(client, id, ledger.name);
      if (proposal === null) throw new FlagtowerError('NOT_FOUND', 'there is no such figure', { place: 'id' });
      if (proposal.state !== 'waiting')
        throw new FlagtowerError('CONFLICT', `this figure is ${proposal.state} already`, { place: 'id' });
      const { state, reason, seq, version } = await decide(client, proposal);
      await client.query(
        `update report_proposals set state = $2, decided_by = $3, decided_at = to_timestamp($4::float8 / 1000), reason = $5, seq = $6, version = $7 where id = $1`,
        [id, state, by.id, now, reason, seq, version],
      );
      const decided = await readProposal(client, id);
      if (decided === null) throw new TypeError('a proposal that is held is there');
      return decided;
    });
  } catch (error) {
    throw storeError(error);
  }
}

/** Under the ledger's lock, which `takeNumbers` holds: two corrections of one period cannot get one version. */
async function nextVersion(client: PoolClient, ledger: Ledger, proposal: ReportProposal): Promise<Report> {
  const { indicator, unit, period, value, bound, unitOfMeasure, statedBy } = proposal;
  const recordId = `${indicator}/${unit}/${period.from}/${period.to}`;
  const { rows } = await client.query<{ version: number }>(
    `select coalesce(max(version), 0)::float8 + 1 as version from records
      where ledger_id = $1 and kind = 'report' and record_id = $2 and dossier is null and source_id = $3`,
    [ledger.id, recordId, reportSource.id],
  );
  return reportSchema.parse({
    kind: 'report',
    recordId,
    version: rows[0]?.version ?? 1,
    occurredAt: instantOf(periodEndMs(period, ledger.zone)),
    indicator,
    unit,
    period,
    value,
    ...(bound === null ? {} : { bound }),
    unitOfMeasure,
    statedBy,
  });
}
