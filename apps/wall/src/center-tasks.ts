import { minuteMomentText, numberText, shareText, spanText } from '@flagtower/charts';
import type {
  CountedDossier,
  IncidentCell,
  IncidentSeverity,
  KpiCell,
  KpiDefinition,
  RankedUnit,
  SourceCell,
  Unit,
} from '@flagtower/contracts';

import { casesWords } from './cases/cases-words.ts';
import { shortName } from './cells/source-names.ts';
import { troubleLevel, worstFirst, type Task } from './centers/center-tasks.ts';
import { centerWords } from './centers/center-words.ts';
import { ageMs, stateNow } from './freshness/freshness-now.ts';
import { incidentLevel } from './incidents/incident-text.ts';
import { noticeTasks, type NoticeFacts, type NoticeWays } from './notice-tasks.ts';
import { overdueLevel } from './ranking/overdue-level.ts';
import type { Words } from './words/words.ts';

export interface TaskFacts extends NoticeFacts {
  readonly definitions: readonly KpiDefinition[];
  /** The newest cell of a state; `null`: not known. */
  readonly stateOf: (kpi: string) => KpiCell | null;
  /** Units with the most overdue dossiers. */
  readonly ranked: readonly RankedUnit[];
  readonly unitOf: (code: string) => Unit | undefined;
  readonly sources: readonly SourceCell[];
  /** Field reports whose time has passed, where the center looks after them; empty: not known one by one yet, or none. */
  readonly reports: readonly CountedDossier[];
  /** What a field report is about, by the code of its kind. */
  readonly sortName: (code: string) => string;
  /** Of the center. */
  readonly incidents: readonly IncidentCell[];
  readonly nowMs: number | null;
}

/** Where a task leads. */
export interface TaskWays extends NoticeWays {
  /** The center's incidents that nobody took. */
  readonly incidents: string;
  readonly dossiersOf: (unit: string) => string;
  readonly source: (source: string) => string | null;
  /** The things that a figure counts, one by one. */
  readonly thingsOf: (kpi: string) => string;
  /** Everything that was told of a case. */
  readonly caseOf: (id: string) => string;
  /** Opens the reasons of a figure, down to its records; `null`: the scene cannot. */
  readonly why: ((cell: KpiCell) => void) | null;
}

/** Everything of a center that waits for somebody, worst first. */
export function tasksOf(facts: TaskFacts, ways: TaskWays, words: Words): Task[] {
  return worstFirst([
    ...incidentTasks(facts, ways, words),
    ...noticeTasks(facts, ways, words),
    ...sourceTasks(facts, ways, words),
    ...overdueTasks(facts, ways, words),
    ...thingTasks(facts, ways, words),
  ]);
}

/** One task for all that nobody took: the list tells them one by one. Small ones end by themselves. */
function incidentTasks({ incidents }: TaskFacts, ways: TaskWays, words: Words): Task[] {
  const waiting = incidents.filter(({ state, over, severity }) => state === 'raised' && !over && severity > 1);
  if (waiting.length === 0) return [];
  const mine = centerWords[words.locale];
  const worst = waiting.reduce<IncidentSeverity>((before, { severity }) => (severity > before ? severity : before), 1);
  return [
    {
      key: 'incidents',
      level: incidentLevel({ severity: worst, state: 'raised' }),
      text: mine.incidents(numberText(waiting.length, words.locale)),
      about: mine.incidentsAbout,
      way: { kind: 'go', href: ways.incidents },
    },
  ];
}

function overdueTasks(facts: TaskFacts, ways: TaskWays, words: Words): Task[] {
  const mine = centerWords[words.locale];
  const overdue = facts.definitions.filter(isOverdue);
  return overdue.flatMap((definition): Task[] => {
    if (definition.caseKind === 'dossier') return unitTasks(facts, ways, words);
    if (definition.caseKind === 'field-report' && facts.reports.length > 0) return reportTasks(facts, ways, words);
    const cell = facts.stateOf(definition.id);
    const { why } = ways;
    if (cell === null || cell.value === null || cell.value === 0 || why === null) return [];
    return [
      {
        key: definition.id,
        level: 'warning',
        text: mine.overdueOf(definition.names[words.locale], numberText(cell.value, words.locale)),
        about: mine.records,
        way: { kind: 'do', act: () => why(cell) },
      },
    ];
  });
}

