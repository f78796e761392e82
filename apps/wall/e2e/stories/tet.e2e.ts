import { expect } from '@playwright/test';

import { test } from '../product/fixtures.ts';
import { panel } from '../product/panel.ts';
import { counted, openCenter, photograph, showsWhatTheCityCounts } from './figures.ts';

test.use({ story: { name: 'tet', minute: 30 }, pastDays: 3 });

test('tourism: visitors and full sites are the city’s own', async ({ page, told }, testInfo) => {
  await openCenter(page, told, 'tourism');

  await showsWhatTheCityCounts(page, told, [
    'tourism.visitors.domestic',
    'tourism.visitors.international',
    'tourism.rooms.occupied-share',
    'tourism.sites.visitors',
    'tourism.sites.crowded',
  ]);
  expect(await counted(told, 'tourism.sites.crowded')).toBeGreaterThan(3);
  await photograph(page, testInfo.outputPath('tourism.png'));
});

test('public services: a handful of dossiers, and none is missing', async ({ page, told }, testInfo) => {
  await openCenter(page, told, 'public-service');

  await showsWhatTheCityCounts(page, told, ['dossiers.received', 'dossiers.received-online']);
  expect(await counted(told, 'dossiers.received')).toBeGreaterThan(5);
  expect(await counted(told, 'dossiers.received')).toBeLessThan(200);
  await photograph(page, testInfo.outputPath('public-service.png'));
});

test('emergency: more calls than on a working day', async ({ page, told }) => {
  await openCenter(page, told, 'emergency');

  await showsWhatTheCityCounts(page, told, ['calls.hour', 'calls.received']);
});

test('IT support and security: quiet desks, and systems that are watched all the same', async ({
  page,
  told,
}, testInfo) => {
  await openCenter(page, told, 'it-support');
  await showsWhatTheCityCounts(page, told, ['tickets.received']);
  expect(await counted(told, 'tickets.received')).toBeLessThan(25);
  await photograph(page, testInfo.outputPath('it-support.png'));

  await openCenter(page, told, 'security');
  await showsWhatTheCityCounts(page, told, ['security.incidents.received', 'security.systems.up-share']);
  await photograph(page, testInfo.outputPath('security.png'));
});

test('press: half as much is written, by topic; what waits for a reply is listed, and leads to its case', async ({
  page,
  told,
}, testInfo) => {
  await openCenter(page, told, 'press');

  await showsWhatTheCityCounts(page, told, ['press.items', 'press.negative-share', 'press.replies.needed']);
  const topics = page.getByRole('list', { name: 'Chủ đề' });
  await expect(topics.getByRole('button', { name: /Giao thông/u })).toBeVisible();
  await topics.getByRole('button', { name: /Môi trường/u }).click();
  await expect(page.getByText('Môi trường, theo giờ')).toBeVisible();
  const waiting = panel(page, 'Tin bài đang chờ trả lời').getByRole('listitem');
  const open = page.locator('[data-kpi="press.replies.open"] .figure-digits');
  await expect(async () => {
    await expect(open).toContainText(new RegExp(`^${String(await waiting.count())}\\b`, 'u'), { timeout: 1000 });
  }).toPass();
  await photograph(page, testInfo.outputPath('press.png'));

  await waiting.first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/BC-\d{6}-\d{4}/u);
});

test('feedback: what people report does not rest', async ({ page, told }, testInfo) => {
  await openCenter(page, told, 'feedback');

  await showsWhatTheCityCounts(page, told, ['field-reports.received']);
  expect(await counted(told, 'field-reports.received')).toBeGreaterThan(10);
  const late = panel(page, 'Cần xử lý ngay').getByRole('link', { name: /quá hạn/u });
  const overdue = page.locator('[data-kpi="field-reports.overdue"] .figure-digits');
  await expect(async () => {
    await expect(overdue).toContainText(new RegExp(`^${String(await late.count())}\\b`, 'u'), { timeout: 1000 });
  }).toPass();
  await photograph(page, testInfo.outputPath('feedback.png'));
});
