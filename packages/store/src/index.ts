export { accountNamed, changeAccount, changePassword, hasAdmin, readAccounts } from './accounts/accounts.ts';
export {
  acceptInvitation,
  addInvitation,
  linkIsClosed,
  readInvitation,
  type Acceptance,
  type NewInvitation,
} from './accounts/invitations.ts';
export { accountOfSession, addSession, dropEndedSessions, endSession, type SessionLife } from './accounts/sessions.ts';
export { readCatalogue, type CatalogueQuery, type ToldItem } from './read/catalogue.ts';
export { readEntriesBetween, type FollowedCut, type FollowedEntry } from './follow/entries-since.ts';
export { addDeed, readDeeds, type NewDeed } from './incidents/deeds.ts';
export { incidentChanges } from './incidents/incident-changes.ts';
export { incidentId, incidentOfNotice } from './incidents/incident-ids.ts';
export { incidentTellers, readJudgedSources, sourcesOfIncidents } from './incidents/incident-tellers.ts';
export {
  incidentsOf,
  readIncidentInputs,
  readValuesAndDeeds,
  type IncidentInputs,
} from './incidents/read-incidents.ts';
export { readThresholdReadings } from './incidents/threshold-readings.ts';
export { adoptRules, type AdoptOptions, type Adoption } from './ledger/adopt-rules.ts';
export { type Batch, type Committed } from './ledger/batch.ts';
export {
  bookDossiers,
  writeHeads,
  type Booked,
  type DossierSource,
  type Head,
  type BookedEvent,
} from './ledger/book-dossiers.ts';
export {
  addToRollups,
  bookObservations,
  type RollupChange,
  type TakenObservation,
} from './ledger/book-observations.ts';
export { readBookedFacts, type BookedFact } from './ledger/booked-facts.ts';
export { askedBy } from './ledger/asker.ts';
export { claimOf, readClaims, writeClaims } from './ledger/claim-codec.ts';
export { commitGroup, groupBatches } from './ledger/commit-group.ts';
export {
  commitBatch,
  commitTogether,
  ledgerStore,
  rulesInForce,
  storeError,
  takeNumbers,
  type LedgerStore,
} from './ledger/commit.ts';
export { Dictionary } from './ledger/dictionary.ts';
export { readClaimsOf } from './ledger/dossier-claims.ts';
export { canonicalJson, dossierKey, identityOf, type RecordIdentity } from './ledger/identity.ts';
export { finishImport, importsOf, startImport, type StartedImport } from './ledger/imports.ts';
export {
  ensureLedgers,
  ledgerNamed,
  ledgerTime,
  ledgerWithId,
  ledgersOf,
  seqKnownAt,
  setClock,
  wholeCommit,
  type Ledger,
  type LedgerClock,
} from './ledger/ledgers.ts';
export { allMeasureCodes, measureCode, measureOfCode } from './ledger/measure-codes.ts';
export { commitChannel } from './ledger/note-commit.ts';
export { quarantineAll, type QuarantinePlace, type Quarantined } from './ledger/quarantine.ts';
export { type Queryable } from './ledger/queryable.ts';
export { readWholeHeads } from './ledger/read-heads.ts';
export { rebuildObservations } from './ledger/rebuild-observations.ts';
export { retractImport, type Retraction } from './ledger/retract.ts';
export {
  closeQuarantine,
  settleFile,
  waitingOfFile,
  type Closing,
  type FileOfSource,
} from './ledger/settle-quarantine.ts';
export { SliceSums, type SliceSum } from './ledger/slice-sums.ts';
export { inSnapshot } from './ledger/snapshot.ts';
export {
  cadenceOf,
  declareSource,
  keepCursor,
  keyHash,
  ledgersOfKey,
  noteDropped,
  noteTrouble,
  pauseSource,
  readCursor,
  renewKey,
  sourceNamed,
  sourcesOf,
  type Source,
  type Trouble,
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
export { askedUnit, headsWithin, unitsWithin, type HeadsOf, type StandingKeys } from './read/asked-unit.ts';
export { readCountingSources } from './read/counting-sources.ts';
export {
  readDossier,
  readDossiers,
  type DossierFilter,
  type DossierRow,
  type Present,
  type DossierStory,
} from './read/dossiers.ts';
export { readCountedDossiers, type CountedPage } from './read/counted-dossiers.ts';
export { entriesAPage, explainKpi } from './read/explain.ts';
export { readDossierFacts, type DossierFact } from './read/dossier-facts.ts';
export {
  readServiceCodes,
  readServiceRequests,
  type ServiceRequestFilter,
  type ServiceRequestRow,
} from './read/service-requests.ts';
export { readFirstTold } from './read/first-told.ts';
export { readProcedureCodes } from './read/procedure-codes.ts';
export { readRestatements } from './read/restatements.ts';
export { formulaText } from './read/formula-text.ts';
export { readHandlingTimes, type HandlingQuestion, type HandlingTimes } from './read/handling-times.ts';
export { instantOf } from './read/instant.ts';
export { readLatestValues, readMinuteMeans, type LatestValue } from './read/latest-values.ts';
export { readingsAPage } from './read/measured-reasons.ts';
export {
  readActiveNotices,
  readAllNotices,
  readNoticeLine,
  readNotices,
  readNoticesSince,
  type ToldNotice,
} from './read/notices.ts';
export {
  markReplayed,
  readQuarantine,
  readReplayable,
  type QuarantineRow,
  type Replayable,
} from './read/quarantine.ts';
export { type PeriodQuestion } from './read/period-question.ts';
export { readForm } from './read/read-form.ts';
export { readIndex766 } from './read/read-index766.ts';
export { ask, type Asked, type KpiReading } from './read/asked.ts';
export { readKpi, readKpis } from './read/read-kpi.ts';
export {
  conductDays,
  addReminder,
  countWaiting,
  forgetConduct,
  readRefusals,
  readReminders,
  readSilences,
  type Reminder,
  type Waiting,
} from './read/source-conduct.ts';
export { conductOf } from './read/conduct-parts.ts';
export { declaredTellers } from './read/notice-tellers.ts';
export {
  freshnessOf,
  freshnessOfSources,
  ownFreshness,
  stampsOfSource,
  worstOfReadings,
} from './read/source-freshness.ts';
export { type FreshnessClocks } from './read/stamps-in-ledger.ts';
export { readStatedFigures, type StatedQuestion } from './read/stated-figures.ts';
export { statedSources, statedValues } from './read/stated-values.ts';
export { cumulated } from './read/stock-series.ts';
export { sealBalances, type SealOptions } from './seals/seal-balances.ts';
export { readSums, type SumQuestion, type SumsByGroup } from './read/sums.ts';
export { readThingDay } from './read/thing-day.ts';
export { readTold, type Told, type ToldQuestion } from './read/told.ts';
export { approveReport, rejectReport, withdrawReport, type Decision } from './reports/decide.ts';
export { addProposals, readProposals, type NewProposal } from './reports/proposals.ts';
export { reportSource } from './reports/report-source.ts';
export { hashOfDay, sealDays, type SealedDay } from './retention/seal-days.ts';
export { readLastAudit, recordAudit, type Audit } from './verify/audits.ts';
export { compareBalances } from './verify/compare-balances.ts';
export { compareObservations } from './verify/compare-observations.ts';
export { compareSeals } from './verify/compare-seals.ts';
export { verifyLedger, type Difference, type Verification, type VerifyOptions } from './verify/verify-ledger.ts';
