import {
  instantSchema,
  sourceBoardRowSchema,
  sourceConductSchema,
  type RejectionReason,
  type SourceConduct,
} from '@flagtower/contracts';
import { z } from 'zod';

import { sendJson } from '../forms/send-json.ts';
import { readJson } from '../stream/read-json.ts';

const boardSchema = z.object({
  at: instantSchema,
  knownSeq: z.number(),
  sources: z.array(sourceBoardRowSchema),
});
export type SourceBoard = z.infer<typeof boardSchema>;
const replayedSchema = z.object({ accepted: z.number(), stillRefused: z.number() });
export type Replayed = z.infer<typeof replayedSchema>;

export async function readBoard(ledger: string, signal: AbortSignal): Promise<SourceBoard> {
  return await readJson(`/v1/sources?${new URLSearchParams({ ledger })}`, boardSchema, { signal });
}

export async function readConduct(ledger: string, source: string, signal: AbortSignal): Promise<SourceConduct> {
  return await readJson(addressOf(ledger, source, ''), sourceConductSchema, { signal });
}

/** Offers again what was sound but came too early. */
export async function replay(ledger: string, source: string): Promise<Replayed> {
  const path = `/v1/quarantine/${encodeURIComponent(source)}/replay?${new URLSearchParams({ ledger })}`;
  return await sendJson('POST', path, replayedSchema);
}

const closedSchema = z.object({ closed: z.number() });

/** Says of what waits for one reason that it will not come again. */
export async function closeRefused(
  ledger: string,
  source: string,
  reason: RejectionReason,
): Promise<z.infer<typeof closedSchema>> {
  const path = `/v1/quarantine/${encodeURIComponent(source)}/close?${new URLSearchParams({ ledger, reason })}`;
  return await sendJson('POST', path, closedSchema);
}

export async function remind(ledger: string, source: string): Promise<void> {
  await sendJson('POST', addressOf(ledger, source, '/reminders'), z.unknown());
}

export async function setPaused(ledger: string, source: string, isPaused: boolean): Promise<void> {
  await sendJson('POST', addressOf(ledger, source, isPaused ? '/pause' : '/resume'), z.unknown());
}

function addressOf(ledger: string, source: string, deed: string): string {
  return `/v1/sources/${encodeURIComponent(source)}${deed}?${new URLSearchParams({ ledger })}`;
}
