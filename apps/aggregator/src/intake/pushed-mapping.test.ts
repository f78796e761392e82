import { hanoi } from '@flagtower/city-hanoi';
import { sourceConfigSchema } from '@flagtower/contracts';
import { declareSource, ledgerNamed, readQuarantine } from '@flagtower/store';
import { describe, expect } from 'vitest';

import { bearer, test, type TestService } from '../testing/test-service.ts';

const message = '<134>1 2026-03-02T01:00:00Z siem soc - - - CEF:0|Example|SIEM|1|7|Name|8|externalId=INC-1 act=open';
const table = 'So,Luc\nT-1,02/03/2026 08:00\nT-2,yesterday\n';
const mapping = {
  mapping: 1,
  name: 'Tickets of the test',
  shape: 'cases',
  caseKind: 'ticket',
  timeFormats: ['dd/MM/yyyy HH:mm'],
  promiseSeconds: 3600,
  fields: { dossier: 'So', received: 'Luc' },
} as const;

const json = {
  data: {
    items: [
      { no: 'T-1', at: { opened: '2026-03-02T01:00:00Z' } },
      { no: 'T-2', at: {} },
    ],
  },
};
const jsonMapping = {
  ...mapping,
  rows: '$.data.items[*]',
  timeFormats: ['iso'],
  fields: { dossier: 'no', received: '$.at.opened' },
};

const push = async ({ app }: TestService, key: string, id: string, format: string, payload: string) =>
  (
    await app.inject({
      method: 'POST',
      url: `/v1/intake/${id}?format=${format}`,
      headers: { ...bearer(key), 'content-type': 'text/plain' },
      payload,
    })
  ).json<unknown>();

describe('a pushed body', () => {
  test('may be syslog, once and twice', async ({ service }) => {
    const key = await service.source('pushes-syslog');

    expect(await push(service, key, 'pushes-syslog', 'syslog', `${message}\nnoise\n`)).toMatchObject({
      accepted: 1,
      quarantined: 1,
    });
    expect(await push(service, key, 'pushes-syslog', 'syslog', message)).toMatchObject({ accepted: 0, duplicates: 1 });
  });

  test.for([
    { format: 'csv', sent: table, by: mapping },
    { format: 'json', sent: JSON.stringify(json), by: jsonMapping },
  ])(
    'is read as $format by the mapping that its source declares, with its promise',
    async ({ format, sent, by }, { service }) => {
      const { store } = service;
      const id = `pushes-${format}`;
      const key = await service.source(id);
      const ledger = await ledgerNamed(store.pool, hanoi.id, 'trial');
      const config = { id, names: { vi: id, en: id }, ledger: 'trial', zone: hanoi.zone, push: { mapping: by } };
      await declareSource(store.pool, ledger.id, sourceConfigSchema.parse(config));

      expect(await push(service, key, id, format, sent)).toMatchObject({ accepted: 1, quarantined: 1 });

      const { rows } = await store.pool.query<{ kind: string; due: Date }>(
        `select case_kind as kind, due_at as due from heads where ledger_id = $1 and source_id = $2`,
        [ledger.id, id],
      );
      expect(rows).toEqual([{ kind: 'ticket', due: new Date('2026-03-02T02:00:00Z') }]);
      expect(await readQuarantine(store.pool, ledger.id, id, 10)).toHaveLength(1);
    },
  );
});
