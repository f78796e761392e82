import { readFile } from 'node:fs/promises';

import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

import { test } from './product/fixtures.ts';
import { faultsOf } from './product/layout-faults.ts';
import { accept, browserOf, firstAdminLink, password } from './product/people.ts';

const source = 'Báo cáo số 12/BC-STTTT ngày 05/04/2019';

async function invite(admin: Page, role: string): Promise<string> {
  await admin.goto('/accounts');
  const form = admin.getByRole('region', { name: 'Mời một người' });
  await form.getByLabel('Vai trò').selectOption(role);
  await form.getByRole('button', { name: 'Tạo liên kết mời' }).click();
  const link = await form.getByRole('status').textContent();
  return new URL(link ?? '').pathname;
}

async function enter(page: Page, value: string): Promise<void> {
  const form = page.getByRole('region', { name: 'Nhập một số' });
  await form.getByLabel('Chỉ tiêu').selectOption('kiosk.installed');
  await form.getByLabel('Từ ngày').fill('2019-01-01');
  await form.getByLabel('Đến hết ngày').fill('2019-03-31');
  await form.getByLabel('Đơn vị', { exact: true }).selectOption('01');
  await form.getByLabel('Giá trị').fill(value);
  await form.getByLabel('Nguồn', { exact: true }).fill(source);
  await form.getByRole('button', { name: 'Gửi để duyệt' }).click();
}

/** The page's policy lets no script in; the browser's own debugger may. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { violations } = await (Reflect.get(globalThis, 'axe') as typeof axe).run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

const row = (page: Page, kpi: string) => page.locator(`[data-kpi="${kpi}"]`);

test('a figure is entered by one person, approved by another, and shows with both names', async ({
  browser,
  service,
}) => {
  const [adminBrowser, stewardBrowser] = [await browserOf(browser, service), await browserOf(browser, service)];
  const [admin, steward] = [await adminBrowser.newPage(), await stewardBrowser.newPage()];
  await accept(admin, await firstAdminLink(service), 'quan-tri', 'Trần Thị Quản Trị');
  await accept(steward, await invite(admin, 'steward'), 'nhap-lieu', 'Lê Văn Nhập');

  await enter(steward, '0.45');
  await expect(steward.getByText('không phải số; viết như')).toBeVisible();
  await enter(steward, '45');
  await expect(steward.getByText('Đã gửi, đang chờ người thứ hai duyệt.')).toBeVisible();
  await steward.setViewportSize({ width: 390, height: 844 });
  expect(await faultsOf(steward)).toEqual([]);
  const queue = steward.getByRole('region', { name: 'Chờ duyệt' });
  await expect(queue).toContainText('Số của bạn: người khác phải duyệt');
  await expect(queue.getByRole('button', { name: /^Duyệt/ })).toHaveCount(0);
  await expect(steward.getByRole('region', { name: 'Số đã duyệt' })).not.toContainText(source);

  await admin.goto('/reports');
  await admin.getByRole('button', { name: 'Duyệt: Chung cư từ 17 tầng có kiosk' }).click();
  const approved = admin.getByRole('region', { name: 'Số đã duyệt' });
  await expect(approved).toContainText('Lê Văn Nhập nhập, Trần Thị Quản Trị duyệt');
  await admin.goto('/programme?at=2019-04-15');
  await expect(row(admin, 'report.kiosk.installed')).toContainText('45%');
  await expect(row(admin, 'report.kiosk.installed')).toContainText('không đạt');
  await expect(row(admin, 'report.kiosk.installed')).toContainText('Lê Văn Nhập nhập, Trần Thị Quản Trị duyệt');

  await admin.goto('/sign-in');
  await admin.getByRole('button', { name: 'Đăng xuất' }).click();
  await admin.getByLabel('Tên đăng nhập').fill('quan-tri');
  await admin.getByLabel('Mật khẩu').fill('sai mật khẩu rồi');
  await admin.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(admin.getByRole('alert')).toContainText('không khớp');
  await admin.getByLabel('Mật khẩu').fill(password);
  await admin.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(admin.getByRole('link', { name: 'Tài khoản: Trần Thị Quản Trị' })).toBeVisible();
  await Promise.all([adminBrowser.close(), stewardBrowser.close()]);
});

test('a table with a wrong line names it and writes nothing; a sound one waits for approval', async ({
  page,
  service,
}) => {
  await accept(page, new URL(await firstAdminLink(service), service.url).href, 'quan-tri', 'Trần Thị Quản Trị');
  const form = page.getByRole('region', { name: 'Nhập từ tệp CSV' });
  const choose = async (...lines: string[]) => {
    const headings = 'Mã chỉ tiêu;Mã đơn vị;Từ ngày;Đến ngày;Giá trị;Mức;Đơn vị tính;Nguồn';
    const buffer = Buffer.from([headings, ...lines].join('\n'));
    await form.getByLabel('Tệp CSV').setInputFiles({ name: 'so-lieu.csv', mimeType: 'text/csv', buffer });
    await form.getByRole('button', { name: 'Chạy thử, không ghi gì' }).click();
  };

  await choose(
    'services.level3;01;01/04/2019;30/06/2019;1.074;;dịch vụ;Báo cáo',
    'la;01;01/04/2019;30/06/2019;1;;;Báo cáo',
  );
  await expect(form.getByRole('alert')).toContainText('Dòng 3 · Mã chỉ tiêu: không có chỉ tiêu này');
  await expect(form.getByRole('button', { name: 'Gửi tất cả để duyệt' })).toBeDisabled();
  await choose('services.level3;01;01/04/2019;30/06/2019;1.074;;dịch vụ;Báo cáo');
  await form.getByRole('button', { name: 'Gửi tất cả để duyệt' }).click();

  await expect(form).toContainText('Đã gửi 1 số, đang chờ duyệt.');
  await expect(page.getByRole('region', { name: 'Chờ duyệt' })).toContainText('1.074 dịch vụ');
});

/** Figures of the article that the product answers to, as the page tells them on 1 February 2019. */
const story: readonly (readonly [string, ...string[]])[] = [
  ['services.online', '1.055 dịch vụ'],
  ['services.online-share', '55%', '80% đến 100%', 'đến 31/12/2019', 'sở, ngành'],
  ['services.level3', '916 dịch vụ'],
  ['services.level4', '139 dịch vụ'],
  ['onestop.coverage', '100%'],
  ['onestop.accounts', 'trên 11.000 tài khoản'],
  ['dossiers.received.total', 'trên 311.000 hồ sơ'],
  ['dossiers.received.commune', 'trên 279.000 hồ sơ'],
  ['dossiers.online-share', 'không nêu số', 'ngày càng tăng'],
  ['integration.core-systems', '50%', 'đến 31/12/2019'],
  ['it-zones.invested', '1 đến 2 khu'],
  ['ioc.centers', '8 trung tâm'],
  ['ioc.steering', '100%'],
  ['kiosk.installed', '100%', 'đến 31/03/2019'],
  ['bac-tu-liem.video', '100%', 'Quận Bắc Từ Liêm'],
  ['bac-tu-liem.edocs', '100%'],
  ['bac-tu-liem.online', '100%'],
  ['bac-tu-liem.at-home', '65%'],
  ['bac-tu-liem.ebidding', '50%'],
  ['bac-tu-liem.e-groups', '1 tổ'],
  ['ba-dinh.online', '90%', 'Quận Ba Đình'],
  ['ba-dinh.readiness', '100%'],
  ['ba-dinh.online-meetings', '50%'],
];

