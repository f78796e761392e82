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

/** They look at one simulated city, which takes the better part of a minute to tell itself: one worker, one city. */
const ofTheCity = ['centers', 'drill', 'index-766', 'looks', 'phone', 'programme', 'report-form', 'sources', 'wall'];

/** They measure how soon a number is marked: two at once on two cores would measure each other. */
const measured = ['freeze.e2e.ts', 'freshness/**/*.e2e.ts'];

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  workers: 2,
  projects: [
    { name: 'city', testMatch: ofTheCity.map((name) => `${name}.e2e.ts`), workers: 1 },
    // These wait for what happens in their city more than they work.
    { name: 'stories', testMatch: 'stories/**/*.e2e.ts', workers: 1 },
    { name: 'pages', testIgnore: [...ofTheCity.map((name) => `${name}.e2e.ts`), 'stories/**', ...measured] },
    { name: 'measured', testMatch: measured, workers: 1, dependencies: ['city', 'stories', 'pages'] },
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
