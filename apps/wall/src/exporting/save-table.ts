import { csvOf, type ExportedView } from '@flagtower/charts';

import { download, fileName } from './download.ts';

/** A table as a file for a Vietnamese Excel. */
export function saveTable(view: ExportedView): void {
  download(fileName(view.name, new Date(), 'csv'), new Blob([csvOf(view)], { type: 'text/csv;charset=utf-8' }));
}
