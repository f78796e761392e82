import {
  listedProposalSchema,
  listedReportSchema,
  reportFileAnswerSchema,
  reportProposalSchema,
  unitSchema,
  type LedgerName,
  type ListedProposal,
  type ListedReport,
  type ReportDraft,
  type ReportFileAnswer,
  type Unit,
} from '@flagtower/contracts';
import { z } from 'zod';

import { sendJson } from '../forms/send-json.ts';
import { fetched, readJson } from '../stream/read-json.ts';

const reportsSchema = z.object({ reports: z.array(listedReportSchema) });
const proposalsSchema = z.object({ proposals: z.array(listedProposalSchema) });
const unitsSchema = z.object({ units: z.array(unitSchema) });
const proposals = '/v1/reports/proposals';

export async function readReports(query: URLSearchParams, signal: AbortSignal): Promise<readonly ListedReport[]> {
  return (await readJson(`/v1/reports?${query}`, reportsSchema, { signal })).reports;
}

export async function readProposals(ledger: LedgerName, signal: AbortSignal): Promise<readonly ListedProposal[]> {
  return (await readJson(`${proposals}?ledger=${ledger}`, proposalsSchema, { signal })).proposals;
}

/** The units of a day: those that can have a figure for a period that ended then. */
export async function unitsOn(day: string, signal: AbortSignal): Promise<readonly Unit[]> {
  return (await readJson(`/v1/units?on=${day}`, unitsSchema, { signal })).units;
}

/** A draft before the service has checked it. */
export type DraftInput = z.input<typeof draftShape>;
const draftShape = z.object({
  indicator: z.string(),
  unit: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  value: z.number().nullable(),
  bound: z.custom<ReportDraft['bound']>(),
  statedBy: z.string(),
});

export async function propose(ledger: LedgerName, draft: DraftInput): Promise<void> {
  await sendJson('POST', `${proposals}?ledger=${ledger}`, z.object({ id: z.string() }), draft);
}

export async function decide(
  ledger: LedgerName,
  id: string,
  verb: 'approve' | 'reject' | 'withdraw',
  reason: string | null,
): Promise<void> {
  const body = reason === null ? undefined : { reason };
  await sendJson('POST', `${proposals}/${id}/${verb}?ledger=${ledger}`, reportProposalSchema, body);
}

/** Sends a table of figures: all of them wait for approval then, or none. */
export async function sendReportFile(ledger: LedgerName, file: File, dryRun: boolean): Promise<ReportFileAnswer> {
  const answer = await fetched(`/v1/reports/import?ledger=${ledger}&dryRun=${String(dryRun)}`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'text/csv' },
    body: file,
  });
  return reportFileAnswerSchema.parse(await answer.json());
}
