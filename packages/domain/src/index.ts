export { limitInCatalogue, type CatalogueLimit, type ToldProcedure } from './catalogue/limit-in-catalogue.ts';
export { byCompetence } from './catalogue/by-competence.ts';
export { catalogueFigure, type CatalogueQuestion } from './catalogue/catalogue-figure.ts';
export { cityDueRule } from './dossier/city-due-rule.ts';
export { backlogFigure, backlogSpan, backlogWorkingDays } from './kpi/backlog.ts';
export { hasRole } from './accounts/has-role.ts';
export { airBandOf, airScaleOn } from './air-quality/air-band.ts';
export { vnAqiOfHour, vnAqiSince, type HoursOfAir, type Pollutant } from './air-quality/vn-aqi.ts';
export { type DaySwap, type FeastDay, type HolidayDecision, type HolidayRule } from './calendar/holiday-rule.ts';
export { workingCalendar, type CalendarInput } from './calendar/working-calendar.ts';
export {
  addWorkingDays,
  addWorkingDaysTo,
  countWorkingDays,
  isWorkingDay,
  restsOnComputation,
  workingDaysBetween,
  workingDaysOf,
  type WorkingDays,
} from './calendar/working-days.ts';
export { compareText, standingClaims, stepOrder, type Claim, type ClaimedStep, type Due } from './dossier/claim.ts';
export { type DuePrecision } from './dossier/due-clock.ts';
export { computedDue, type ComputedDue, type DueRule, type TimeLimit } from './dossier/due-rule.ts';
export { entriesFor, factKey, type Cell, type Fact } from './dossier/fact.ts';
export { foldDossier, type Folded } from './dossier/fold.ts';
export { cellAt, lifeOf, type Life } from './dossier/life.ts';
export { plainRuleBook, ruleBookOf, type RuleBook } from './dossier/rule-book.ts';
export { foldRules, type FoldRules } from './dossier/rules.ts';
export { claimsOfSpeaker } from './dossier/speaker.ts';
export { type Standing } from './dossier/standing.ts';
export { timelineOf, valueAt, type Dated } from './dossier/timeline.ts';
export {
  codeDisagreements,
  vietnameseCode,
  type CodeDisagreement,
  type CodeForm,
  type VietnameseCode,
} from './dossier/vietnamese-code.ts';
export { formChecks, type FormFigures, type FormRemainders } from './form/form-checks.ts';
export {
  dueTimeMs,
  freshnessStamps,
  freshnessState,
  isDue,
  isWorse,
  lostAfterCadences,
  worstOf,
  type FreshnessStamps,
} from './freshness/freshness.ts';
export { measuredStamps, readingStamps } from './freshness/reading-stamps.ts';
export { contactDays, contactsAt, silencesUntil, standingAt, type Conduct } from './freshness/conduct.ts';
export { contactsOf, missedContacts, silentDays, type Silence, type SilentDay } from './freshness/contacts.ts';
export { coveredCommunes } from './geography/covered-communes.ts';
export { breaksOf, type Break } from './geography/breaks.ts';
export { geographyOf, isValidAt, keyOfCode, validLife, type Geography, type UnitLife } from './geography/geography.ts';
export { placeIn } from './geography/place-in.ts';
export { type Placed } from './geography/placed.ts';
export { spokenUnit, type SpokenUnit } from './geography/spoken-unit.ts';
export { schematicUnits } from './geography/schematic-place.ts';
export { unitOfPlace } from './geography/unit-of-place.ts';
export { isValidOn, unitsOn } from './geography/units-on.ts';
export { measuredFigure, type ReadingOfFigure } from './measured/measured-figure.ts';
export { figureOfReadings, type ReadingSums } from './measured/reading-sums.ts';
export { markOfNotice, rowOfNotice } from './measured/row-of-notice.ts';
export { rowOfThing } from './measured/row-of-thing.ts';
export { ruleInWords } from './measured/statistic-in-words.ts';
export { worseFirst } from './measured/worst-first.ts';
export { kmPerDegree } from './geography/km-per-degree.ts';
export { keyParts, unallocatedKey, unitKey, type KeyParts } from './geography/unit-key.ts';
export {
  childrenOf,
  keysWithin,
  rowOf,
  unallocatedKeys,
  unallocatedRow,
  type AskedUnit,
  type UnitRow,
} from './geography/unit-rows.ts';
export { byIncidentUrgency } from './incidents/by-urgency.ts';
export { cityStage, countedForStage, ladderOn } from './incidents/city-stage.ts';
export { crossingOccasions } from './incidents/crossing-occasions.ts';
export { handSource, type Deed } from './incidents/deed.ts';
export { foldIncidents, type FoldedFrom } from './incidents/fold-incidents.ts';
export { type Incident } from './incidents/incident.ts';
export { kindOfNotice } from './incidents/notice-kind.ts';
export { noticeOccasions, type NoticeTelling } from './incidents/notice-occasions.ts';
export { type Occasion, type OccasionTelling } from './incidents/occasion.ts';
export { stageSince } from './incidents/stage-course.ts';
export { judgementOf, type Judgement } from './incidents/threshold-judgement.ts';
export type { ThresholdReading } from './incidents/threshold-reading.ts';

