import { setMaxListeners } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { intakeAnswerSchema } from '@flagtower/contracts';

import { sender } from './service.ts';

/** Where events are sent to. */
export interface Receiver {
  readonly port: number;
  readonly key: string;
}

/** One event that was sent, and when its answer came. */
export interface Sent {
  /** When it was due to be sent, of `performance.now()`: a sender that falls behind must not hide it. */
  readonly dueAt: number;
  /** `null`: refused, or no answer. */
  readonly answered: { readonly at: number; readonly seq: number } | null;
}

/** After the last event was due; what has no answer then counts as not taken. */
const patienceMs = 10_000;
/** What waits for a free one waits in its own time: it is measured from when it was due. */
const connections = 128;
/** What the plain service says too. */
const answerSchema = intakeAnswerSchema.pick({ knownSeq: true });

/**
 * Sends single events at a rate, whether or not earlier ones were answered.
 * @param run tells the dossiers of one call from those of the others
 */
export async function sendEvents(
  { port, key }: Receiver,
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
  run: string,
): Promise<Sent[]> {
  const over = new AbortController();
  setMaxListeners(0, over.signal);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const count = rate * seconds;
  const started = performance.now();
  const deadline = started + seconds * 1000 + patienceMs;
  const sent: Sent[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      const number = next++;
      const dueAt = started + (number / rate) * 1000;
      await until(dueAt);
      const isLate = performance.now() >= deadline;
      const answered = isLate ? null : await post({ agent, port, key, signal: over.signal }, bodyOf(run, number));
      sent.push({ dueAt, answered });
    }
  };
  const all = Promise.all(Array.from({ length: connections }, work));
  await Promise.race([all, sleep(deadline - performance.now())]);
  over.abort();
  await all;
  agent.destroy();
  return sent;
}

async function until(moment: number): Promise<void> {
  const rest = moment - performance.now();
  if (rest > 0) await sleep(rest);
}

/** Every second event ends the dossier that the one before began. */
function bodyOf(run: string, number: number): string {
  const isReceipt = number % 2 === 0;
  const dossier = `${run}-${String(Math.floor(number / 2))}`;
  const now = Date.now();
  const at = new Date(now).toISOString();
  return JSON.stringify({
    kind: 'dossier-event',
    recordId: `${dossier}/${isReceipt ? '1' : '2'}`,
    occurredAt: at,
    caseKind: 'dossier',
    dossier,
    dating: 'change',
    steps: [{ step: isReceipt ? 'received' : 'handled', at }],
    ...(isReceipt
      ? {
          unit: String(4 + (number % 100) * 3).padStart(5, '0'),
          procedure: `1.${String(100_000 + (number % 40))}`,
          channel: number % 4 === 0 ? 'online' : 'desk',
          due: { at: new Date(now + 86_400_000 * 5).toISOString(), precision: 'instant' },
        }
      : {}),
  });
}

async function post(
  { agent, port, key, signal }: Receiver & { readonly agent: Agent; readonly signal: AbortSignal },
  body: string,
): Promise<Sent['answered']> {
  const { promise, resolve } = Promise.withResolvers<Sent['answered']>();
  const sending = request(
    {
      agent,
      signal,
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: `/v1/intake/${sender}`,
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      },
    },
    (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const at = performance.now();
        const isTaken = response.statusCode === 200;
        const text = Buffer.concat(chunks).toString();
        resolve(isTaken ? { at, seq: answerSchema.parse(JSON.parse(text)).knownSeq } : null);
      });
    },
  );
  // A failure is counted as an event that was not answered.
  sending.on('error', () => resolve(null));
  sending.end(body);
  return await promise;
}
