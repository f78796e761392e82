import type { dossierEventSchema } from '@flagtower/contracts';
import type { z } from 'zod';

import type { Service } from './service.ts';

/** @throws Error that quotes the service where it refuses */
export async function authorised(
  { url, adminKey }: Service,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
): Promise<unknown> {
  const answer = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${adminKey}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${await answer.text()}`);
  return answer.json();
}

export interface Desk {
  /** When it last spoke and was understood, epoch milliseconds. */
  readonly spokeAt: () => number;
  /** Dies without a word. */
  readonly die: () => Promise<void>;
}

/** A one-stop desk that receives a dossier every second, and promised to report every `everySeconds`. */
export async function openDesk(service: Service, everySeconds: number): Promise<Desk> {
  const id = 'desk';
  await authorised(service, 'POST', '/v1/sources', {
    id,
    names: { vi: 'Quầy', en: 'Desk' },
    ledger: 'trial',
    zone: 'Asia/Ho_Chi_Minh',
    cadence: { everySeconds },
  });
  let spokeAt = 0;
  let received = 0;
  const speak = async (): Promise<void> => {
    received += 1;
    try {
      await authorised(service, 'POST', `/v1/intake/${id}`, [receivedNow(received)]);
      spokeAt = Date.now();
    } catch (error) {
      // A test took the service away; the next second tries again. Any other no is a fault of the test.
      if (!(error instanceof TypeError)) throw error;
    }
  };
  await speak();
  let speaking = Promise.resolve();
  const timer = setInterval(() => {
    speaking = speaking.then(speak);
  }, 1000);
  return {
    spokeAt: () => spokeAt,
    die: async () => {
      clearInterval(timer);
      await speaking;
    },
  };
}

function receivedNow(count: number): z.input<typeof dossierEventSchema> {
  const at = new Date().toISOString();
  return {
    kind: 'dossier-event',
    recordId: `r${String(count)}`,
    occurredAt: at,
    caseKind: 'dossier',
    dossier: `H29-${String(count)}`,
    steps: [{ step: 'received', at }],
    dating: 'change',
    channel: 'online',
  };
}

export interface ImportedText {
  readonly source: string;
  /** As the person calls it. */
  readonly name: string;
  readonly text: string;
  readonly mapping: unknown;
}

/** Imports a file into the trial ledger. @throws Error that quotes the service where it refuses */
export async function importText(
  { url, adminKey }: Service,
  { source, name, text, mapping }: ImportedText,
): Promise<void> {
  const form = new FormData();
  form.set('mapping', JSON.stringify(mapping));
  form.set('file', new Blob([text]), name);
  const answer = await fetch(`${url}/v1/intake/${source}/file?ledger=trial`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}` },
    body: form,
  });
  const told = await answer.text();
  if (!answer.ok || told.includes('"state":"failed"')) throw new Error(`the file was not imported: ${told}`);
}
