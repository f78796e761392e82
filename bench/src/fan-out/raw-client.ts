import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** A listener that costs little: a socket that speaks just enough of WebSocket and Socket.IO to subscribe and to hear. */
export interface RawClient {
  close(): void;
}

export interface RawClientOptions {
  readonly port: number;
  /** Called with each event's text, `["name",…]`. The buffer is only good during the call. */
  readonly onEvent: (text: Buffer) => void;
  /** What to ask once connected: arguments of an event that is answered. */
  readonly ask: readonly unknown[];
}

const textFrame = 0x81;
const masked = 0x80;
const headEnd = '\r\n\r\n';

/** Connects and resolves when its question was answered. */
export async function connectRaw({ port, onEvent, ask }: RawClientOptions): Promise<RawClient> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const { promise, resolve, reject } = Promise.withResolvers<RawClient>();
  let held: Buffer = Buffer.alloc(0);
  let isOpen = false;
  socket.on('error', reject);
  socket.on('close', () => {
    reject(new Error('the server closed a listener'));
  });
  const client = { close: () => socket.destroy() };
  const onMessage = (message: Buffer): void => {
    const packet = message.toString('latin1', 0, 2);
    if (packet[0] === '0') send(socket, '40');
    else if (packet[0] === '2') send(socket, '3');
    else if (packet === '40') send(socket, `420${JSON.stringify(ask)}`);
    else if (packet === '43') resolve(client);
    else if (packet === '42') onEvent(message.subarray(2));
    else reject(new Error(`a listener did not expect packet ${packet}`));
  };
  socket.on('data', (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (!isOpen) {
      const end = held.indexOf(headEnd);
      if (end === -1) return;
      if (!held.toString('latin1', 0, 12).endsWith('101')) reject(new Error('the server refused a listener'));
      held = held.subarray(end + headEnd.length);
      isOpen = true;
    }
    held = held.subarray(eachMessage(held, onMessage));
  });
  socket.write(
    [
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
      `Host: 127.0.0.1:${String(port)}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      'Sec-WebSocket-Version: 13',
      '',
      '',
    ].join('\r\n'),
  );
  return await promise;
}

/** @returns how many bytes were whole messages */
function eachMessage(bytes: Buffer, visit: (message: Buffer) => void): number {
  let at = 0;
  while (bytes.length - at >= 2) {
    const short = bytes.readUInt8(at + 1);
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (bytes.length - at < head) break;
    const size =
      short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
    if (bytes.length - at < head + size) break;
    if (bytes.readUInt8(at) === textFrame) visit(bytes.subarray(at + head, at + head + size));
    at += head + size;
  }
  return at;
}

/** Clients must mask what they send; a mask of zeros is one. */
function send(socket: Socket, text: string): void {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126
      ? Buffer.of(textFrame, masked | payload.length)
      : Buffer.of(textFrame, masked | 126, payload.length >> 8, payload.length & 0xff);
  socket.write(Buffer.concat([head, Buffer.alloc(4), payload]));
}
