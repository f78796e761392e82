// A process of its own: what one writes without a ledger. A request is one INSERT, and every event goes out at once.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { recordSchema } from '@flagtower/contracts';
import { Pool } from 'pg';
import { Server } from 'socket.io';

const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 16 });
await pool.query(
  `create table plain_events (seq bigint primary key generated always as identity, record_id text not null unique, occurred_at timestamptz not null, payload jsonb not null)`,
);

async function take(request: IncomingMessage): Promise<number> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  const record = recordSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
  const { rows } = await pool.query<{ seq: number }>({
    name: 'insert-event',
    text: `insert into plain_events (record_id, occurred_at, payload) values ($1, $2, $3) returning seq::float8`,
    values: [record.recordId, record.occurredAt, JSON.stringify(record)],
  });
  return rows[0]?.seq ?? 0;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const knownSeq = await take(request);
    response.end(JSON.stringify({ knownSeq }));
    io.emit('delta', { cut: { knownSeq } });
  } catch {
    // The sender counts what was not taken.
    response.statusCode = 500;
    response.end();
  }
}

const http = createServer((request, response) => {
  void answer(request, response);
});
const io = new Server(http, { serveClient: false, perMessageDeflate: false, transports: ['websocket'] });
io.on('connection', (socket) => {
  socket.on('subscribe', (_request: unknown, reply: (answer: unknown) => void) => {
    reply({});
  });
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (address !== null && typeof address === 'object') process.send?.({ port: address.port });
});
process.on('disconnect', () => process.exit());
