import { z } from 'zod';

import { aDelta } from './a-delta.ts';

const askSchema = z.enum(['publish', 'cpu']);

/** CPU of a server so far, ms of user and system time. */
export const cpuAnswerSchema = z.object({ cpuMs: z.number() });
export const readyAnswerSchema = z.object({ port: z.number() });

/** The talk of a server process with its parent: it publishes when told, and says what CPU it has taken. */
export function serveParent(port: number, publish: (delta: ReturnType<typeof aDelta>) => void): void {
  let revision = 0;
  process.on('message', (asked) => {
    if (askSchema.parse(asked) === 'publish') {
      revision += 1;
      publish(aDelta(revision));
      return;
    }
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1000 });
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ port });
}

export function portOf(address: unknown): number {
  return z.object({ port: z.number() }).parse(address).port;
}
