import { countedDossierSchema, kpiCellSchema, kpiDefinitionSchema } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { tasksOf, type TaskFacts, type TaskWays } from './center-tasks.ts';
import { vi } from './words/vi.ts';

const now = Date.parse('2026-11-24T03:00:00.000Z');
const text = { vi: 'Phản ánh quá hạn', en: 'Field reports overdue' };
const overdue = kpiDefinitionSchema.parse({
  id: 'field-reports.overdue',
  version: 1,
  validFrom: '2019-01-01',
  center: 'feedback',
  caseKind: 'field-report',
  names: text,
  meaning: text,
  basis: text,
  unitOfMeasure: '{report}',
  formula: { kind: 'state', terms: [{ measure: 'overdue', sign: 1 }] },
  direction: 'down',
});
const report = (id: string, since: string, dueAt: string) =>
  countedDossierSchema.parse({
    id: `00000000-0000-4000-8000-00000000000${id}`,
    code: `PA-${id}`,
    source: 'reports',
    unit: null,
    unitNames: { vi: 'Bạch Mai', en: 'Bạch Mai' },
    reason: null,
    procedure: 'moi-truong',
    channel: null,
    since,
    standing: 'open',
    receivedAt: null,
    dueAt,
    closedAt: null,
  });
const cell = kpiCellSchema.parse({
  kpi: overdue.id,
  period: 'now',
  from: null,
  to: null,
  value: 2,
  numerator: 2,
  denominator: null,
  unitOfMeasure: '{report}',
  freshness: { state: 'live', observedAt: null, lateAt: null, staleAt: null, lostAfter: null, cadenceSeconds: null },
  coverage: null,
  target: null,
  source: ['reports'],
  usual: null,
});
const facts: TaskFacts = {
  definitions: [overdue],
  stateOf: () => cell,
  ranked: [],
  unitOf: () => undefined,
  notices: [],
  placeOf: () => null,
  sources: [],
  reports: [],
  sortName: () => 'Môi trường',
  incidents: [],
  nowMs: now,
  zone: 'Asia/Ho_Chi_Minh',
};
const ways: TaskWays = {
  dossiersOf: (unit) => `/drill/${unit}`,
  source: () => null,
  incidents: '/incidents',
  allIncidents: '/incidents',
  thingsOf: (kpi) => `/figures/${kpi}`,
  incident: (id) => `/incidents/${id}`,
  caseOf: (id) => `/drill/dossier/${id}`,
  why: () => undefined,
};

test('each overdue field report is a task of its own: which it is, since when by the due moment that first passed, and the way to it', () => {
  const reports = [
    report('1', '2026-11-24T01:00:00.000Z', '2026-12-03T10:00:00.000Z'),
    report('2', '2026-11-23T10:00:00.000Z', '2026-11-23T10:00:00.000Z'),
  ];

  expect(tasksOf({ ...facts, reports }, ways, vi)).toMatchObject([
    {
      text: 'Môi trường · Bạch Mai',
      about: 'quá hạn 17 giờ · từ lúc 17:00 23/11/2026',
      way: { kind: 'go', href: '/drill/dossier/00000000-0000-4000-8000-000000000002' },
    },
    { about: 'quá hạn 2 giờ · từ lúc 08:00 24/11/2026' },
  ]);
});

test('until they are known one by one, the figure’s records are the way', () => {
  expect(tasksOf(facts, ways, vi)).toMatchObject([{ text: 'Phản ánh quá hạn: 2', way: { kind: 'do' } }]);
});
