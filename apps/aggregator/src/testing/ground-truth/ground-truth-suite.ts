import { describe, expect } from 'vitest';

import { casesFigures } from './cases.ts';
import { catalogueFigures } from './catalogue.ts';
import { entitiesFigures } from './entities.ts';
import { environmentFigures } from './environment.ts';
import { healthFigures } from './health.ts';
import { test } from './import-desk.ts';
import { permitsFigures } from './permits.ts';
import { areThere } from './real-feeds.ts';
import { roadsFigures } from './roads.ts';
import { servicesFigures } from './services.ts';
import { tourismFigures } from './tourism.ts';
import { transitFigures } from './transit.ts';

/** The same suite for the embedded store and for a server. */
export function groundTruthSuite(where: string): void {
  const skipped = areThere ? '' : ' (skipped: ../shared/data/feeds is not here)';
  describe.skipIf(!areThere)(`figures of real files, ${where}${skipped}`, { timeout: 300_000 }, () => {
    permitsFigures();
    casesFigures();
    transitFigures();
    roadsFigures();
    environmentFigures();
    entitiesFigures();
    healthFigures();
    tourismFigures();
    catalogueFigures();
    servicesFigures();

    test('after all of it, every balance is what the records say', async ({ desk }) => {
      await desk.bring('dossiers/xes/receipt-wabo.xes.gz', 'permits-verified');

      expect(await desk.differences()).toBe(0);
    });
  });
}