/** One by one, for each is somebody’s: what is overdue longest first. */
function reportTasks(
  { reports, sortName, unitOf, nowMs, zone }: TaskFacts,
  { caseOf }: TaskWays,
  words: Words,
): Task[] {
  const mine = centerWords[words.locale];
  const { overdue, columns } = casesWords[words.locale];
  return reports
    .toSorted((one, other) => Date.parse(one.since) - Date.parse(other.since))
    .map(({ id, procedure, unit, unitNames, since }): Task => {
      const sinceMs = Date.parse(since);
      const by = nowMs === null ? null : Math.max(0, nowMs - sinceMs);
      const name = (unit === null ? undefined : unitOf(unit))?.names[words.locale] ?? unitNames?.[words.locale] ?? unit;
      const text = [procedure === null || procedure === '' ? mine.fieldReport : sortName(procedure), name];
      const from = `${columns.since.toLowerCase()} ${minuteMomentText(sinceMs, zone)}`;
      return {
        key: `report ${id}`,
        level: 'warning',
        text: text.filter((part) => part !== null).join(' · '),
        about: by === null ? from : `${overdue(spanText(by - (by % 60_000), words.locale))} · ${from}`,
        way: { kind: 'go', href: caseOf(id) },
      };
    });
}

function isOverdue({ formula }: KpiDefinition): boolean {
  return (
    formula.kind === 'state' &&
    formula.moment === undefined &&
    formula.terms.every(({ measure }) => measure === 'overdue')
  );
}

/** Things that stand where none should: dead cameras, flooded points. One task for all of a figure: its list names them. */
function thingTasks({ definitions, stateOf }: TaskFacts, { thingsOf }: TaskWays, words: Words): Task[] {
  const mine = centerWords[words.locale];
  return definitions.flatMap((definition): Task[] => {
    const { formula, direction } = definition;
    const isCount = formula.kind === 'observation' && formula.statistic === 'latest-inside' && direction === 'down';
    const value = isCount ? (stateOf(definition.id)?.value ?? 0) : 0;
    if (value === 0) return [];
    return [
      {
        key: `things ${definition.id}`,
        level: 'watch',
        text: mine.overdueOf(definition.names[words.locale], numberText(value, words.locale)),
        about: mine.things,
        way: { kind: 'go', href: thingsOf(definition.id) },
      },
    ];
  });
}

function unitTasks({ ranked, unitOf }: TaskFacts, { dossiersOf }: TaskWays, words: Words): Task[] {
  const mine = centerWords[words.locale];
  return ranked
    .filter(({ overdue }) => overdue > 0)
    .toSorted((one, other) => other.overdue - one.overdue)
    .map((unit): Task => {
      const name = unitOf(unit.unit)?.names[words.locale] ?? unit.unit;
      const share = unit.overdueShare === null ? null : mine.overdueAll(shareText(unit.overdueShare, words.locale));
      return {
        key: `unit ${unit.unit}`,
        level: overdueLevel(unit),
        text: mine.overdueIn(name, numberText(unit.overdue, words.locale)),
        about: [share, mine.dossiers].filter((part) => part !== null).join(' · '),
        way: { kind: 'go', href: dossiersOf(unit.unit) },
      };
    });
}

function sourceTasks({ sources, nowMs, zone }: TaskFacts, { source: hrefOf }: TaskWays, words: Words): Task[] {
  const mine = centerWords[words.locale];
  return sources.flatMap((source): Task[] => {
    const state = stateNow(source.freshness, nowMs, false);
    const name = shortName(source.names[words.locale]);
    const level = troubleLevel(state);
    const age = ageMs(source.freshness, nowMs);
    const heard =
      source.freshness.observedAt === null
        ? mine.neverHeard
        : mine.lastHeard(minuteMomentText(Date.parse(source.freshness.observedAt), zone));
    const about = [heard, age === null ? '' : spanText(age, words.locale)].filter((part) => part !== '').join(' · ');
    const way = (paragraph: string): Task['way'] => {
      const href = hrefOf(source.id);
      return href === null
        ? { kind: 'read', paragraphs: [{ name: words.sources.title, text: paragraph }] }
        : { kind: 'go', href };
    };
    const silent: Task[] =
      level === null || state === 'live'
        ? []
        : [{ key: `source ${source.id}`, level, text: `${name} ${mine.source[state]}`, about, way: way(about) }];
    const refused = numberText(source.quarantined, words.locale);
    const quarantine: Task[] =
      source.quarantined === 0
        ? []
        : [
            {
              key: `quarantine ${source.id}`,
              level: 'watch',
              text: `${name}: ${mine.quarantined(refused)}`,
              about: mine.replay,
              way: way(mine.quarantined(refused)),
            },
          ];
    return [...silent, ...quarantine];
  });
}
