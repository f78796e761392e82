import { setTimeout as sleep } from 'node:timers/promises';

import { findAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { openCluster, superuser, type Cluster } from './cluster.ts';
import { openDataFolder } from './data-folder.ts';
import { ensureRunning } from './ensure-running.ts';
import { stopPostmaster } from './postmaster.ts';
import { enter, type Presence } from './presence.ts';
import { codeOf } from './system-error.ts';

const retryMs = 50;
const restartRetryMs = 1000;
const shortestPatienceMs = 5000;

export interface EmbeddedOptions {
  /** Empty, absent, or made by us. */
  readonly dataDir: string;
  /** On loopback; a free one when left out. Of no effect where PostgreSQL runs already. */
  readonly port?: number;
  /** PostgreSQL went away while we used it; it is back; or it would not come back, and is tried again until `close`. */
  readonly onChange?: (change: 'lost' | 'back' | { readonly failed: unknown }) => void;
}

/** Starts the PostgreSQL of a data folder, or joins the one that runs. */
export async function openEmbedded({ dataDir, port, onChange = () => {} }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const account = await findAccount();
  const home = await openDataFolder(dataDir, account);
  const cluster = await openCluster(home, { binaries: await findBinaries(account), account });
  return new EmbeddedPostgres(cluster, await enterRunning(cluster, port), onChange);
}

/** While it is open, a PostgreSQL that is killed is started again at the same port. */
export class EmbeddedPostgres {
  readonly url: string;
  readonly #cluster: Cluster;
  readonly #port: number;
  readonly #onChange: NonNullable<EmbeddedOptions['onChange']>;
  #presence: Presence;
  #isClosed = false;
  #comingBack: Promise<void> | undefined;

  constructor(cluster: Cluster, running: Running, onChange: NonNullable<EmbeddedOptions['onChange']>) {
    this.#cluster = cluster;
    this.#port = running.port;
    this.#onChange = onChange;
    this.url = urlOf(cluster, running.port);
    this.#presence = this.#watch(running.presence);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#comingBack;
    if (await this.#presence.leave()) await stopPostmaster(this.#cluster);
    await this.#presence.end();
  }

  #watch(presence: Presence): Presence {
    presence.onLost(() => {
      if (!this.#isClosed) this.#comingBack = this.#comeBack();
    });
    return presence;
  }

  async #comeBack(): Promise<void> {
    this.#onChange('lost');
    while (!this.#isClosed) {
      try {
        const { presence } = await enterRunning(this.#cluster, this.#port);
        this.#presence = this.#watch(presence);
        this.#onChange('back');
        return;
      } catch (failed) {
        this.#onChange({ failed });
        await sleep(restartRetryMs);
      }
    }
  }
}

interface Running {
  readonly presence: Presence;
  readonly port: number;
}

async function enterRunning(cluster: Cluster, wantedPort: number | undefined): Promise<Running> {
  const giveUpAt = performance.now() + shortestPatienceMs;
  for (;;) {
    const port = await ensureRunning(cluster, wantedPort);
    try {
      return { presence: await enter(urlOf(cluster, port)), port };
    } catch (error) {
      // It may have been stopped by the last one out, or killed, between our look and our connection.
      if (!isPassing(error) || (performance.now() > giveUpAt && codeOf(error) !== recovering)) throw error;
      await sleep(retryMs);
    }
  }
}

const recovering = '57P03';
const passing = new Set(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', recovering]);

function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  // The driver gives no code to a connection that ends while it waits for an answer.
  return code === undefined ? error instanceof Error && error.message.includes('terminated') : passing.has(code);
}

function urlOf({ password }: Cluster, port: number): string {
  return `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres?sslmode=disable`;
}
