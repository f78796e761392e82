import { expect, type Locator, type Page } from '@playwright/test';

import { test } from './product/fixtures.ts';
import { panel, seesItWhole } from './product/overview.ts';
import { receiptFile } from './product/receipt-file.ts';
import { runCommand } from './product/service.ts';

const withinSeconds = 20;

/** Received since ever: it grows as long as the replay runs. */
function receivedInAll(page: Page): Locator {
  return panel(page, 'Hồ sơ tiếp nhận hôm nay').getByRole('definition').last();
}

const countText = (count: number): string => count.toLocaleString('vi-VN');

function shareText(part: number, whole: number): string {
  const percent = ((part / whole) * 100).toLocaleString('vi-VN', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return `từ đầu ${countText(part)}/${countText(whole)} · ${percent}%`;
}

/** All figures on the page as a person reads them, without their ages. */
function allFigures(page: Page): Promise<string[]> {
  return page.locator('.figure-digits, dd, .row-value').allInnerTexts();
}

test('a replayed log ends in its true figures, also for a browser that lost its network on the way', async ({
  page,
  context,
  service,
  cable,
}, testInfo) => {
  test.setTimeout(180_000);
  const { path, figures } = await receiptFile(testInfo.outputPath('receipt-log.xes'));
  const other = await context.newPage();
  await page.goto(`${service.url}/?ledger=trial`);
  await other.goto(`${cable.url}/?ledger=trial`);
  for (const wall of [page, other]) {
    await wall.bringToFront();
    await seesItWhole(wall);
  }

  const options = ['--ledger', 'trial', '--mapping', 'receipt-wabo-xes', '--within', String(withinSeconds)];
  const replayed = runCommand(service, 'replay', path, '--source', 'receipts', ...options);
  await expect(receivedInAll(other)).toHaveText(/^[1-9]/, { timeout: 60_000 });
  cable.cut();
  await expect(other.getByRole('alert')).toContainText('Mất liên lạc');
  const shownInTheDark = await receivedInAll(other).innerText();
  await expect(receivedInAll(page)).not.toHaveText(shownInTheDark);
  await expect(receivedInAll(other)).toHaveText(shownInTheDark);
  cable.mend();
  expect(await replayed).toMatchObject({ quarantined: 0 });

  for (const wall of [page, other]) {
    await expect(receivedInAll(wall)).toHaveText(countText(figures.received));
    await expect(panel(wall, 'Vào, ra và tồn')).toContainText(`từ đầu ${countText(figures.handled)}`);
    await expect(panel(wall, 'Vào, ra và tồn')).toContainText(countText(figures.open));
    await expect(panel(wall, 'Đúng hạn, hai cách tính')).toContainText(
      shareText(figures.handledOnTime, figures.handled),
    );
    await expect(panel(wall, 'Nộp trực tuyến')).toContainText(shareText(figures.online, figures.received));
    await expect(wall.getByText('Dữ liệu dùng thử')).toBeVisible();
  }
  // The ledger's clock goes on, and with it what is overdue: both are read at once, until they agree.
  await expect(async () => {
    const [told, mended] = await Promise.all([allFigures(page), allFigures(other)]);
    expect(told.length).toBeGreaterThan(10);
    expect(mended).toEqual(told);
  }).toPass({ timeout: withinSeconds * 1000 });
});
