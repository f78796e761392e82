import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { sampleLog, type LogFigures } from './receipt-log.ts';

const published = fileURLToPath(
  new URL('../../../../../shared/data/feeds/dossiers/xes/receipt-wabo.xes.gz', import.meta.url),
);
/** Of the published log, as counted by others than us. */
const publishedFigures: LogFigures = { received: 1434, handled: 1329, open: 105, handledOnTime: 952, online: 1250 };

/** The published log; where it is not, one of our own making in its shape, and a line that says so. */
export async function receiptFile(samplePath: string): Promise<{ path: string; figures: LogFigures }> {
  if (existsSync(published)) return { path: published, figures: publishedFigures };
  process.stdout.write('The published receipt log is not at ../shared/data: a sample in its shape is used.\n');
  const { xes, figures } = sampleLog();
  await writeFile(samplePath, xes);
  return { path: samplePath, figures };
}
