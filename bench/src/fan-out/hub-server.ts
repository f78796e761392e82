// A process of its own: the product's hub in an HTTP server as the service composes it.
import { LedgerEngine } from '@flagtower/aggregator/engine';
import { Hub } from '@flagtower/aggregator/hub';
import { hanoi } from '@flagtower/city-hanoi';
import fastify from 'fastify';
import { Pool } from 'pg';

import { portOf, serveParent } from './server-child.ts';

// Node has `Temporal` of its own from 26 on.
await import('temporal-polyfill/global');

const app = fastify({ logger: false });
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 1 });
const engine = new LedgerEngine({
  pool,
  city: hanoi,
  ledger: 'trial',
  epoch: 'bench',
  now: Date.now,
  onDelta: () => undefined,
  onFailure: () => undefined,
});
const hub = new Hub({
  http: app.server,
  epoch: 'bench',
  build: 'bench',
  now: Date.now,
  engineOf: () => engine,
  awake: () => [engine],
  mayFollow: () => Promise.resolve(true),
  log: app.log,
});
await app.listen({ port: 0, host: '127.0.0.1' });
serveParent(portOf(app.server.address()), (delta) => {
  hub.publish(delta);
});
