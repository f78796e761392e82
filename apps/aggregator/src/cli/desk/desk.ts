import type { ImportSummary, Instant, KpiAnswer, LedgerName, Mapping, SourceId } from '@flagtower/contracts';

import type { ImportStage } from '../../intake/import-file.ts';
import type { KpiWords } from '../../questions/kpi-question.ts';

export interface FileToImport {
  readonly path: string;
  readonly fileName: string;
  readonly ledger: LedgerName;
  readonly source: SourceId;
  readonly format: string | null;
  /** A text is the id of a mapping that comes with the product. */
  readonly mapping: Mapping | string | null;
  readonly zone: string | null;
  readonly asOf: Instant | null;
  readonly dryRun: boolean;
}

/** What a command line can ask for: of a running service, or of a data folder. */
export interface Desk {
  importFile(file: FileToImport, onProgress: (stage: ImportStage) => void): Promise<ImportSummary>;
  queryKpi(ledger: LedgerName, kpi: string, words: KpiWords): Promise<KpiAnswer>;
  close(): Promise<void>;
}
