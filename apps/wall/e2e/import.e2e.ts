import { readFile } from 'node:fs/promises';

import { expect, type Page } from '@playwright/test';

import { test } from './product/fixtures.ts';
import { authorised } from './product/intake.ts';
import { panel } from './product/overview.ts';
import { accept, firstAdminLink } from './product/people.ts';

/** A list as an office keeps it: its own names for columns, its own way to write a time, one row that is wrong. */
const rows = Array.from({ length: 12 }, (_, at) => {
  const day = String(at + 1).padStart(2, '0');
  const done = at < 8 ? `${day}/04/2025 16:00` : '';
  return `HS-${String(at + 1)};${at === 11 ? '31/02/2025 08:00' : `${day}/03/2025 08:00`};${day}/04/2025 17:00;${done}`;
});
const file = `Số biên nhận;Nhận vào;Hẹn khách;Xong lúc\r\n${rows.join('\r\n')}\r\n`;
const figures = { received: 11, handled: 8, open: 3 };

test('a file is dropped, mapped, tried, imported, seen on the wall and taken back by an administrator who is signed in', async ({
  page,
  context,
  service,
}) => {
  const wall = await context.newPage();
  await wall.goto(`${service.url}/?ledger=trial`);
  await accept(page, new URL(await firstAdminLink(service), service.url).href, 'quan-tri', 'Trần Thị Quản Trị');
  await page.goto(`${service.url}/import`);
  await expect(page.getByRole('region', { name: '1 · Tệp' })).toBeVisible();
  await expect(page.getByLabel('Khóa quản trị')).toHaveCount(0);

  await drop(page, 'so-theo-doi.csv', file);
  await expect(page.getByRole('region', { name: '1 · Tệp' })).toContainText('CSV');
  await mapColumns(page);
  await declareSource(page);

  const run = page.getByRole('region', { name: '4 · Thử, rồi nhập' });
  await run.getByRole('button', { name: 'Chạy thử, không ghi gì' }).click();
  await expect(run).toContainText('Chạy thử xong, chưa ghi gì');
  await expect(run).toContainText(/được nhận\s*11/);
  expect(await authorised(service, 'GET', '/v1/imports?ledger=trial')).toEqual({ imports: [] });

  await run.getByRole('button', { name: 'Nhập vào sổ' }).click();
  await expect(run).toContainText('Đã nhập xong');
  await expect(run).toContainText(/được nhận\s*11/);
  await expect(run).toContainText(/bị cách ly\s*1/);
  await expectFigures(wall, figures);

  await page.getByRole('button', { name: 'Thu hồi so-theo-doi.csv' }).click();
  await page.getByRole('alertdialog').getByRole('button').first().click();
  await expect(page.getByRole('table', { name: '' }).last()).toContainText('đã thu hồi');
  await expectFigures(wall, { received: 0, handled: 0, open: 0 });
});

async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName, { type: 'text/csv' }));
      return transfer;
    },
    [name, text] as const,
  );
  await page.getByText('Thả tệp vào đây, hoặc').dispatchEvent('drop', { dataTransfer });
}

async function mapColumns(page: Page): Promise<void> {
  const step = page.getByRole('region', { name: '2 · Cột nào là gì' });
  await step.getByLabel('Mỗi dòng là').selectOption('một hồ sơ');
  await step.getByLabel('Mã hồ sơ (bắt buộc)').selectOption('Số biên nhận');
  await step.getByLabel('Lúc tiếp nhận').selectOption('Nhận vào');
  await step.getByLabel('Hạn trả').selectOption('Hẹn khách');
  await step.getByLabel('Lúc giải quyết xong').selectOption('Xong lúc');
  await step.getByLabel('Dạng giờ').fill('dd/MM/yyyy HH:mm');
  await step.getByLabel('Dạng giờ').blur();
}

async function declareSource(page: Page): Promise<void> {
  const step = page.getByRole('region', { name: '3 · Ghi vào đâu' });
  await step.getByLabel('Nguồn', { exact: true }).selectOption('Khai báo nguồn mới');
  await step.getByLabel('Mã nguồn').fill('so-theo-doi');
  await step.getByLabel('Tên nguồn').fill('Sổ theo dõi');
  await step.getByRole('button', { name: 'Khai báo' }).click();
  await expect(step.getByLabel('Nguồn', { exact: true })).toHaveValue('so-theo-doi');
}

async function expectFigures(
  wall: Page,
  { received, handled, open }: { received: number; handled: number; open: number },
): Promise<void> {
  const flow = panel(wall, 'Vào, ra và tồn');
  await expect(panel(wall, 'Hồ sơ tiếp nhận hôm nay').getByRole('definition').last()).toHaveText(String(received));
  await expect(flow).toContainText(`từ đầu ${String(handled)}`);
  await expect(flow.locator('.figure').nth(1)).toHaveText(new RegExp(`^${String(open)}`));
}

test('the template is downloaded, filled, dropped and recognised; a column about people is not read', async ({
  page,
  service,
}) => {
  await page.goto(`${service.url}/import`);
  await expect(page.getByRole('link', { name: 'Đăng nhập với tài khoản quản trị' })).toHaveAttribute(
    'href',
    /^\/sign-in\?next=%2Fimport/,
  );
  await page.getByLabel('Khóa quản trị').fill(service.adminKey);
  await page.getByRole('button', { name: 'Dùng khóa này' }).click();
  const links = page.getByRole('region', { name: /^Chưa có tệp/ }).getByRole('link');
  await expect(links).toHaveCount(8);

  const arrives = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Mỗi dòng một hồ sơ, ví dụ đã điền, XLSX' }).click();
  const path = await (await arrives).path();
  await page.locator('input[type=file]').setInputFiles({
    name: 'ho-so.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await readFile(path),
  });

  await expect(page.getByRole('region', { name: '1 · Tệp' })).toContainText('XLSX');
  await expect(page.getByRole('region', { name: '2 · Cột nào là gì' })).toContainText(
    'Mẫu Flagtower: mỗi dòng một hồ sơ',
  );
  const named =
    'Mã hồ sơ;Mã đơn vị;Ngày tiếp nhận;ChuHoSo;Số điện thoại\r\nH26.4-260302-0001;00004;02/03/2026;A;0900\r\n';
  await drop(page, 'co-ten.csv', named);
  await expect(page.getByRole('region', { name: '1 · Tệp' })).toContainText(
    'Cột về cá nhân không được đọc: ChuHoSo, Số điện thoại',
  );
  await expect(page.getByRole('region', { name: '1 · Tệp' })).not.toContainText('0900');
});