test('on 1 February 2019 the programme tells the article’s story, row by row', async ({ page, quiet }) => {
  await page.goto(`${quiet.url}/programme?at=2019-02-01`);
  await expect(row(page, 'report.services.online')).toBeVisible();

  for (const [indicator, ...texts] of story) {
    const found = row(page, `report.${indicator}`);
    for (const text of texts) await expect(found).toContainText(text);
  }
  await expect(row(page, 'report.services.online-share')).toContainText('Kinh tế & Đô thị, đầu năm 2019');
  await expect(page.getByRole('region', { name: 'Chương trình đang ở đâu' })).toContainText('trên 14 chỉ tiêu');

  await page.getByLabel('Đơn vị', { exact: true }).selectOption('Quận Ba Đình');
  await expect(page).toHaveURL(/unit=001/);
  await expect(page.locator('[data-kpi]')).toHaveCount(3);
  await page.reload();
  await expect(page.locator('[data-kpi]')).toHaveCount(3);
});

test('the programme leaves as a table with what it says of itself', async ({ page, quiet }) => {
  await page.goto(`${quiet.url}/programme?at=2019-02-01`);
  const panel = page.getByRole('region', { name: 'Xây dựng chính quyền điện tử, 2019' });
  await panel.hover();
  await panel.getByRole('button', { name: /^Tải xuống/ }).click();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'Bảng CSV' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');

  expect(text).toContain('Tỷ lệ dịch vụ công trực tuyến');
  expect(text).toContain('Dữ liệu mô phỏng');
  expect(text).toContain('Kế hoạch 39/KH-UBND');
  expect(text.split('\r\n').filter((line) => line.includes('31/12/2019')).length).toBeGreaterThan(10);
});

for (const [name, size] of [
  ['a desk', { width: 1920, height: 1080 }],
  ['a phone', { width: 390, height: 844 }],
] as const)
  for (const language of ['vi', 'en'])
    test(`pages of work are sound on ${name} in ${language}: nothing is cut off, and a checker finds nothing`, async ({
      page,
      quiet,
    }) => {
      await page.setViewportSize(size);
      for (const path of [
        '/programme?at=2019-02-01',
        '/programme',
        '/reports',
        '/sign-in',
        '/accounts',
        '/invitation/none',
      ]) {
        await page.goto(`${quiet.url}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('networkidle');
        expect(await faultsOf(page), path).toEqual([]);
        expect(await violationsOf(page), path).toEqual([]);
      }
    });
