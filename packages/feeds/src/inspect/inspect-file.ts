import type { Inspection } from '@flagtower/contracts';

import { detectFormat } from '../detect.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import { xlsxColumns } from '../xlsx/xlsx-columns.ts';
import { nothingSeen } from './columns-seen.ts';
import { inspect, inspection } from './inspect.ts';

/**
 * As `inspect`, also for a workbook, which has to be there as a whole: its directory is at its end. Of several sheets the
 * first that a shipped mapping fits is shown, else the first.
 * @throws FlagtowerError `UNKNOWN_FORMAT`, `BAD_FILE`
 */
export async function inspectFile(
  bytes: Uint8Array,
  fileName: string | null,
  limits: Limits = defaultLimits,
): Promise<Inspection> {
  const detected = detectFormat(bytes, fileName);
  if (detected?.format !== 'xlsx') return inspect(bytes, fileName, limits);
  const sheets = (await xlsxColumns(bytes, limits)).map((seen) => inspection(detected, seen));
  return sheets.find(({ mappings }) => mappings.length > 0) ?? sheets[0] ?? inspection(detected, nothingSeen);
}
