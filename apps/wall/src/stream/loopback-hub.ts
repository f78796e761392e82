import { createServer, type Server as HttpServer } from 'node:http';

import {
  cutSchema,
  instantSchema,
  topicSchema,
  type Topic,
  type ClientToServer,
  type Delta,
  type Heartbeat,
  type ProblemCode,
  type ServerToClient,
} from '@flagtower/contracts';
import { catchUp, openPublication, publish, type Json, type Publication } from '@flagtower/domain';
import { Server } from 'socket.io';

/** A server of the stream protocol for tests: one topic, driven by hand, able to fail in all the ways that networks do. */
export interface LoopbackHub {
  readonly url: string;
  readonly port: number;
  readonly topic: string;
  readonly asked: readonly { epoch?: string | undefined; revision?: number | undefined }[];
  readonly tokens: readonly unknown[];
  /** Publishes a state; `lose`: the delta is never sent. */
  readonly publish: (state: Readonly<Record<string, Json>>, lose?: 'lose') => void;
  /** Sends the delta that was published last once more. */
  readonly repeat: () => void;
  readonly beat: (more?: Partial<Heartbeat>) => void;
  readonly lag: () => void;
  readonly cutConnections: () => void;
  readonly close: () => Promise<void>;
}

interface Refusal {
  readonly connection?: ProblemCode;
  readonly subscription?: ProblemCode;
}

export interface LoopbackOptions {
  readonly port?: number;
  readonly epoch: string;
  readonly state?: Readonly<Record<string, Json>>;
  /** Topics that never change, by name. */
  readonly still?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  /** Refuses connections, subscriptions or neither, for as long as it answers a code. */
  readonly refuse?: () => Refusal;
}

const second = (count: number) => cutSchema.parse({ at: new Date(count * 1000).toISOString(), knownSeq: count });

export async function openLoopbackHub(options: LoopbackOptions): Promise<LoopbackHub> {
  const { epoch, refuse = (): Refusal => ({}) } = options;
  const topic = topicSchema.parse('kpis/01');
  const http = createServer();
  const server = new Server<ClientToServer, ServerToClient>(http);
  const asked: LoopbackHub['asked'][number][] = [];
  const start = new Map(Object.entries(options.state ?? {}));
  let publication: Publication = openPublication({ ledger: 'trial', topic, epoch, cut: second(0) }, start);
  let last: Delta | null = null;
  const stillOf = (name: Topic): Publication =>
    openPublication(
      { ledger: 'trial', topic: name, epoch, cut: second(0) },
      new Map(Object.entries(options.still?.[name] ?? {})),
    );

  const tokens = guard(server, refuse);
  server.on('connection', (socket) => {
    socket.on('subscribe', async (request, answer) => {
      asked.push({ epoch: request.epoch, revision: request.revision });
      await socket.join(request.topic);
      const { subscription } = refuse();
      if (subscription !== undefined) return answer({ outcome: 'refused', code: subscription });
      return answer(catchUp(request.topic === topic ? publication : stillOf(request.topic), request));
    });
  });
  const port = await listen(http, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    topic,
    asked,
    tokens,
    publish: (state, lose) => {
      const next = publish(publication, new Map(Object.entries(state)), second(publication.revision + 1));
      publication = next.publication;
      last = next.delta;
      if (last !== null && lose === undefined) server.to(topic).emit('delta', last);
    },
    repeat: () => last !== null && server.to(topic).emit('delta', last),
    beat: (more) => {
      const now = instantSchema.parse(new Date().toISOString());
      const ledgers = { trial: { clock: now, speed: 1, knownSeq: publication.revision } };
      server.emit('heartbeat', { serverTime: now, ledgers, epoch, build: 'build-1', ...more });
    },
    lag: () => server.to(topic).emit('lagging', { ledger: 'trial', topic }),
    cutConnections: () => {
      for (const socket of server.sockets.sockets.values()) socket.conn.close();
    },
    close: () => server.close(),
  };
}

/** Keeps the tokens that came, and turns connections away while `refuse` says so. */
function guard(server: Server<ClientToServer, ServerToClient>, refuse: () => Refusal): readonly unknown[] {
  const tokens: unknown[] = [];
  server.use((socket, next) => {
    tokens.push(socket.handshake.auth['token']);
    const { connection } = refuse();
    next(connection === undefined ? undefined : new Error(connection));
  });
  return tokens;
}

function listen(http: HttpServer, port: number): Promise<number> {
  return new Promise((resolve) => {
    http.listen(port, '127.0.0.1', () => {
      const address = http.address();
      if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a port');
      resolve(address.port);
    });
  });
}
