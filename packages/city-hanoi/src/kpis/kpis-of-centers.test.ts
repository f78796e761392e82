import type { Breakdown, KpiDefinition } from '@flagtower/contracts';
import { describe, expect, test } from 'vitest';

import { hanoi } from '../hanoi.ts';

/** How a measured or counted figure is told apart. */
type By = Breakdown | 'entity' | 'group';

interface Promised {
  readonly center: string;
  /** As the list of figures that each center owes says it. */
  readonly what: string;
  readonly kpi: string;
  readonly by?: readonly By[];
  /** What the rows of a breakdown by thing or by sort are called. */
  readonly called?: string;
}

const ofCenter = (center: string, rows: readonly Omit<Promised, 'center'>[]): Promised[] =>
  rows.map((row) => ({ center, ...row }));

/** The live figures that the eight centers, tourism and the environment owe, each with what it is broken down by. */
const promised: readonly Promised[] = [
  ...ofCenter('traffic', [
    {
      what: 'mean speed by segment and district',
      kpi: 'traffic.speed.mean',
      by: ['entity', 'unit'],
      called: 'Stretch of road',
    },
    {
      what: 'flow by segment and district',
      kpi: 'traffic.flow.mean',
      by: ['entity', 'unit'],
      called: 'Stretch of road',
    },
    { what: 'congestion points now', kpi: 'traffic.congestion-points', by: ['entity'] },
    { what: 'incidents open', kpi: 'traffic.incidents.active', by: ['entity', 'unit', 'group'] },
    { what: 'incidents’ clear time', kpi: 'traffic.incidents.clear-time.median', by: ['entity', 'unit', 'group'] },
    { what: 'cameras online %', kpi: 'traffic.cameras.online-share', by: ['entity', 'unit'], called: 'Camera' },
    { what: 'cameras that do not answer', kpi: 'traffic.cameras.dead', by: ['entity', 'unit'], called: 'Camera' },
    { what: 'buses in service', kpi: 'transit.in-service', by: ['entity', 'group'], called: 'Bus or trip' },
    { what: 'bus punctuality', kpi: 'transit.punctuality', by: ['entity', 'group'], called: 'Bus or trip' },
  ]),
  ...ofCenter('public-service', [
    { what: 'received', kpi: 'dossiers.received', by: ['unit', 'channel', 'procedure'] },
    { what: 'received online', kpi: 'dossiers.received-online', by: ['unit', 'procedure'] },
    { what: 'received from home', kpi: 'dossiers.received-at-home', by: ['unit', 'procedure'] },
    { what: 'handled', kpi: 'dossiers.handled', by: ['unit', 'channel', 'procedure'] },
    { what: 'handled early', kpi: 'dossiers.handled-early', by: ['unit', 'procedure'] },
    { what: 'handled on time', kpi: 'dossiers.handled-on-time', by: ['unit', 'procedure'] },
    { what: 'handled late', kpi: 'dossiers.handled-late', by: ['unit', 'procedure'] },
    { what: 'open', kpi: 'dossiers.open', by: ['unit', 'channel', 'procedure'] },
    { what: 'in progress', kpi: 'dossiers.in-progress', by: ['unit', 'procedure'] },
    { what: 'paused', kpi: 'dossiers.paused', by: ['unit', 'procedure'] },
    { what: 'overdue, and the backlog’s worst ten units', kpi: 'dossiers.overdue', by: ['unit', 'procedure'] },
    { what: 'near due', kpi: 'dossiers.near-due', by: ['unit', 'procedure'] },
    { what: 'refused', kpi: 'dossiers.refused', by: ['unit', 'procedure'] },
    { what: 'withdrawn', kpi: 'dossiers.withdrawn', by: ['unit', 'procedure'] },
    { what: 'reopened', kpi: 'dossiers.reopened', by: ['unit', 'procedure'] },
    { what: 'transferred in', kpi: 'dossiers.transferred-in', by: ['unit', 'procedure'] },
    { what: 'transferred out', kpi: 'dossiers.transferred-out', by: ['unit', 'procedure'] },
    { what: 'online rate', kpi: 'dossiers.online-rate', by: ['unit', 'procedure'] },
    { what: 'on time of handled', kpi: 'dossiers.on-time-rate.handled', by: ['unit', 'procedure'] },
    { what: 'on time by the index', kpi: 'dossiers.on-time-rate.index', by: ['unit', 'procedure'] },
    { what: 'handling time, median', kpi: 'dossiers.handling-time.median', by: ['unit', 'procedure'] },
    { what: 'handling time of nine in ten', kpi: 'dossiers.handling-time.p90', by: ['unit', 'procedure'] },
    { what: 'backlog in days', kpi: 'dossiers.backlog-days' },
    { what: 'adoption: procedures offered online', kpi: 'services.procedures-online-share', by: ['unit'] },
    { what: 'adoption: online services that are used', kpi: 'services.online-with-dossier-share', by: ['unit'] },
    { what: 'adoption: paid online', kpi: 'dossiers.paid-online-share', by: ['unit', 'procedure'] },
  ]),
  ...ofCenter('emergency', [
    { what: 'calls per hour, of 115, 114 and 113', kpi: 'calls.hour', by: ['entity'], called: 'Emergency number' },
    { what: 'valid share', kpi: 'calls.valid-share', by: ['entity'] },
    { what: 'response time', kpi: 'calls.reach-time.median', by: ['entity'] },
    { what: 'beds occupied %', kpi: 'health.beds.occupied-share', by: ['entity'], called: 'Hospital' },
    { what: 'emergency waits', kpi: 'health.emergency-wait', by: ['entity'] },
    { what: 'dengue cases per week', kpi: 'health.dengue.week' },
    { what: 'alerts', kpi: 'alerts.active', by: ['group', 'unit'] },
  ]),
  ...ofCenter('feedback', [
    { what: 'received', kpi: 'field-reports.received', by: ['unit', 'procedure'], called: 'Subject' },
    { what: 'in progress', kpi: 'field-reports.open', by: ['unit'] },
    { what: 'done', kpi: 'field-reports.handled', by: ['unit'] },
    { what: 'on time', kpi: 'field-reports.on-time-rate.handled', by: ['unit'] },
    { what: 'satisfied', kpi: 'field-reports.satisfied-rate', by: ['unit', 'procedure'] },
  ]),
  ...ofCenter('analytics', [
    { what: 'feeds live', kpi: 'sources.live', by: ['source'] },
    { what: 'feeds late', kpi: 'sources.late', by: ['source'] },
    { what: 'feeds stale', kpi: 'sources.stale', by: ['source'] },
    { what: 'feeds lost', kpi: 'sources.lost', by: ['source'] },
    { what: 'completeness', kpi: 'sources.completeness', by: ['source'] },
    { what: 'duplicates', kpi: 'sources.duplicates', by: ['source'] },
    { what: 'quarantined', kpi: 'sources.quarantined', by: ['source'] },
    { what: 'lost on the way', kpi: 'sources.dropped', by: ['source'] },
    { what: 'last self-audit', kpi: 'sources.audit-age' },
    { what: 'what it found', kpi: 'sources.audit-differences' },
  ]),
  ...ofCenter('press', [
    { what: 'items per hour by topic', kpi: 'press.items', by: ['entity', 'hour'], called: 'Topic' },
    { what: 'items by tone: negative', kpi: 'press.negative-share', by: ['entity', 'hour'] },
    { what: 'items by tone: positive', kpi: 'press.positive-share', by: ['entity', 'hour'] },
    { what: 'items that need a reply', kpi: 'press.replies.needed', by: ['procedure'], called: 'Topic' },
    { what: 'items that wait for one', kpi: 'press.replies.open', by: ['procedure'], called: 'Topic' },
    { what: 'replies within deadline', kpi: 'press.replies.on-time-rate.handled', by: ['procedure'] },
  ]),
  ...ofCenter('it-support', [
    { what: 'tickets open', kpi: 'tickets.open', by: ['procedure', 'unit'], called: 'Kind of ticket' },
    { what: 'tickets overdue', kpi: 'tickets.overdue', by: ['procedure', 'unit'] },
    { what: 'first response time', kpi: 'tickets.first-response.median', by: ['entity'], called: 'Kind of ticket' },
    { what: 'active accounts', kpi: 'accounts.active' },
  ]),
  ...ofCenter('security', [
    { what: 'incidents open by severity', kpi: 'security.incidents.open', by: ['procedure'], called: 'Severity' },
    { what: 'incidents open for more than 4 h', kpi: 'security.incidents.overdue', by: ['procedure'] },
    { what: 'time to detect', kpi: 'security.detect-time.median', by: ['entity'], called: 'Severity' },
    { what: 'detected within 1 h', kpi: 'security.detected-in-time', by: ['entity'] },
    { what: 'time to resolve', kpi: 'security.resolve-time.median', by: ['procedure'] },
    { what: 'resolved within 4 h', kpi: 'security.resolved-in-time', by: ['procedure'] },
    { what: 'systems up %', kpi: 'security.systems.up-share', by: ['entity'], called: 'System' },
  ]),
  ...ofCenter('tourism', [
    { what: 'domestic visitors today', kpi: 'tourism.visitors.domestic' },
    { what: 'international visitors today', kpi: 'tourism.visitors.international' },
    { what: 'occupancy by ranking', kpi: 'tourism.rooms.occupied-share', by: ['entity'], called: 'Rank of hotels' },
    { what: 'footfall of sites', kpi: 'tourism.sites.visitors', by: ['entity'], called: 'Site' },
    { what: 'crowding of sites', kpi: 'tourism.sites.crowded', by: ['entity'], called: 'Site' },
  ]),
  ...ofCenter('environment', [
    { what: 'VN_AQI by station', kpi: 'air.index.mean', by: ['entity', 'unit'], called: 'Station' },
    { what: 'rain', kpi: 'rain.most', by: ['entity'], called: 'Rain gauge' },
    { what: 'flooding points', kpi: 'flood.points', by: ['entity', 'unit'], called: 'Watched flood point' },
  ]),
];

