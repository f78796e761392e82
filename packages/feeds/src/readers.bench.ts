import { test } from 'vitest';

import { readerOf } from './formats.ts';
import { shippedMapping } from './mappings/shipped-mappings.ts';
import { readAll } from './read-all.ts';
import { bigLog } from './xes/big-log.ts';

const ROWS = 10_000;

const cases = new TextEncoder().encode(
  [
    'Mã hồ sơ,Mã thủ tục,Đơn vị,Kênh nộp,Ngày tiếp nhận,Hạn trả,Ngày trả,Trạng thái',
    ...Array.from(
      { length: ROWS },
      (_, row) =>
        `H26.12-${row},1.004194,H26.12,Trực tuyến,${1 + (row % 28)}/11/2025 08:30,30/11/2025,29/11/2025 10:00,Đã xử lý xong`,
    ),
  ].join('\n'),
);

const chunks: Uint8Array[] = [];
for await (const chunk of bigLog(3_000_000)) chunks.push(chunk);
const log = Buffer.concat(chunks);

test('a list of 10 000 dossiers', async ({ bench }) => {
  const { mapping } = shippedMapping('hanoi-one-stop-cases');
  await bench('csv, a row per case', async () => {
    await readAll(readerOf('csv'), cases, { mapping }, 65_536);
  }).run();
});

test('an event log of 3 MB', async ({ bench }) => {
  const { mapping } = shippedMapping('receipt-wabo-xes');
  await bench('xes', async () => {
    await readAll(readerOf('xes'), log, { mapping }, 65_536);
  }).run();
});
