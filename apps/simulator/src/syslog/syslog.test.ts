import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

import type { SourceConfig } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { securityIncidentsOf } from '../cases/security/security-incident.ts';
import { cityModel } from '../city-model.ts';
import { sampleCity } from '../testing/sample-city.ts';
import { cefMessage } from './cef-message.ts';
import { syslogDelivery } from './syslog-delivery.ts';

const city = cityModel(sampleCity(3), 1);
const tuesday = city.days.dayOf(Date.parse('2026-11-24T04:00:00Z'));

test('an incident is opened and closed under its code, with its times, its unit and its promise', () => {
  const incident = securityIncidentsOf(city, tuesday)[0];
  if (incident === undefined) throw new RangeError('a day has incidents');
  const [opened = '', closed = ''] = incident.records.map(({ record }) => cefMessage(record));

  expect(opened).toMatch(/^<133>1 \S+Z soc\.example flagtower - incident - CEF:0\|/);
  expect(opened).toMatch(
    /ATTT-\d{6}-001 act=open rt=\d{13} start=\d{13} cs1=\w+ cs1Label=unit deviceCustomDate1=\d{13}/,
  );
  expect(opened).toContain(`start=${incident.beganAt} `);
  expect(closed).toMatch(/\|Unknown\|externalId=ATTT-\d{6}-001 act=close rt=\d{13}$/);
  expect(securityIncidentsOf(city, tuesday)[0]?.records.map(({ record }) => cefMessage(record))).toEqual([
    opened,
    closed,
  ]);
});

test('what is not taken in order is sent again, and other sources go their own way', async () => {
  const heard: string[] = [];
  let refusals = 1;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => {
      if (refusals > 0) socket.resetAndDestroy();
      else socket.end();
      if (refusals === 0) heard.push(Buffer.concat(chunks).toString());
      refusals = Math.max(0, refusals - 1);
    });
    socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const declared: SourceConfig[] = [];
  const others: string[] = [];
  const waits: string[] = [];
  const config = { id: 'x-security', names: { vi: 'x', en: 'x' }, ledger: 'simulated', rank: 100, zone: 'UTC' };
  const deliver = syslogDelivery((source) => Promise.resolve(void others.push(source)), {
    aggregator: {
      configOf: () => Promise.resolve(config as SourceConfig),
      declare: (source) => Promise.resolve(void declared.push(source)),
    },
    patience: { signal: new AbortController().signal, onWait: ({ code }) => waits.push(code) },
    source: 'x-security',
    port,
  });
  const records = securityIncidentsOf(city, tuesday).flatMap((incident) => incident.records);

  await deliver('x-security', records);
  await deliver('x-security', []);
  await deliver('x-tickets', []);

  server.close();
  expect(waits).toEqual(['STORE_UNAVAILABLE']);
  expect(declared).toMatchObject([{ id: 'x-security', syslog: { tcp: port } }]);
  expect(others).toEqual(['x-tickets']);
  expect(heard).toHaveLength(2);
  expect(heard[0]?.match(/\d+ <133>1 /g)).toHaveLength(records.length);
  expect(heard[1]).toMatch(/-- MARK --$/);
});