export { gainsOf, itemPoints, sumOfPoints, type Ratio } from './index766/score.ts';
export { calendarPeriod, comparedPeriod, trendWindow, type ComparedStretch, type Stretch } from './kpi/drill-period.ts';
export { figureOf, isConductCount, isSummed, measuresOf, unknownFigure, type Figure, type Sums } from './kpi/figure.ts';
export { quantileOf } from './kpi/quantile.ts';
export { sameSeason } from './kpi/same-season.ts';
export {
  balanceLevels,
  bucketOf,
  spanParts,
  type BalanceLevel,
  type BucketRange,
  type PartSizes,
  type SpanParts,
} from './kpi/span-parts.ts';
export { periodStart, spanOf, type Span } from './kpi/span.ts';
export {
  activeNotices,
  standingNotices,
  type NoticeStanding,
  type StandingNotice,
  type Telling,
} from './notices/active.ts';
export { clearedNotices, clearTimeOf } from './notices/cleared.ts';
export { linkedNotices, noticeLasting, type Lasting, type SourcedTelling } from './notices/lasting.ts';
export { snapshotTellings, type NoticeSnapshot } from './notices/snapshot-tellings.ts';
export { textIn } from './notices/text-in.ts';
export { checkReport, livesIn, statedDefinition, type DraftIssue } from './reports/check-report.ts';
export { periodEndMs, reportAt, standingReports } from './reports/stated-on.ts';
export { equalJson, type Json } from './stream/equal-json.ts';
export {
  catchUp,
  openPublication,
  publish,
  publishChanges,
  type Publication,
  type Published,
} from './stream/publisher.ts';
export {
  applyDelta,
  applySubscribed,
  ask,
  holding,
  receiveDelta,
  unknownTopic,
  type Held,
  type Outcome,
  type Received,
  type Replica,
} from './stream/replica.ts';
export { changesBetween, withChanges, type Changes, type TopicState } from './stream/topic-state.ts';
export {
  dayNumberOf,
  dayOfNumber,
  localDay,
  localDayNumber,
  localMonthNumber,
  startOfDayMs,
  startOfMonthMs,
  zoneOffsetMs,
} from './time/zone-days.ts';
export { isMet, type ToldValue } from './targets/is-met.ts';
export { paceOn } from './targets/pace.ts';
export { progressOf, type Measurement, type Progress, type ProgressQuestion } from './targets/progress.ts';
export { projectedDay, type Measured } from './targets/projected-day.ts';
export { targetInForce, targetsOn } from './targets/target-in-force.ts';
