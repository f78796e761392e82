import { expect, test } from 'vitest';

import { readerOf } from './formats.ts';
import { shippedMapping } from './mappings/shipped-mappings.ts';
import { readAll } from './read-all.ts';
import { bigLog } from './xes/big-log.ts';

const rows = 500;

const list = new TextEncoder().encode(
  [
    'Mã hồ sơ,Mã thủ tục,Đơn vị,Kênh nộp,Ngày tiếp nhận,Hạn trả,Ngày trả,Trạng thái',
    ...Array.from(
      { length: rows },
      (_, row) =>
        `H26.12-${row},1.004194,H26.12,Trực tuyến,${1 + (row % 28)}/11/2025 08:30,30/11/2025,29/11/2025 10:00,Đã xử lý xong`,
    ),
  ].join('\n'),
);

const chunks: Uint8Array[] = [];
for await (const chunk of bigLog(100_000)) chunks.push(chunk);
const log = Buffer.concat(chunks);

test(`csv, a list of ${rows} dossiers`, { timeout: 60_000 }, async ({ bench }) => {
  const { mapping } = shippedMapping('hanoi-one-stop-cases');
  let items = 0;

  await bench('csv', async () => {
    items = (await readAll(readerOf('csv'), list, { mapping }, 65_536)).length;
  }).run();

  expect(items).toBe(rows);
});

test('xes, a log of 100 KB', { timeout: 60_000 }, async ({ bench }) => {
  const { mapping } = shippedMapping('receipt-wabo-xes');
  let items = 0;

  await bench('xes', async () => {
    items = (await readAll(readerOf('xes'), log, { mapping }, 65_536)).length;
  }).run();

  expect(items).toBeGreaterThan(100);
});
