export {
  bookDossiers,
  writeHeads,
  type Booked,
  type DossierSource,
  type TakenDossierEvent,
} from './ledger/book-dossiers.ts';
export {
  addToRollups,
  bookObservations,
  type RollupChange,
  type TakenObservation,
} from './ledger/book-observations.ts';
export { claimOf, readClaims, writeClaims } from './ledger/claim-codec.ts';
export {
  aheadOfClockMs,
  commitBatch,
  commitChannel,
  ledgerStore,
  storeError,
  takeNumbers,
  type Batch,
  type Committed,
  type LedgerStore,
} from './ledger/commit.ts';
export { Dictionary } from './ledger/dictionary.ts';
export { canonicalJson, dossierKey, identityOf, type RecordIdentity } from './ledger/identity.ts';
export {
  ensureLedgers,
  ledgerNamed,
  ledgerTime,
  ledgersOf,
  seqKnownAt,
  setClock,
  wholeCommit,
  type Ledger,
  type LedgerClock,
} from './ledger/ledgers.ts';
export { measureCode, measureOfCode } from './ledger/measure-codes.ts';
export { quarantineAll, type QuarantinePlace, type Quarantined } from './ledger/quarantine.ts';
export { type Queryable } from './ledger/queryable.ts';
export {
  declareSource,
  defaultCadenceSeconds,
  keyHash,
  ledgersOfKey,
  renewKey,
  sourceNamed,
  sourcesOf,
  type Source,
} from './ledger/sources.ts';
export { storeEntries, type Dictionaries, type Entry } from './ledger/store-entries.ts';
export { offer, takeRecords, type Offered, type Taking } from './ledger/take-records.ts';
export { inTransaction } from './ledger/transaction.ts';
export { migrate } from './migrate.ts';
export { canReach, findAccount, type Account } from './postgres/account.ts';
export { findBinaries, postgresMajor } from './postgres/binaries.ts';
export { openCluster, superuser, type Cluster } from './postgres/cluster.ts';
export { diskFull, openDataFolder, systemHome } from './postgres/data-folder.ts';
export { ensureRunning } from './postgres/ensure-running.ts';
export { EmbeddedPostgres, openEmbedded, type EmbeddedOptions } from './postgres/open-embedded.ts';
export { openPostgres, type OpenedPostgres, type PostgresOptions } from './postgres/open-postgres.ts';
export { findPostmaster, startPostmaster, stopPostmaster, type Postmaster } from './postgres/postmaster.ts';
export { enter, type Presence } from './postgres/presence.ts';
export { codeOf } from './postgres/system-error.ts';
export { readHandlingTimes, type HandlingQuestion, type HandlingTimes } from './read/handling-times.ts';
export { readActiveNotices, readNotices, type ToldNotice } from './read/notices.ts';
export { readObservationFigure, type ObservationQuestion } from './read/observation-figures.ts';
export { ask, readKpi, type Asked, type KpiReading } from './read/read-kpi.ts';
export { freshnessOf, freshnessOfSources, instantOf, stampsOfSource } from './read/source-freshness.ts';
export { cumulated } from './read/stock-series.ts';
export { readSums, type SumQuestion, type SumsByGroup } from './read/sums.ts';
export { readTold, type Told, type ToldQuestion } from './read/told.ts';
export { unitsWithin } from './read/units-within.ts';
