export {
  accountNameSchema,
  accountSchema,
  displayNameSchema,
  invitationSchema,
  madeInvitationSchema,
  passwordSchema,
  roleSchema,
  type Account,
  type Invitation,
  type MadeInvitation,
  type Role,
} from './account.ts';
export {
  airBandSchema,
  airQualitySchema,
  airScaleSchema,
  type AirBand,
  type AirQuality,
  type AirScale,
} from './air-quality.ts';
export {
  catalogueItemSchema,
  timeLimitSchema,
  unitLevelSchema,
  type CatalogueItem,
  type UnitLevel,
} from './catalogue-item.ts';
export { catalogueMappingSchema, type CatalogueMapping } from './catalogue-mapping.ts';
export {
  centerSchema,
  citySchema,
  cityViewSchema,
  procedureSchema,
  successionSchema,
  unitChangeSchema,
  unitSchema,
  type Center,
  type City,
  type CityView,
  type Procedure,
  type Succession,
  type Unit,
  type UnitChange,
} from './city.ts';
export {
  caseKindSchema,
  dossierEventSchema,
  takenDossierEventSchema,
  type TakenDossierEvent,
  pauseReasonSchema,
  paymentSchema,
  ratingSchema,
  resultFormSchema,
  stepNameSchema,
  stepSchema,
  type CaseKind,
  type DossierEvent,
  type PauseReason,
  type Payment,
  type Rating,
  type ResultForm,
  type Step,
  type StepName,
} from './dossier-event.ts';
export {
  countedDossierSchema,
  drillCardSchema,
  drillComparisonSchema,
  drillLevelSchema,
  drillPeriodSchema,
  drillRowSchema,
  drillTrendSchema,
  restatementsSchema,
  type CountedDossier,
  type DrillCard,
  type DrillComparison,
  type DrillFigure,
  type DrillLevel,
  type DrillPeriod,
  type DrillRow,
  type DrillTrend,
  type Restatements,
} from './drill.ts';
export { explanationSchema, type Explanation } from './explain.ts';
export {
  countedNoticeSchema,
  countedReadingSchema,
  measuredReasonsSchema,
  type CountedNotice,
  type CountedReading,
  type MeasuredReasons,
} from './measured-reasons.ts';
export {
  formAnswerSchema,
  formCheckSchema,
  formChecksSchema,
  formFigureSchema,
  formFiguresSchema,
  formRemainderSchema,
  formRemaindersSchema,
  formRowSchema,
  statedFormSchema,
  type FormAnswer,
  type FormCheck,
  type FormChecks,
  type FormFigure,
  type FormRemainder,
  type FormRow,
  type StatedForm,
} from './form.ts';
export {
  cadenceSchema,
  freshnessSchema,
  freshnessStateSchema,
  type Cadence,
  type Freshness,
  type FreshnessState,
} from './freshness.ts';
export {
  channelSchema,
  codeSchema,
  dossierCodeSchema,
  entityIdSchema,
  feedIdSchema,
  kpiIdSchema,
  ledgerNameSchema,
  procedureCodeSchema,
  seqSchema,
  sourceIdSchema,
  unitCodeSchema,
  type Channel,
  type DossierCode,
  type EntityId,
  type FeedId,
  type KpiId,
  type LedgerName,
  type ProcedureCode,
  type Seq,
  type SourceId,
  type UnitCode,
} from './ids.ts';
export {
  deedNameSchema,
  deedRole,
  incidentAboutSchema,
  incidentCellSchema,
  incidentDeedSchema,
  incidentIdSchema,
  incidentLogLineSchema,
  incidentPlaceSchema,
  incidentSeveritySchema,
  incidentStateSchema,
  cityStageSchema,
  listedIncidentSchema,
  raisedIncidentSchema,
  type CityStage,
  type DeedName,
  type IncidentAbout,
  type IncidentCell,
  type IncidentDeed,
  type IncidentLogLine,
  type IncidentPlace,
  type IncidentSeverity,
  type IncidentState,
  type ListedIncident,
  type RaisedIncident,
} from './incident.ts';
export {
  incidentRulesSchema,
  type IncidentKind,
  type IncidentRules,
  type StageTable,
  type Threshold,
} from './incident-rules.ts';
export {
  importEntrySchema,
  importProgressSchema,
  inspectionSchema,
  type ImportEntry,
  type ImportProgress,
  type Inspection,
} from './import.ts';
export {
  confidenceSchema,
  index766AnswerSchema,
  index766ItemSchema,
  index766ItemScoreSchema,
  index766PartSchema,
  index766Schema,
  pointRangeSchema,
  type Index766,
  type Index766Answer,
  type Index766Item,
  type Index766ItemScore,
  type Index766Part,
  type PointRange,
} from './index766.ts';
export { importSummarySchema, intakeAnswerSchema, type ImportSummary, type IntakeAnswer } from './intake.ts';
export {
  formulaSchema,
  kpiDefinitionSchema,
  programmeSchema,
  targetSchema,
  type Formula,
  type KpiDefinition,
  type Programme,
  type Target,
  type Terms,
} from './kpi-definition.ts';
export {
  breakdownSchema,
  countedBreakdownSchema,
  kpiAnswerSchema,
  kpiQuerySchema,
  kpiValueSchema,
  unallocatedReasonSchema,
  type Breakdown,
  type KpiAnswer,
  type KpiQuery,
  type KpiValue,
  type UnallocatedReason,
} from './kpi.ts';
export {
  mapBandSchema,
  mapLayerSchema,
  mapShapeSchema,
  type MapBand,
  type MapLayer,
  type MapShape,
} from './map-layer.ts';
export { mappedFieldSchema, mappedPointSchema, type MappedField, type MappedPoint } from './mapped-field.ts';
export { isOfCases, mappingSchema, type Mapping } from './mapping.ts';
export {
  cohortSchema,
  flowSchema,
  measureSchema,
  stateSchema,
  type Cohort,
  type Flow,
  type Measure,
  type State,
} from './measure.ts';
export { measuredFeedSchema, measuredThingSchema, type MeasuredFeed, type MeasuredThing } from './measured-thing.ts';
export { thingDaySchema, thingMetricSchema, type ThingDay, type ThingMetric } from './thing-day.ts';
export {
  noticeLineSchema,
  noticeStandingSchema,
  noticeTellingSchema,
  type NoticeLine,
  type NoticeTelling,
} from './notice-line.ts';
export { noticeMappingSchema, type NoticeMapping } from './notice-mapping.ts';
export {
  noticeAreaSchema,
  noticeSchema,
  noticeTextSchema,
  severitySchema,
  type Notice,
  type Severity,
} from './notice.ts';
export { observationSchema, pointSchema, type Observation, type Point } from './observation.ts';
export { periodAnswerSchema, type PeriodAnswer } from './period-answer.ts';
export { portalStatuses, type PortalStatus, type ReportGroup } from './portal-status.ts';
export { FlagtowerError, problemCodeSchema, problemSchema, type Problem, type ProblemCode } from './problem.ts';
export {
  programmeRowSchema,
  programmeTallySchema,
  targetReasonSchema,
  targetStateSchema,
  type ProgrammeRow,
  type ProgrammeTally,
  type TargetReason,
  type TargetState,
} from './programme.ts';
export { recordSchema, type FlagtowerRecord, type RecordKind } from './record.ts';
export {
  rejectionReasonSchema,
  rejectionSchema,
  settledAsSchema,
  type Rejection,
  type RejectionReason,
  type SettledAs,
} from './rejection.ts';
export {
  listedProposalSchema,
  listedReportSchema,
  reportDraftSchema,
  reportFieldSchema,
  reportFileAnswerSchema,
  reportIssueReasonSchema,
  reportIssueSchema,
  reportProposalSchema,
  type ListedProposal,
  type ListedReport,
  type ReportDraft,
  type ReportField,
  type ReportFileAnswer,
  type ReportIssue,
  type ReportIssueReason,
  type ReportProposal,
} from './report-proposal.ts';
export {
  boundSchema,
  reportPeriodSchema,
  reportSchema,
  statedSchema,
  type Bound,
  type Report,
  type ReportPeriod,
  type Stated,
} from './report.ts';
export { seriesMappingSchema, type SeriesMapping } from './series-mapping.ts';
export {
  fullAndPartialFrom,
  isOnlineLevel,
  levelDecree,
  serviceLevelSchema,
  type ServiceLevel,
} from './service-level.ts';
export {
  mqttSchema,
  pullSchema,
  readingsMappingSchema,
  readingTextSchema,
  requestsPlanSchema,
  secretNameSchema,
  type MqttPlan,
  type ReadingsMapping,
  type ReadingText,
  type RequestsPlan,
} from './connector.ts';
export {
  sourceBoardRowSchema,
  sourceConductSchema,
  sourceTroubleSchema,
  type SourceBoardRow,
  type SourceConduct,
  type SourceTrouble,
} from './source-conduct.ts';
export { sourceConfigSchema, sourceStatusSchema, type SourceConfig, type SourceStatus } from './source.ts';
export {
  PROTOCOL_VERSION,
  cutSchema,
  deltaSchema,
  heartbeatSchema,
  snapshotSchema,
  subscribeSchema,
  subscribedSchema,
  topicSchema,
  type ClientToServer,
  type Cut,
  type Delta,
  type Heartbeat,
  type ServerToClient,
  type Snapshot,
  type Subscribe,
  type Subscribed,
  type Topic,
} from './stream.ts';
export { syslogSchema, type SyslogPlan } from './syslog.ts';
export {
  daySchema,
  instantSchema,
  precisionSchema,
  zoneSchema,
  type Day,
  type Instant,
  type Precision,
} from './time.ts';
export {
  channelCellSchema,
  feedEntitySchema,
  kpiCellSchema,
  noticeCellSchema,
  periodSchema,
  rankedUnitSchema,
  seriesPointSchema,
  sourceCellSchema,
  type ChannelCell,
  type FeedEntity,
  type KpiCell,
  type NoticeCell,
  type Period,
  type RankedUnit,
  type SeriesPoint,
  type SourceCell,
} from './view.ts';
export {
  calendarReasonSchema,
  workingCalendarSchema,
  type CalendarReason,
  type WorkingCalendar,
} from './working-calendar.ts';
