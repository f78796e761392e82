import { commitChannel } from '@flagtower/store';
import { Client } from 'pg';
import { z } from 'zod';

const noticeSchema = z.object({ ledger: z.number(), seq: z.number() });
const retryMs = 1000;

export interface CommitListener {
  close(): Promise<void>;
}

/**
 * Hears of commits as they happen, by whichever process: the service, an import on the command line, a second node. A
 * connection that breaks is opened again; what was told meanwhile is found by the next tick anyway.
 */
export async function listenForCommits(url: string, onCommit: (ledgerId: number) => void): Promise<CommitListener> {
  let closed = false;
  let client: Client | null = null;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const next = new Client({ connectionString: url, application_name: 'flagtower-listen' });
    next.on('notification', ({ payload }) => {
      const told = noticeSchema.safeParse(JSON.parse(payload ?? 'null'));
      if (told.success) onCommit(told.data.ledger);
    });
    next.on('error', again);
    next.on('end', again);
    await next.connect();
    await next.query(`listen ${commitChannel}`);
    client = next;
  };
  const again = (): void => {
    client = null;
    if (closed || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      connect().catch(again);
    }, retryMs);
  };
  await connect();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
