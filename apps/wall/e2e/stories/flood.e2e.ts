import { expect } from '@playwright/test';

import { test } from '../product/fixtures.ts';
import { panel } from '../product/panel.ts';
import { counted, openCenter, photograph, showsWhatTheCityCounts } from './figures.ts';

/** Water stands deepest from the 20th to the 75th minute; the warning is out since the 10th. */
test.use({ story: { name: 'flood', minute: 40 } });

test('traffic: roads crawl, eight are closed and on the list of what to do, and every figure is the city’s own', async ({
  page,
  told,
}, testInfo) => {
  await openCenter(page, told, 'traffic');

  await showsWhatTheCityCounts(page, told, [
    'traffic.speed.mean',
    'traffic.flow.mean',
    'traffic.congestion-points',
    'traffic.incidents.active',
    'traffic.cameras.online-share',
    'traffic.cameras.dead',
  ]);
  expect(await counted(told, 'traffic.incidents.active')).toBeGreaterThanOrEqual(8);
  expect(await counted(told, 'traffic.cameras.online-share')).toBeLessThan(0.94);
  // What is told alike of many places is one task that names them, and the center stands by it.
  const closed = panel(page, 'Cần xử lý ngay').getByRole('link', { name: /Cản trở do thiên nhiên: 8 nơi/u });
  await expect(closed).toContainText('Hoàng Liệt');
  await expect(closed).toHaveAttribute('href', /\/incidents\?/u);
  await expect(page.locator('.center-state')).toContainText(/^\D*[1-9]\d* sự cố/u);
  await photograph(page, testInfo.outputPath('traffic.png'));

  await panel(page, 'Cần xử lý ngay')
    .getByRole('link', { name: /Camera không hoạt động/u })
    .click();
  const dead = page.getByRole('row', { name: /SIM-CAM-/u }).first();
  // Which one, since when, when it was asked last, in which commune.
  await expect(dead).toContainText(/SIM-CAM-\d+\s*1.*\d{2}:\d{2}:00 \d{2}\/11\/2026.*\d{2}:\d{2}:00 24\/11\/2026/su);
  await dead.getByRole('link').click();
  await expect(page).toHaveURL(/\/centers\/traffic\/entities\/SIM-CAM-\d+\?feed=cameras/u);
});

test('emergency: 114 rings, and the warning that everybody got is to be acted on', async ({ page, told }, testInfo) => {
  await openCenter(page, told, 'emergency');

  await showsWhatTheCityCounts(page, told, [
    'calls.hour',
    'calls.received',
    'health.beds',
    'health.beds.occupied-share',
    'health.dengue.week',
  ]);
  expect(await counted(told, 'calls.hour')).toBeGreaterThan(250);
  // The sum hides which line is flooded: 114, by far beyond what is usual of the hour.
  const calls = panel(page, 'Cuộc gọi theo số');
  await expect(calls.getByRole('heading', { level: 2 })).toHaveText(/^114: \d+ cuộc gọi trong 60 phút, gấp \d,\d lần/u);
  await expect(calls.locator('[data-line="115"]')).toContainText(/\d+ trong 60 phút · thường khoảng \d+.*hợp lệ/su);
  await expect(calls.locator('[data-line="115"] canvas')).toBeVisible();
  const tasks = panel(page, 'Cần xử lý ngay');
  await expect(tasks).toContainText('Ngập 20 đến 50 cm tại nhiều tuyến phố');
  await photograph(page, testInfo.outputPath('emergency.png'));

  // What everybody was told: how bad, how urgent, where, until when, what to do; and the record behind it.
  const flood = panel(page, 'Cảnh báo đang hiệu lực').locator('[data-notice*="street-flood"]');
  await expect(flood).toContainText(/còn 2 giờ/u);
  await expect(flood).toContainText(/đặc biệt nghiêm trọng.*làm ngay.*đang diễn ra/su);
  await expect(flood).toContainText(/\d+ xã, phường: .* và \d+ nơi khác/u);
  await expect(flood).toContainText('Không đi vào điểm ngập; theo hướng dẫn phân luồng.');
  await flood.getByText('Chi tiết, diễn biến, bản ghi').click();
  await flood.getByRole('button', { name: 'Đọc bằng Tiếng Anh' }).click();
  await expect(flood).toContainText('Do not enter flooded spots; follow the diversions.');
  await flood.getByText('Bản ghi đã lưu').click();
  await expect(flood.locator('.warning-record')).toContainText('"recordId": "simulated-weather@flagtower.example,');

  await tasks.getByText('Ngập 20 đến 50 cm tại nhiều tuyến phố').click();
  await tasks.getByRole('link', { name: 'Sự cố của tin này' }).first().click();
  await expect(page.getByRole('region', { name: 'Diễn biến' })).toContainText('Ngập 20 đến 50 cm tại nhiều tuyến phố');
  const stage = page.getByRole('link', { name: /^Mức [2-5] · / });
  await expect(stage).toHaveAttribute('title', /từ \d\d:\d\d · \d+ sự cố$/);
  await stage.click();
  await expect(page.getByRole('region', { name: /^Mức [2-5]\/5/ }).getByRole('listitem')).not.toHaveCount(0);
  await photograph(page, testInfo.outputPath('stage.png'));
});

test('environment: rain ebbs, water stands, and the map shows where', async ({ page, told }, testInfo) => {
  await openCenter(page, told, 'environment');

  await showsWhatTheCityCounts(page, told, ['rain.most', 'flood.points', 'flood.deepest']);
  expect(await counted(told, 'flood.points')).toBeGreaterThan(5);
  expect(await counted(told, 'flood.deepest')).toBeGreaterThan(0.3);
  await expect(panel(page, 'Cần xử lý ngay')).toContainText('Ngập 20 đến 50 cm tại nhiều tuyến phố');
  await photograph(page, testInfo.outputPath('environment.png'));
});
