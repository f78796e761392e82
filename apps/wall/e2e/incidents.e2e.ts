import { incidentIdSchema } from '@flagtower/contracts';
import { expect, type Page } from '@playwright/test';

import { test } from './product/fixtures.ts';
import { accept, browserOf, firstAdminLink } from './product/people.ts';
import { wcagFaultsOf } from './product/wcag-faults.ts';

const inTrial = '?ledger=trial';

/** As somebody on duty does, who first forgets to say what kind it is. @returns its id */
async function raise(page: Page, picture: string): Promise<string> {
  await page.goto(`/incidents${inTrial}`);
  await page.getByRole('link', { name: 'Báo một sự cố' }).click();
  await page.getByLabel('Chuyện gì đang xảy ra').fill('Khói dày ở tầng hai');
  await page.getByLabel('Tọa độ trên bản đồ').fill('105.85, 21.03');
  await page.getByRole('button', { name: 'Báo sự cố' }).click();
  await expect(page.getByLabel('Loại')).toBeFocused();
  await expect(page.getByLabel('Loại')).toHaveAccessibleDescription('Cần điền mục này.');
  await expect(page.getByLabel('Tọa độ trên bản đồ')).toHaveAccessibleDescription(/Không phải tọa độ/);
  await page.screenshot({ path: picture, fullPage: true });
  expect(await wcagFaultsOf(page)).toEqual([]);
  await page.getByLabel('Loại').selectOption({ label: 'Cháy, nguy cơ cháy' });
  await page.getByLabel('Mức').selectOption('3');
  await page.getByLabel('Nơi, bằng lời').fill('Phố Hàng Đào');
  // A place on the map fills in the point, and the point its unit.
  await page.getByRole('img', { name: 'Bản đồ để chọn nơi xảy ra sự cố' }).click();
  await expect(page.getByLabel('Tọa độ trên bản đồ')).toHaveValue(/^2[01]\.\d{5}, 105\.\d{5}$/);
  await expect(page.getByLabel('Phường, xã')).not.toHaveValue('');
  await page.getByLabel('Tọa độ trên bản đồ').fill('21.0285, 105.8542');
  await expect(page.getByLabel('Phường, xã').locator('option:checked')).toHaveText('Hoàn Kiếm (phường)');
  await page.getByRole('button', { name: 'Phóng to' }).click();
  await page.screenshot({ path: picture.replace('raise', 'raise-map'), fullPage: true });
  await page.getByRole('button', { name: 'Báo sự cố' }).click();
  await expect(page.getByRole('heading', { name: 'Khói dày ở tầng hai' })).toBeVisible();
  return incidentIdSchema.parse(new URL(page.url()).pathname.split('/').at(-1));
}

test('an incident is found, taken in hand, closed with a reason, and its log tells all of it', async ({
  browser,
  service,
}, testInfo) => {
  const context = await browser.newContext({ baseURL: service.url, locale: 'vi-VN', bypassCSP: true });
  const page = await context.newPage();
  await accept(page, await firstAdminLink(service), 'truc-ban', 'Lê Thị Trực Ban');
  const id = await raise(page, testInfo.outputPath('raise.png'));
  // What makes the city's stage is named above the list too.
  const list = page.getByRole('table', { name: 'Sự cố' });

  await page.goto(`/centers/emergency${inTrial}`);
  await page.getByRole('link', { name: /1 sự cố chưa ai nhận/ }).click();
  await expect(page).toHaveURL(/\/incidents\?.*center=emergency/);
  await expect(list.getByRole('link', { name: 'Khói dày ở tầng hai' })).toBeVisible();
  await page.goto(`/incidents${inTrial}`);
  await expect(page.getByRole('region', { name: 'Mức 2/5: Chú ý' })).toContainText(
    'Quy ước của sản phẩm; không có văn bản quy định',
  );
  await page.getByRole('combobox', { name: 'Trung tâm' }).selectOption('emergency');
  await expect(page).toHaveURL(/center=emergency/);
  await expect(list.getByRole('link', { name: 'Khói dày ở tầng hai' })).toBeVisible();
  await expect(page.getByText('Lê Thị Trực Ban báo')).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('list.png') });
  expect(await wcagFaultsOf(page)).toEqual([]);
  await list.getByRole('link', { name: 'Khói dày ở tầng hai' }).click();
  await expect(page).toHaveURL(new RegExp(`/incidents/${id}`));

  const act = page.getByRole('region', { name: 'Xử lý' });
  await expect(act.getByRole('button', { name: 'Đóng' })).toBeDisabled();
  await act.getByLabel('Lý do hoặc nội dung').fill('Đã cử một xe chữa cháy');
  await act.getByRole('button', { name: 'Nhận xử lý' }).click();
  const log = page.getByRole('region', { name: 'Diễn biến' }).getByRole('listitem');
  await expect(log).toHaveCount(2);
  await expect(act.getByRole('button', { name: 'Nhận xử lý' })).toHaveCount(0);
  await act.getByLabel('Lý do hoặc nội dung').fill('Đã dập tắt, không có ai bị nạn');
  await act.getByRole('button', { name: 'Đóng' }).click();

  await expect(log).toHaveCount(3);
  await expect(log.nth(0)).toContainText('Báo sự cố · Lê Thị Trực Ban');
  await expect(log.nth(1)).toContainText('Đã cử một xe chữa cháy');
  await expect(log.nth(2)).toContainText('Đóng · Lê Thị Trực Ban');
  await expect(act.getByRole('button')).toHaveText(['Ghi chú']);
  await page.screenshot({ path: testInfo.outputPath('closed.png') });
  expect(await wcagFaultsOf(page)).toEqual([]);
  await page.goto(`/incidents${inTrial}&state=open&lang=en`);
  await expect(page.getByText('No incident is like this.')).toBeVisible();
  await page.goto(`/incidents${inTrial}&state=closed&lang=en`);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('link', { name: 'Khói dày ở tầng hai' })).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('phone.png'), fullPage: true });
  expect(await wcagFaultsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await context.close();

  const guest = await browserOf(browser, service);
  const read = await guest.newPage();
  await read.goto(`/incidents/${id}${inTrial}`);
  await expect(read.getByText('Cần đăng nhập với vai trò phụ trách dữ liệu')).toBeVisible();
  await expect(read.getByRole('button', { name: 'Đóng' })).toHaveCount(0);
  await guest.close();
});
