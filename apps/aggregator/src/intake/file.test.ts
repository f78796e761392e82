import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import {
  importProgressSchema,
  inspectionSchema,
  sourceConductSchema,
  type ImportProgress,
  type SourceConduct,
} from '@flagtower/contracts';
import { describe, expect } from 'vitest';

import { fromOwnPage, personWith } from '../testing/people.ts';
import { adminKey, bearer, test, type TestService } from '../testing/test-service.ts';

const mapping = {
  mapping: 1,
  name: 'a desk’s list',
  shape: 'cases',
  zone: 'Asia/Ho_Chi_Minh',
  timeFormats: ['dd/MM/yyyy HH:mm'],
  fields: { dossier: 'Mã', received: 'Nhận', due: 'Hẹn', handled: 'Xong', unit: 'Xã' },
};

const table = [
  'Mã,Nhận,Hẹn,Xong,Xã',
  'H-1,02/03/2026 08:00,05/03/2026 17:00,04/03/2026 10:00,00004',
  'H-2,02/03/2026 09:00,05/03/2026 17:00,,00004',
  'H-3,quên,05/03/2026 17:00,,00004',
  '',
].join('\n');

async function send(
  { app }: TestService,
  url: string,
  parts: { file: string | Buffer; mapping?: unknown } & ({ key: string } | { headers: Record<string, string> }),
): Promise<{ status: number; lines: ImportProgress[]; body: string }> {
  const form = new FormData();
  if (parts.mapping !== undefined) form.set('mapping', JSON.stringify(parts.mapping));
  form.set('file', new Blob([new Uint8Array(Buffer.from(parts.file))]), 'list.csv');
  const encoded = new Response(form);
  const answer = await app.inject({
    method: 'POST',
    url,
    headers: {
      ...('key' in parts ? bearer(parts.key) : parts.headers),
      'content-type': encoded.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  const lines =
    answer.statusCode === 200
      ? answer.body
          .trim()
          .split('\n')
          .map((line) => importProgressSchema.parse(JSON.parse(line)))
      : [];
  return { status: answer.statusCode, lines, body: answer.body };
}

async function conductOf({ app }: TestService, id: string): Promise<SourceConduct> {
  return sourceConductSchema.parse((await app.inject(`/v1/sources/${id}?ledger=trial`)).json());
}

describe('what waits of a file', { timeout: 60_000 }, () => {
  const misread = { ...mapping, timeFormats: ['MM/dd/yyyy HH:mm'] };
  const longer = table.replace('02/03/2026 09:00', '22/03/2026 09:00');

  test('is told by reason and place, and waits no more once the file is read again with a mended mapping', async ({
    service,
  }) => {
    const key = await service.source('mended');
    await send(service, '/v1/intake/mended/file', { key, file: longer, mapping: misread });
    const before = await conductOf(service, 'mended');

    const { lines } = await send(service, '/v1/intake/mended/file', { key, file: longer, mapping });
    const after = await conductOf(service, 'mended');

    expect(before.source).toMatchObject({ quarantined: 2, waiting: 2, replayable: 0 });
    expect(before.quarantine).toMatchObject([
      {
        reason: 'bad-time',
        count: 2,
        places: [
          { line: 4, fileName: 'list.csv' },
          { line: 3, fileName: 'list.csv' },
        ],
      },
    ]);
    expect(lines.at(-1)).toMatchObject({ summary: { quarantined: 1 } });
    // The row that nobody can read waits, and once; all three refusals stay counted.
    expect(after.source).toMatchObject({ quarantined: 3, waiting: 1 });
    expect(after.quarantine).toMatchObject([{ count: 1, places: [{ line: 4 }] }]);
  });

  test('is gone with a file that is taken back, and with the word of a steward who is named', async ({ service }) => {
    const key = await service.source('taken-back');
    const steward = await personWith(service, 'steward', 'hoa.le');
    const viewer = await personWith(service, 'viewer', 'minh.do');
    const first = await send(service, '/v1/intake/taken-back/file', { key, file: table, mapping });
    const done = first.lines.at(-1);
    if (done?.state !== 'done') throw new TypeError('it was imported');
    const address = '/v1/quarantine/taken-back/close?ledger=trial&reason=bad-time';

    await service.app.inject({
      method: 'POST',
      url: `/v1/imports/${done.summary.import}/retract`,
      headers: bearer(adminKey),
    });
    const retracted = await conductOf(service, 'taken-back');
    await send(service, '/v1/intake/taken-back/file', { key, file: `${table}\n`, mapping });
    const refused = (await viewer.send('POST', address)).statusCode;
    const closed = await steward.send('POST', address);

    expect([retracted.source.waiting, refused, closed.json()]).toEqual([0, 403, { closed: 1 }]);
    expect((await conductOf(service, 'taken-back')).source).toMatchObject({ quarantined: 2, waiting: 0 });
    const rows = await steward.send('GET', '/v1/quarantine?ledger=trial&source=taken-back');
    expect(rows.json()).toMatchObject({ quarantine: [{ settled: 'closed' }, { settled: 'retracted' }] });
  });
});

describe('a file from the import page', { timeout: 60_000 }, () => {
  test('is read with its mapping, tells its summary, and leaves no copy behind', async ({ service }) => {
    const key = await service.source('desk-list');

    const { lines } = await send(service, '/v1/intake/desk-list/file', { key, file: table, mapping });

    expect(lines.at(-1)).toMatchObject({
      state: 'done',
      summary: {
        format: 'csv',
        rows: 3,
        accepted: 2,
        duplicates: 0,
        quarantined: 1,
        dossiers: 2,
        reasons: { 'bad-time': 1 },
      },
    });
    const overdue = await service.app.inject('/v1/kpis/dossiers.overdue?source=desk-list&at=2026-03-05T10:00:00.001Z');
    expect(overdue.json()).toMatchObject({ values: [{ value: 1 }] });
    expect(await readdir(join(service.dataDir, 'uploads'))).toEqual([]);
  });

  test('that is only tried commits nothing', async ({ service }) => {
    const key = await service.source('dry');

    const { lines } = await send(service, '/v1/intake/dry/file?dryRun=true', { key, file: gzipSync(table), mapping });

    expect(lines.at(-1)).toMatchObject({
      state: 'done',
      summary: { dryRun: true, rows: 3, accepted: 2, quarantined: 1 },
    });
    const figure = await service.app.inject('/v1/kpis/dossiers.received?source=dry');
    expect(figure.json()).toMatchObject({ values: [{ value: null }] });
    const imports = await service.app.inject('/v1/imports');
    expect(imports.json<{ imports: { source: string }[] }>().imports.filter(({ source }) => source === 'dry')).toEqual(
      [],
    );
  });

  test('that is not what it claims leaves nothing behind', async ({ service }) => {
    const key = await service.source('liar');
    const whole = gzipSync(
      `${table}${Array.from({ length: 5000 }, (_, n) => `X-${String(n)},02/03/2026 08:00,,,00004\n`).join('')}`,
    );

    const { lines } = await send(service, '/v1/intake/liar/file', {
      key,
      file: whole.subarray(0, whole.length - 100),
      mapping,
    });

    expect(lines.at(-1)).toMatchObject({ state: 'failed', problem: { code: 'BAD_FILE' } });
    const figure = await service.app.inject('/v1/kpis/dossiers.received?source=liar');
    expect(figure.json()).toMatchObject({ values: [{ value: null }] });
    const quarantine = await service.app.inject('/v1/quarantine?source=liar');
    expect(quarantine.json()).toEqual({ quarantine: [] });
  });

  test('with a wrong mapping is refused by the names of the fields', async ({ service }) => {
    const key = await service.source('mapped');

    const { status, body } = await send(service, '/v1/intake/mapped/file', {
      key,
      file: table,
      mapping: { ...mapping, shape: 'trees' },
    });

    expect(status).toBe(422);
    expect(JSON.parse(body)).toMatchObject({ code: 'UNKNOWN_MAPPING', place: 'shape' });
  });

  test('can be retracted, and brought again', async ({ service }) => {
    const key = await service.source('retracted');
    const bring = async () =>
      (await send(service, '/v1/intake/retracted/file', { key, file: table, mapping })).lines.at(-1);
    const value = async () =>
      (await service.app.inject('/v1/kpis/dossiers.received?source=retracted')).json<{ values: { value: number }[] }>()
        .values[0]?.value;
    const first = await bring();
    const id = first?.state === 'done' ? first.summary.import : '';
    const before = await value();

    const retraction = await service.app.inject({
      method: 'POST',
      url: `/v1/imports/${id}/retract`,
      headers: bearer(adminKey),
    });
    const after = await value();
    await bring();

    expect(retraction.json()).toMatchObject({ import: id, records: 2, dossiers: 2 });
    expect([before, after, await value()]).toEqual([2, 0, 2]);
  });

  test('an administrator who is signed in needs no key for any step, and nobody gets in behind them', async ({
    service,
  }) => {
    const source = { id: 'by-session', names: { vi: 'Sổ', en: 'List' }, ledger: 'trial', zone: 'Asia/Ho_Chi_Minh' };
    const admin = await personWith(service, 'admin', 'importing-admin');
    const steward = await personWith(service, 'steward', 'importing-steward');
    const url = '/v1/intake/by-session/file?ledger=trial';
    const bring = (headers: Record<string, string>, query = '') =>
      send(service, url + query, { headers, file: table, mapping });
    const own = { ...fromOwnPage, cookie: admin.cookie };
    const declared = await admin.send('POST', '/v1/sources', source);
    const inspected = await admin.send('POST', '/v1/inspect?fileName=list.csv', Buffer.from(table));

    const tried = await bring(own, '&dryRun=true');
    const taken = await bring(own);
    // In the two seconds in which a key is believed without a look.
    const strangers = [
      await bring({}),
      await bring({ cookie: admin.cookie }),
      await bring({ cookie: admin.cookie, 'sec-fetch-site': 'cross-site' }),
      await bring({ ...fromOwnPage, cookie: steward.cookie }),
    ];
    const done = taken.lines.at(-1);
    const id = done?.state === 'done' ? done.summary.import : '';
    const quarantined = await admin.send('GET', '/v1/quarantine?ledger=trial&source=by-session');
    const replayed = await admin.send('POST', '/v1/quarantine/by-session/replay?ledger=trial');
    const forbidden = await steward.send('POST', `/v1/imports/${id}/retract`);
    const retracted = await admin.send('POST', `/v1/imports/${id}/retract`);

    expect([declared, inspected, quarantined, replayed, retracted].map(({ statusCode }) => statusCode)).toEqual(
      Array.from({ length: 5 }, () => 200),
    );
    expect(tried.lines.at(-1)).toMatchObject({ summary: { dryRun: true, accepted: 2, quarantined: 1 } });
    expect(done).toMatchObject({ summary: { dryRun: false, accepted: 2, quarantined: 1 } });
    expect(strangers.map(({ status }) => status)).toEqual([401, 403, 403, 401]);
    expect(forbidden.statusCode).toBe(403);
  });

  test('is inspected by its first bytes, which are not kept', async ({ service }) => {
    const answer = await service.app.inject({
      method: 'POST',
      url: '/v1/inspect?fileName=list.csv',
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from(table),
    });

    const inspection = inspectionSchema.parse(answer.json());
    expect(inspection).toMatchObject({ format: 'csv', gzip: false, columns: ['Mã', 'Nhận', 'Hẹn', 'Xong', 'Xã'] });
  });
});

describe('our own template', { timeout: 60_000 }, () => {
  const shapes = ['dossiers', 'events'] as const;

  test('as it is downloaded, filled, is imported without a mapping in all four forms, and counts alike', async ({
    service,
  }) => {
    const counts = new Map<string, unknown>();
    for (const shape of shapes) {
      for (const format of ['csv', 'xlsx'] as const) {
        const key = await service.source(`template-${shape}-${format}`);
        const file = await service.app.inject(`/v1/templates/${shape}.${format}?filled=true`);
        const { lines } = await send(service, `/v1/intake/template-${shape}-${format}/file`, {
          key,
          file: file.rawPayload,
        });
        const last = lines.at(-1);
        if (last?.state !== 'done') throw new Error(JSON.stringify(last));
        const { dossiers, quarantined, reasons } = last.summary;
        counts.set(`${shape}.${format}`, { dossiers, quarantined, reasons });
      }
    }

    expect([...counts.values()]).toEqual(
      counts
        .values()
        .map(() => ({ dossiers: 7, quarantined: 0, reasons: {} }))
        .toArray(),
    );
  });

  test('is open to everybody and called what it is', async ({ service }) => {
    const { statusCode, headers, rawPayload } = await service.app.inject('/v1/templates/events.xlsx');

    expect(statusCode).toBe(200);
    expect(headers['content-disposition']).toBe('attachment; filename="mau-nhat-ky-trang-thai.xlsx"');
    expect(rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await service.app.inject('/v1/templates/people.csv')).statusCode).toBe(400);
  });
});