/** What the one read function breaks a figure down by. */
const breakdowns: Readonly<Record<KpiDefinition['formula']['kind'], readonly By[]>> = {
  flow: ['channel', 'procedure', 'unit', 'day', 'hour', 'month', 'source'],
  state: ['channel', 'procedure', 'unit', 'day', 'month', 'source'],
  share: ['channel', 'procedure', 'unit', 'day', 'month', 'source'],
  total: ['channel', 'procedure', 'unit', 'day', 'month', 'source'],
  'handling-time': ['channel', 'procedure', 'unit', 'day', 'month', 'source'],
  observation: ['entity', 'group', 'unit', 'day', 'hour'],
  notices: ['entity', 'group', 'unit', 'day', 'hour'],
  conduct: ['source', 'day', 'hour'],
  'backlog-days': [],
  catalogue: ['unit'],
  stated: ['unit'],
};

const definitionOf = (kpi: string): KpiDefinition | undefined => hanoi.kpis.find(({ id }) => id === kpi);

describe.for(promised)('$center: $what', ({ center, kpi, by = [], called }) => {
  const definition = definitionOf(kpi);
  const formula = definition?.formula;
  const feed = hanoi.measuredFeeds.find((one) =>
    formula?.kind === 'observation' ? one.feed === formula.feed : one.caseKind === definition?.caseKind,
  );

  test(`${kpi} is a live figure of its page`, () => {
    expect(definition).toMatchObject({ center, live: true });
  });

  test(`${kpi} is told by ${by.length === 0 ? 'itself' : by.join(', ')}`, () => {
    expect(formula === undefined ? [] : breakdowns[formula.kind]).toEqual(expect.arrayContaining([...by]));
    expect(feed?.thing.en ?? called).toBe(called ?? feed?.thing.en);
    expect(called !== undefined && feed === undefined).toBe(false);
  });
});

