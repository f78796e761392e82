import type { Socket } from 'socket.io';

/** Packets that wait in our memory for one client; a wall that keeps up has none. */
const waitingPackets = 64;
const lookAgainMs = 250;

/** What waits for each client, by its connection. */
const waiting = new WeakMap<object, { packets: number }>();

/** Begins to count what waits for a client; call once, when it connects. */
export function watchBacklog({ conn }: Pick<Socket, 'conn'>): void {
  // Every message to every client passes here: counting must not look anything up.
  const backlog = { packets: 0 };
  waiting.set(conn, backlog);
  conn.on('packetCreate', () => {
    backlog.packets += 1;
  });
  // A flush hands everything that waits to the network at once, and comes only when the network took the last one.
  conn.on('flush', () => {
    backlog.packets = 0;
  });
}

function backlogOf(conn: object): number {
  return waiting.get(conn)?.packets ?? 0;
}

/** Whether more waits for a client than it will want to see: its state will be newer than what it reads. */
export function isBehind({ conn }: Pick<Socket, 'conn'>): boolean {
  return backlogOf(conn) > waitingPackets;
}

/** Calls back once a client has read what waited; never, when it is gone. */
export function whenDrained(socket: Pick<Socket, 'conn' | 'connected'>, then: () => void): void {
  const look = (): void => {
    if (!socket.connected) return;
    if (backlogOf(socket.conn) === 0) then();
    else setTimeout(look, lookAgainMs).unref();
  };
  setTimeout(look, lookAgainMs).unref();
}
