import { once } from 'node:events';
import type { Server } from 'node:http';

import { afterEach, expect, test } from 'vitest';

import { cityModel } from '../city-model.ts';
import { sampleCity } from '../testing/sample-city.ts';
import { alertFeeds, busFeeds } from './city-feeds.ts';
import { serveFeeds } from './feed-server.ts';

const city = cityModel(sampleCity(20), 1);
const servers: Server[] = [];

async function serve(now: () => number): Promise<string> {
  const { server, port } = await serveFeeds({ ...busFeeds(city, now), ...alertFeeds(city, now) }, 0);
  servers.push(server);
  return `http://127.0.0.1:${port}`;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

const noon = Date.parse('2026-11-24T05:00:00Z');

test('a document that did not change is answered with 304, and one that did with new bytes', async () => {
  let now = noon;
  const url = `${await serve(() => now)}/gtfs-rt/vehicle-positions.pb`;
  const first = await fetch(url);
  const etag = first.headers.get('etag') ?? '';

  now = noon + 20_000;
  const unchanged = await fetch(url, { headers: { 'if-none-match': etag } });
  now = noon + 31_000;
  const changed = await fetch(url, { headers: { 'if-none-match': etag } });

  expect([first.status, unchanged.status, changed.status]).toEqual([200, 304, 200]);
  expect(Buffer.from(await changed.arrayBuffer()).equals(Buffer.from(await first.arrayBuffer()))).toBe(false);
});

test('alerts are XML in Vietnamese, whole', async () => {
  const response = await fetch(`${await serve(() => noon)}/cap/alerts.xml`);

  const text = await response.text();
  expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  expect(Number(response.headers.get('content-length'))).toBe(Buffer.byteLength(text));
  expect(text).toContain('</EDXLDistribution>');
});

test('an unknown address names the known ones, and nothing can be written', async () => {
  const url = await serve(() => noon);

  const unknown = await fetch(url);
  const written = await fetch(`${url}/cap/alerts.xml`, { method: 'POST' });

  expect(unknown.status).toBe(404);
  expect(await unknown.text()).toContain('/gtfs-rt/trip-updates.pb');
  expect(written.status).toBe(405);
});

test('a port that is taken is told as such', async () => {
  const url = new URL(await serve(() => noon));

  await expect(serveFeeds({}, Number(url.port))).rejects.toMatchObject({ code: 'PORT_BUSY' });
});
