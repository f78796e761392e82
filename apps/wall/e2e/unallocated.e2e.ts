import { expect, type Page } from '@playwright/test';

import { test } from './product/fixtures.ts';
import { authorised } from './product/intake.ts';
import { panel } from './product/overview.ts';
import type { Service } from './product/service.ts';

/** A commune of before July 2025 that did not go whole into one of today's, one that is today's, the city, and none. */
const units = ['00016', '00016', '00016', '00004', '01', null];

async function tellOpenDossiers(service: Service): Promise<void> {
  const zone = 'Asia/Ho_Chi_Minh';
  await authorised(service, 'POST', '/v1/sources', {
    id: 'hall',
    names: { vi: 'Quầy', en: 'Hall' },
    ledger: 'trial',
    zone,
  });
  const events = units.map((unit, at) => ({
    kind: 'dossier-event',
    recordId: `r${String(at)}`,
    occurredAt: '2025-05-12T03:00:00.000Z',
    caseKind: 'dossier',
    dossier: `H26-250512-${String(at)}`,
    steps: [{ step: 'received', at: '2025-05-12T03:00:00.000Z' }],
    dating: 'change',
    channel: 'desk',
    ...(unit === null ? {} : { unit }),
  }));
  await authorised(service, 'POST', '/v1/intake/hall?ledger=trial', events);
}

async function codes(page: Page): Promise<string[]> {
  return (await page.locator('.dossier-table tbody th').allInnerTexts()).toSorted();
}

test('the unallocated row leads to exactly the dossiers that it counts, with why each stands there', async ({
  page,
  service,
}, testInfo) => {
  await tellOpenDossiers(service);
  await page.goto(`${service.url}/drill?ledger=trial&period=all`);
  const row = panel(page, 'Xếp hạng đơn vị').locator('tfoot tr').first();
  await expect(row).toContainText('Chưa phân bổ');
  await expect(row.locator('[data-column="dossiers.open"]')).toHaveText('5');

  await row.locator('[data-column="dossiers.open"]').getByRole('link').click();
  const list = panel(page, 'Hồ sơ chưa phân bổ: Đang mở');
  await expect(list.locator('tbody tr')).toHaveCount(5);
  await expect(list).toContainText('5 trên 5 hồ sơ');
  expect(await codes(page)).toEqual([0, 1, 2, 4, 5].map((at) => `H26-250512-${String(at)}`));
  await expect(list.getByText('đơn vị đã chia hoặc nhập, không có căn cứ để chia')).toHaveCount(3);
  await expect(list.getByText('thuộc chính đơn vị cấp trên')).toHaveCount(1);
  await expect(list.getByText('không nguồn nào báo đơn vị')).toHaveCount(1);
  await expect(list).toBeInViewport();
  await page.screenshot({ path: testInfo.outputPath('unallocated.png') });

  await list.getByRole('combobox', { name: 'Danh sách' }).selectOption('Tiếp nhận');
  await expect(panel(page, 'Hồ sơ chưa phân bổ: Tiếp nhận').locator('tbody tr')).toHaveCount(5);
  await page.reload();
  await expect(panel(page, 'Hồ sơ chưa phân bổ: Tiếp nhận').locator('tbody tr')).toHaveCount(5);
});
