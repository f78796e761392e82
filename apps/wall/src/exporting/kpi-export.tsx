import type { Cut, KpiCell } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import type { Cell } from '../cells/cell.ts';
import { useWords } from '../words/language.tsx';
import { ExportMenu } from './export-menu.tsx';
import { kpiTable } from './kpi-table.ts';

/** The export menu of a card of figures. */
export function KpiExport({
  name,
  title,
  cut,
  cells,
}: {
  /** Of the file, `a-z0-9-`. */
  readonly name: string;
  readonly title: string;
  readonly cut: Cut | null;
  readonly cells: readonly Cell<KpiCell>[];
}): ReactNode {
  const words = useWords();
  return <ExportMenu title={title} view={(stamp) => kpiTable(words, stamp, { name, title, cut, cells })} />;
}
