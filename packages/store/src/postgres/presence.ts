import { Client } from 'pg';

/** Any number will do, as long as all processes that share a cluster use it. */
const presenceKey = 4_711_001;

/**
 * A connection that says "somebody is here" for as long as it lives, by a shared lock.
 * A process that is killed leaves too: its lock goes with its connection.
 */
export interface Presence {
  /** Called once when the connection ends, by whichever side; at once when it has ended already. */
  onLost(listener: () => void): void;
  /**
   * Gives the shared lock back.
   * @returns whether we were the last one: then nobody can enter before the postmaster was stopped and started again
   */
  leave(): Promise<boolean>;
  end(): Promise<void>;
}

export async function enter(url: string): Promise<Presence> {
  const client = new Client({ connectionString: url, application_name: 'flagtower presence', keepAlive: true });
  const ended = Promise.withResolvers<void>();
  client.once('end', ended.resolve);
  // Without a listener a lost connection would end the process; the event `end` follows it.
  client.on('error', () => {});
  await client.connect();
  await client.query('select pg_advisory_lock_shared($1)', [presenceKey]);
  return {
    onLost: (listener) => void ended.promise.then(listener),
    async leave() {
      try {
        // Release first: of two that leave at once, each would see the other one's shared lock.
        await client.query('select pg_advisory_unlock_shared($1)', [presenceKey]);
        const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [
          presenceKey,
        ]);
        return rows[0]?.last === true;
      } catch {
        // The connection is gone: PostgreSQL was killed or stopped, and is not ours to stop.
        return false;
      }
    },
    end: () => client.end(),
  };
}
