import { expect } from '@playwright/test';

import { test } from './product/fixtures.ts';
import { faultsOf } from './product/layout-faults.ts';
import { accept, browserOf, firstAdminLink, password } from './product/people.ts';

const renewed = 'một câu khác, cũng dài và dễ nhớ';

test('somebody changes the own password from the sign of who is signed in, and other browsers are out', async ({
  browser,
  service,
}, testInfo) => {
  const [here, there] = [await browserOf(browser, service), await browserOf(browser, service)];
  const [page, other] = [await here.newPage(), await there.newPage()];
  await accept(page, await firstAdminLink(service), 'quan-tri', 'Trần Thị Quản Trị');
  const enter = async (typed: string): Promise<void> => {
    await other.goto('/sign-in?next=/accounts');
    await other.getByLabel('Tên đăng nhập').fill('quan-tri');
    await other.getByLabel('Mật khẩu').fill(typed);
    await other.getByRole('button', { name: 'Đăng nhập' }).click();
  };
  await enter(password);
  await expect(other.getByRole('region', { name: 'Những người có tài khoản' })).toBeVisible();

  await page.getByRole('link', { name: 'Tài khoản: Trần Thị Quản Trị' }).click();
  const form = page.getByRole('form', { name: 'Đổi mật khẩu' });
  const change = async (current: string, next: string): Promise<void> => {
    await form.getByLabel('Mật khẩu hiện tại').fill(current);
    await form.getByLabel('Mật khẩu mới').fill(next);
    await form.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  };
  await change('không phải mật khẩu này', renewed);
  await expect(form).toContainText('Đây không phải mật khẩu hiện tại.');
  await change(password, 'ngắn quá');
  await expect(form).toContainText('Mật khẩu cần ít nhất 12 ký tự.');
  await change(password, password);
  await expect(form).toContainText('Mật khẩu mới trùng với mật khẩu hiện tại.');
  await page.screenshot({ path: testInfo.outputPath('refused.png') });
  expect(await faultsOf(page)).toEqual([]);
  await change(password, renewed);

  await expect(form.getByRole('status')).toContainText('Đã đổi mật khẩu.');
  await page.goto('/accounts');
  await expect(page.getByRole('region', { name: 'Những người có tài khoản' })).toBeVisible();
  await other.reload();
  await expect(other.getByText('Trang này dành cho quản trị.')).toBeVisible();
  await enter(password);
  await expect(other.getByText('không khớp với tài khoản nào đang mở')).toBeVisible();
  await enter(renewed);
  await expect(other.getByRole('region', { name: 'Những người có tài khoản' })).toBeVisible();

  // The wall's header says who is in, as what, and lets go of the session.
  await other.goto('/');
  const header = other.locator('.header');
  await expect(header.getByRole('link', { name: 'Tài khoản: Trần Thị Quản Trị' })).toBeVisible();
  await expect(header.locator('.account-note')).toContainText('Quản trị');
  expect(await faultsOf(other)).toEqual([]);
  await other.screenshot({ path: testInfo.outputPath('wall.png') });
  await other.setViewportSize({ width: 390, height: 844 });
  expect(await faultsOf(other)).toEqual([]);
  await other.screenshot({ path: testInfo.outputPath('wall-phone.png') });
  await header.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(header.locator('.account-note')).toHaveCount(0);
  await other.goto('/accounts');
  await expect(other.getByText('Trang này dành cho quản trị.')).toBeVisible();
  await Promise.all([here.close(), there.close()]);
});
