import { defineConfig } from '@playwright/test';

/** The browser that `npm test` found; without it, the one that Playwright brought. */
const executablePath = process.env['CHROME_PATH'];

/** A browser that asks nobody but us; as root it cannot have a sandbox. */
const args = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  workers: 2,
  projects: [
    // Several tests measure how soon a number is marked: two at once on two cores would measure each other.
    { name: 'pages', testIgnore: 'stories/**', workers: 1 },
    // These wait for what happens in the city more than they work.
    { name: 'stories', testMatch: 'stories/**/*.e2e.ts', dependencies: ['pages'] },
  ],
  // A machine that others use may stall a browser for seconds; what fails three times is broken.
  retries: process.env['CI'] === undefined ? 0 : 2,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1920, height: 1080 },
    screenshot: 'only-on-failure',
    launchOptions: { args, ...(executablePath === undefined ? {} : { executablePath }) },
  },
});
