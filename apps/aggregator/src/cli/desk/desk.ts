import type {
  Account,
  Explanation,
  ImportSummary,
  Instant,
  KpiAnswer,
  LedgerName,
  MadeInvitation,
  Mapping,
  Role,
  SourceConfig,
  SourceId,
  SourceStatus,
} from '@flagtower/contracts';
import type { QuarantineRow, Retraction } from '@flagtower/store';

import type { ExportOrder } from '../../exporting/exported-view.ts';
import type { ExportFormat } from '../../exporting/view-file.ts';
import type { ImportStage } from '../../intake/import-file.ts';
import type { Replayed } from '../../intake/replay-quarantine.ts';
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
  readonly importFile: (file: FileToImport, onProgress: (stage: ImportStage) => void) => Promise<ImportSummary>;
  readonly retract: (importId: string) => Promise<Retraction>;
  readonly queryKpi: (ledger: LedgerName, kpi: string, words: KpiWords) => Promise<KpiAnswer>;
  readonly explain: (ledger: LedgerName, kpi: string, words: KpiWords, page: number) => Promise<Explanation>;
  /** @returns the view as a file of the format */
  readonly exportFile: (ledger: LedgerName, order: ExportOrder, format: ExportFormat) => Promise<Buffer>;
  readonly sources: (ledger: LedgerName) => Promise<readonly SourceStatus[]>;
  /** @returns the key of a source that is new; `null`: it was known and keeps its key */
  readonly declare: (config: SourceConfig) => Promise<string | null>;
  /** @throws FlagtowerError `UNKNOWN_SOURCE` */
  readonly config: (ledger: LedgerName, source: SourceId) => Promise<SourceConfig>;
  readonly pause: (ledger: LedgerName, source: SourceId) => Promise<void>;
  readonly resume: (ledger: LedgerName, source: SourceId) => Promise<void>;
  readonly renewKey: (ledger: LedgerName, source: SourceId) => Promise<string>;
  readonly quarantine: (ledger: LedgerName, source: string | null, limit: number) => Promise<readonly QuarantineRow[]>;
  readonly replayQuarantine: (ledger: LedgerName, source: SourceId) => Promise<Replayed>;
  readonly accounts: () => Promise<readonly Account[]>;
  readonly invite: (role: Role) => Promise<MadeInvitation>;
  readonly passwordLink: (account: Account) => Promise<MadeInvitation>;
  readonly close: () => Promise<void>;
}
