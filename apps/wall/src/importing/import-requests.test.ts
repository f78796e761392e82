import { FlagtowerError } from '@flagtower/contracts';
import { beforeEach, expect, test, vi } from 'vitest';

import { importFile, importsOf, inspectFile, retractImport, type ImportChoice } from './import-requests.ts';

const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

beforeEach(() => {
  vi.stubGlobal('fetch', asked);
});

const choice: ImportChoice = {
  file: new File(['Mã;Đơn vị\n1;2\n'], 'hồ sơ.csv'),
  source: 'one-stop',
  ledger: 'trial',
  format: 'csv',
  mapping: 'hanoi-one-stop',
  asOf: '2025-06-30T17:00',
  dryRun: true,
};
const running = { state: 'running', import: 'i1', rows: 10, bytes: 5, totalBytes: 10 };
const summary = {
  import: 'i1',
  source: 'one-stop',
  ledger: 'trial',
  format: 'csv',
  dryRun: true,
  rows: 1,
  accepted: 1,
  duplicates: 0,
  quarantined: 0,
  reasons: {},
  dossiers: 1,
  events: 1,
  observations: 0,
  notices: 0,
  reports: 0,
  catalogueItems: 0,
  firstAt: null,
  lastAt: null,
  zone: 'Asia/Ho_Chi_Minh',
  remarks: {},
  seconds: 0.1,
  peakRssMb: 100,
  knownSeq: 1,
};
const problem = {
  type: 'about:blank',
  title: 'Bad file',
  status: 400,
  code: 'BAD_FILE',
  detail: 'no header',
  remedy: 'export again',
  place: 'line 1',
};
const bodySent = () => asked.mock.calls[0]?.[1].body;
const answerLines = (...lines: object[]) => new Response(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

test('a file is sent as a form with its mapping first, and tells how far it is', async () => {
  asked.mockResolvedValue(answerLines(running, { state: 'done', summary }));
  const told = vi.fn<(progress: object) => void>();

  const ended = await importFile(choice, 'secret', told);

  expect(ended).toMatchObject({ accepted: 1 });
  expect(told.mock.calls).toEqual([[running]]);
  const [url, init] = asked.mock.calls[0] ?? ['', {}];
  expect(url).toBe(
    `/v1/intake/one-stop/file?${new URLSearchParams({ ledger: 'trial', format: 'csv', dryRun: 'true', fileName: 'hồ sơ.csv', asOf: '2025-06-30T17:00' })}`,
  );
  expect([...(init.body as FormData).keys()]).toEqual(['mapping', 'file']);
  expect(init.headers).toMatchObject({ authorization: 'Bearer secret' });
});

test('a format without a mapping sends none', async () => {
  asked.mockResolvedValue(answerLines({ state: 'done', summary }));

  await importFile({ ...choice, mapping: null, asOf: '' }, 'secret', () => {});

  expect([...(bodySent() as FormData).keys()]).toEqual(['file']);
  expect(asked.mock.calls[0]?.[0]).not.toContain('asOf');
});

test('a failure half way keeps its place and its remedy', async () => {
  asked.mockResolvedValue(answerLines(running, { state: 'failed', problem }));

  await expect(importFile(choice, 'secret', () => {})).rejects.toMatchObject({
    code: 'BAD_FILE',
    message: 'no header',
    place: 'line 1',
    remedy: 'export again',
  });
});

test('a service that falls silent before the end has not said that it is done', async () => {
  asked.mockResolvedValue(answerLines(running));

  await expect(importFile(choice, 'secret', () => {})).rejects.toBeInstanceOf(FlagtowerError);
});

test('a refusal is told in the service’s own code, an unreachable service in ours', async () => {
  asked.mockResolvedValueOnce(Response.json({ ...problem, code: 'FORBIDDEN', status: 403 }, { status: 403 }));
  await expect(retractImport('i1', 'wrong')).rejects.toMatchObject({ code: 'FORBIDDEN' });

  asked.mockRejectedValueOnce(new TypeError('fetch failed'));
  await expect(retractImport('i1', 'secret')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
});

test('only the head of a file is sent to be looked at', async () => {
  asked.mockResolvedValue(
    Response.json({
      format: 'csv',
      gzip: false,
      columns: [],
      sample: [],
      mappings: [],
      suggestion: null,
      personalColumns: [],
    }),
  );

  await inspectFile(new File([new Uint8Array(1_000_000)], 'big.csv'), 'secret');

  expect((bodySent() as Blob).size).toBe(256 * 1024);
});

test('an answer of another shape is a failure, not an empty list', async () => {
  asked.mockResolvedValue(Response.json({ nothing: true }));

  await expect(importsOf('trial', 'secret', new AbortController().signal)).rejects.toMatchObject({ code: 'INTERNAL' });
});
