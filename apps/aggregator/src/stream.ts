import type { IncomingMessage, Server } from 'node:http';

import type { City } from '@flagtower/contracts';
import type { FastifyBaseLogger } from 'fastify';

import type { OpenStore } from './ops/open-store.ts';

/** What the incremental views and the stream need of the service that they live in. */
interface StreamNeeds {
  readonly server: Server;
  readonly store: OpenStore;
  readonly city: City;
  readonly now: () => number;
  /** `null`: one node, no bus. */
  readonly redisUrl: string | null;
  /** Identity of the built page, for the heartbeat. */
  readonly build: string;
  /** Whether a handshake may read; the same rule as for the API. */
  readonly mayFollow: (handshake: IncomingMessage) => Promise<boolean>;
  readonly onTick: (seconds: number) => void;
  readonly log: FastifyBaseLogger;
}

interface Stream {
  /** Connected clients. */
  readonly clients: () => number;
  readonly close: () => Promise<void>;
}

/** Starts the stream beside the API; called once, before the port listens. */
export type StartStream = (needs: StreamNeeds) => Promise<Stream>;
