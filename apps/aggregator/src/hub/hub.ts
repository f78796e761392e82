import type { IncomingMessage, Server as HttpServer } from 'node:http';

import {
  PROTOCOL_VERSION,
  subscribeSchema,
  type ClientToServer,
  type Delta,
  type Heartbeat,
  type LedgerName,
  type ServerToClient,
  type Subscribe,
  type Subscribed,
  type Topic,
} from '@flagtower/contracts';
import { catchUp } from '@flagtower/domain';
import { instantOf, ledgerTime } from '@flagtower/store';
import type { FastifyBaseLogger } from 'fastify';
import { Server, type ExtendedError, type Socket } from 'socket.io';

import type { LedgerEngine } from '../engine/ledger-engine.ts';
import { isBehind, watchBacklog, whenDrained } from './slow-client.ts';

type HubServer = Server<ClientToServer, ServerToClient>;
type HubSocket = Socket<ClientToServer, ServerToClient>;

export interface HubOptions {
  readonly http: HttpServer;
  readonly epoch: string;
  /** Identity of the built page. */
  readonly build: string;
  readonly now: () => number;
  readonly engineOf: (ledger: LedgerName) => LedgerEngine;
  readonly awake: () => readonly LedgerEngine[];
  /** Whether a handshake may read. */
  readonly mayFollow: (handshake: IncomingMessage) => Promise<boolean>;
  readonly log: FastifyBaseLogger;
}

const heartbeatMs = 1000;
/** What is being answered when we close may be answered for so long. */
const patienceMs = 2000;
/** More topics than any scene shows. */
const topicsPerClient = 64;

/** The page reads `data.code`, the same vocabulary as everywhere. */
const refusal: ExtendedError = Object.assign(new Error('UNAUTHORISED'), { data: { code: 'UNAUTHORISED' } });

const unavailable: ExtendedError = Object.assign(new Error('UNAVAILABLE'), { data: { code: 'STORE_UNAVAILABLE' } });

/**
 * The Socket.IO side of the stream: one room a topic, one message a delta and room. A client joins its room before it is
 * answered, and the answer is taken in the same turn, so that nothing can fall between the two.
 */
export class Hub {
  readonly #options: HubOptions;
  readonly #io: HubServer;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(options: HubOptions) {
    this.#options = options;
    // Compression of frames costs five times the CPU of sending them; polling would need sticky sessions.
    this.#io = new Server(options.http, {
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      transports: ['websocket'],
      maxHttpBufferSize: 100_000,
    });
    this.#io.use((socket, next) => {
      const { request, handshake } = socket;
      const token: unknown = handshake.auth['token'];
      if (typeof token === 'string' && token !== '') request.headers.authorization = `Bearer ${token}`;
      void this.#letIn(request, next);
    });
    this.#io.on('connection', (socket) => {
      this.#welcome(socket);
    });
    this.#heartbeat = setInterval(() => {
      this.#io.emit('heartbeat', this.#beat());
    }, heartbeatMs);
  }

  get clients(): number {
    return this.#io.engine.clientsCount;
  }

  /** Sends a delta to everybody in its room; who cannot keep up is taken out, and asked to subscribe anew once drained. */
  publish(delta: Delta): void {
    const room = roomOf(delta.ledger, delta.topic);
    for (const id of this.#io.sockets.adapter.rooms.get(room) ?? []) {
      const socket = this.#io.sockets.sockets.get(id);
      if (socket !== undefined && isBehind(socket)) this.#setAside(socket, delta);
    }
    this.#io.to(room).emit('delta', delta);
  }

  async close(): Promise<void> {
    clearInterval(this.#heartbeat);
    // It waits for every connection, and one on which nothing was asked yet never ends by itself.
    const impatience = setTimeout(() => {
      this.#options.http.closeAllConnections();
    }, patienceMs);
    await this.#io.close();
    clearTimeout(impatience);
  }

  async #letIn(request: IncomingMessage, next: (refused?: ExtendedError) => void): Promise<void> {
    const refused = isOwnPage(request)
      ? await this.#options.mayFollow(request).then(
          (isIn) => (isIn ? undefined : refusal),
          () => unavailable,
        )
      : refusal;
    next(refused);
  }

  #welcome(socket: HubSocket): void {
    watchBacklog(socket);
    socket.emit('heartbeat', this.#beat());
    socket.on('subscribe', (request, answer) => {
      this.#subscribe(socket, request)
        .then(answer)
        .catch((error: unknown) => {
          this.#options.log.error({ name: error instanceof Error ? error.name : 'unknown' }, 'a subscription failed');
          answer({ outcome: 'refused', code: 'INTERNAL' });
        });
    });
    socket.on('unsubscribe', ({ ledger, topic }) => {
      void socket.leave(roomOf(ledger, topic));
    });
  }

  async #subscribe(socket: HubSocket, request: Subscribe): Promise<Subscribed> {
    // The types describe an honest client; the schema stops the other kind.
    const parsed = subscribeSchema.safeParse(request);
    if (!parsed.success) return { outcome: 'refused', code: 'BAD_REQUEST' };
    const { protocol, ledger, topic, epoch, revision } = parsed.data;
    if (protocol !== PROTOCOL_VERSION) return { outcome: 'refused', code: 'PROTOCOL_VERSION' };
    if (socket.rooms.size > topicsPerClient) return { outcome: 'refused', code: 'TOO_MANY_REQUESTS' };
    const engine = this.#options.engineOf(ledger);
    if ((await engine.publicationOf(topic)) === null) return { outcome: 'refused', code: 'NOT_FOUND' };
    await socket.join(roomOf(ledger, topic));
    // Read after joining: a delta that lands in between arrives twice, never not at all.
    const publication = await engine.publicationOf(topic);
    return publication === null ? { outcome: 'refused', code: 'NOT_FOUND' } : catchUp(publication, { epoch, revision });
  }

  #setAside(socket: HubSocket, { ledger, topic }: { readonly ledger: LedgerName; readonly topic: Topic }): void {
    void socket.leave(roomOf(ledger, topic));
    whenDrained(socket, () => {
      socket.emit('lagging', { ledger, topic });
    });
  }

  #beat(): Heartbeat {
    const now = this.#options.now();
    const ledgers = this.#options.awake().flatMap(({ ledger }) =>
      ledger === null
        ? []
        : [
            [
              ledger.name,
              {
                clock: instantOf(ledgerTime(ledger.clock, now)),
                speed: ledger.clock.kind === 'real' ? 1 : ledger.clock.speed,
                knownSeq: ledger.lastSeq,
              },
            ] as const,
          ],
    );
    return {
      serverTime: instantOf(now),
      ledgers: Object.fromEntries(ledgers),
      epoch: this.#options.epoch,
      build: this.#options.build,
    };
  }
}

function roomOf(ledger: string, topic: string): string {
  return `${ledger}|${topic}`;
}

/** A browser lets any site open a socket to this machine: only pages that we served may, and programs, which name no origin. */
function isOwnPage({ headers }: IncomingMessage): boolean {
  if (headers.origin === undefined) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}