test('every center and theme owes something, and no page shows a figure without a name in both languages', () => {
  expect(new Set(promised.map(({ center }) => center))).toEqual(new Set(hanoi.centers.map(({ id }) => id)));
  for (const { names, meaning } of hanoi.kpis)
    expect([names.vi, names.en, meaning.vi, meaning.en].every((text) => text.trim() !== '')).toBe(true);
});

test('adoption of online services and dossiers on time are held to targets of the day, with their basis', () => {
  for (const kpi of ['dossiers.online-rate', 'dossiers.on-time-rate.handled']) {
    const aims = hanoi.targets.filter((target) => target.kpi === kpi && target.unit === hanoi.root);
    expect(aims).not.toEqual([]);
    expect(aims.every(({ basis }) => basis.vi !== '' && basis.en !== '')).toBe(true);
  }
});

test('what stands now is nowhere taken for now after a day, but for what is told by the week', () => {
  const slow = hanoi.kpis.flatMap(({ id, formula, live }) =>
    live &&
    formula.kind === 'observation' &&
    formula.statistic.startsWith('latest-') &&
    (formula.latestHours ?? 24) > 24
      ? [id]
      : [],
  );
  expect(slow).toEqual(['health.dengue.week']);
});

test.each([
  ['transit.in-service', 0.25],
  ['transit.speed.mean', 0.25],
  ['traffic.speed.mean', 1],
  ['traffic.flow.mean', 1],
  ['traffic.congestion-points', 1],
  ['health.emergency-wait', 2],
])('%s counts nothing that is older than %d hours: what moves is not as it was yesterday', (kpi, hours) => {
  expect(definitionOf(kpi)?.formula).toMatchObject({ latestHours: hours });
});
