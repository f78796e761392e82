import { defineConfig } from '@playwright/test';

/** The browser that `npm test` found; without it, the one that Playwright brought. */
const executablePath = process.env['CHROME_PATH'];

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  forbidOnly: true,
  use: {
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'retain-on-failure',
    launchOptions: executablePath === undefined ? {} : { executablePath },
  },
});
