import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';

import type { Service } from './service.ts';

/** Of everybody who accepts an invitation here. */
export const password = 'một câu dài dễ nhớ của tôi';

/** Everybody works in a browser of their own. */
export async function browserOf(browser: Browser, service: Service): Promise<BrowserContext> {
  return await browser.newContext({ baseURL: service.url, locale: 'vi-VN' });
}

/** Works once: the first start of the service wrote it down. */
export async function firstAdminLink(service: Service): Promise<string> {
  return (await readFile(join(service.dataDir, 'keys/first-admin.link'), 'utf8')).trim();
}

/** Makes an account with a link, and is signed in. */
export async function accept(page: Page, link: string, name: string, displayName: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Họ và tên').fill(displayName);
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await expect(page.getByRole('heading', { name: 'Số liệu báo cáo', level: 1 })).toBeVisible();
}
