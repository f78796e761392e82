import {
  PROTOCOL_VERSION,
  problemCodeSchema,
  type ClientToServer,
  type LedgerName,
  type ProblemCode,
  type ServerToClient,
  type Subscribed,
  type Topic,
} from '@flagtower/contracts';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';

import { openPulse, type Pulse } from './pulse.ts';
import { openSignal } from './signal.ts';
import { openTimer } from './timer.ts';
import { openTopicBoard, type TopicBoard } from './topic-board.ts';

export interface StreamOptions {
  /** Absent: the server that gave out the page. */
  readonly url?: string;
  readonly ledger: LedgerName;
  /** `null`: none; a public city asks for none. */
  readonly token: string | null;
  readonly monotonic: () => number;
  readonly random: () => number;
  readonly beforePaint: (task: () => void) => void;
  readonly onBuild?: (build: string) => void;
}

/** The page's one connection to the aggregator. */
export interface StreamClient extends Pick<TopicBoard, 'view' | 'watch'>, Omit<Pulse, 'beat' | 'open' | 'close'> {
  readonly ledger: LedgerName;
  /** Told when the contact or the refusal changed. */
  readonly watchContact: (onChange: () => void) => () => void;
  /** Why the server does not let this page in; `null`: it does, or was not reached. */
  readonly refusal: () => ProblemCode | null;
  /** Connects, and stays connected without end. */
  readonly open: () => void;
  /** Gives everything back; it may be opened again. */
  readonly close: () => void;
}

type StreamSocket = Socket<ServerToClient, ClientToServer>;

const ANSWER_WITHIN_MS = 8000;
const FIRST_RETRY_MS = 500;
const REFUSED_RETRY_MS = 10_000;

/** A connection that is not open yet. */
export function streamClient(options: StreamOptions): StreamClient {
  const { ledger, monotonic, random, beforePaint } = options;
  const socket = openSocket(options);
  const contactChanged = openSignal();
  const board = openTopicBoard({
    subscribe: (topic, held) => subscribe(socket, { ledger, topic, ...held }),
    unsubscribe: (topic) => socket.emit('unsubscribe', { ledger, topic }),
    isConnected: () => socket.connected,
    random,
    beforePaint,
  });
  const {
    beat,
    open: awaitBeat,
    close: stopAwaiting,
    ...pulse
  } = openPulse({
    ledger,
    monotonic,
    onContact: () => beforePaint(contactChanged.tell),
    onNewRun: board.renewAll,
    onSilence: () => socket.connected && socket.disconnect().connect(),
    onBuild: options.onBuild,
  });
  socket.on('connect', board.renewAll);
  socket.on('heartbeat', beat);
  socket.on('delta', (delta) => delta.ledger === ledger && board.take(delta));
  socket.on('lagging', (behind) => behind.ledger === ledger && board.renew(behind.topic));
  const refusal = watchRefusal(socket, random, () => beforePaint(contactChanged.tell));

  return {
    ...pulse,
    ledger,
    view: board.view,
    watch: board.watch,
    watchContact: contactChanged.watch,
    refusal: refusal.code,
    open: () => {
      awaitBeat();
      socket.connect();
    },
    close: () => {
      stopAwaiting();
      board.close();
      socket.disconnect();
      refusal.close();
    },
  };
}

function openSocket({ url, token }: StreamOptions): StreamSocket {
  const options = {
    autoConnect: false,
    // Polling needs a server that is always the same one; several aggregators are not.
    transports: ['websocket'],
    reconnectionAttempts: Infinity,
    reconnectionDelay: FIRST_RETRY_MS,
    reconnectionDelayMax: 10_000,
    // A hall of screens must not come back in the same moment.
    randomizationFactor: 0.5,
    forceNew: true,
    auth: token === null ? {} : { token },
  };
  return url === undefined ? io(options) : io(url, options);
}

/** `null`: no answer in time, or the connection went; the topic asks again. */
function subscribe(
  socket: StreamSocket,
  about: { ledger: LedgerName; topic: Topic; epoch?: string; revision?: number },
): Promise<Subscribed | null> {
  return new Promise((resolve) => {
    socket
      .timeout(ANSWER_WITHIN_MS)
      .emit('subscribe', { protocol: PROTOCOL_VERSION, ...about }, (failure: Error | null, reply) => {
        resolve(failure === null ? reply : null);
      });
  });
}

/** A middleware's "no": its code is the error's message, or in its data. Anything else is no answer at all. */
const refusedConnection = z.union([
  z.object({ data: z.object({ code: problemCodeSchema }) }).transform(({ data }) => data.code),
  z.object({ message: problemCodeSchema }).transform(({ message }) => message),
]);

/** Keeps why the server says no, and connects again where Socket.IO by itself would not: after a refusal. */
function watchRefusal(
  socket: StreamSocket,
  random: () => number,
  onChange: () => void,
): { code: () => ProblemCode | null; close: () => void } {
  let code: ProblemCode | null = null;
  const again = openTimer();
  const turn = (next: ProblemCode | null): void => {
    if (next === code) return;
    code = next;
    onChange();
  };
  const reopen = (ms: number): void => {
    if (socket.active) return;
    again.start(ms * (0.5 + random()), () => void socket.connect());
  };
  socket.on('connect', () => turn(null));
  socket.on('connect_error', (error) => {
    const refused = refusedConnection.safeParse(error);
    if (refused.success) turn(refused.data);
    reopen(REFUSED_RETRY_MS);
  });
  socket.on('disconnect', (reason) => reason !== 'io client disconnect' && reopen(FIRST_RETRY_MS));
  return { code: () => code, close: again.stop };
}
