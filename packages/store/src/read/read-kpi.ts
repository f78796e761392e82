import { type Formula, type KpiAnswer, kpiAnswerSchema, type KpiQuery, type KpiValue } from '@flagtower/contracts';
import { type Break, breaksOf, isSummed, measuresOf } from '@flagtower/domain';

import { inSnapshot, sideBySide } from '../ledger/snapshot.ts';
import { isSeries, periodOf } from './asked-span.ts';
import { ask, type Asked, type KpiReading } from './asked.ts';
import { valuesOf } from './figure-values.ts';
import { formulaText } from './formula-text.ts';
import { instantOf } from './instant.ts';
import { withThings } from './measured-things.ts';
import { SharedReads } from './shared-reads.ts';

/**
 * The one read function: stream, API, command line and explain all get their figures here.
 * @throws FlagtowerError `UNKNOWN_KPI`, `UNKNOWN_UNIT`, `UNKNOWN_SOURCE`, `BAD_REQUEST` (a breakdown that the figure does not have)
 */
export async function readKpi(reading: KpiReading, query: KpiQuery): Promise<KpiAnswer> {
  return await inSnapshot(reading.db, (db) => answer({ ...reading, db }, query));
}

/** Several figures of one snapshot, in the order of the questions: the same answers, with what they share read once. */
export async function readKpis(reading: KpiReading, queries: readonly KpiQuery[]): Promise<KpiAnswer[]> {
  const asked = new Set(queries.map(({ kpi }) => kpi));
  const measures = reading.city.kpis.flatMap(({ id, formula }) => (asked.has(id) ? measuresOf(formula) : []));
  const starts = queries.flatMap(({ from }) => (from === null ? [] : [Date.parse(from)]));
  const shared = new SharedReads(measures, Math.max(...queries.map(({ at }) => Date.parse(at))), starts);
  const answers: KpiAnswer[] = [];
  const left = queries.map((query, index) => ({ query, index }));
  let isFirst = true;
  // One figure has nobody to be read beside.
  await (queries.length > 1 ? sideBySide : inSnapshot)(reading.db, async (db) => {
    // One from the front and one from the back: figures that stand together share what they read.
    const next = isFirst ? left.shift.bind(left) : left.pop.bind(left);
    isFirst = false;
    for (let one = next(); one !== undefined; one = next())
      answers[one.index] = await answer({ ...reading, db, shared }, one.query);
  });
  return answers;
}

async function answer(reading: KpiReading, query: KpiQuery): Promise<KpiAnswer> {
  const asked = await ask(reading, query);
  const known = await asked.shared.commit(reading.db, reading.ledger.id, asked.knownSeq);
  const all = await valuesOf(asked);
  const values = await pageOf(asked, all);
  const { definition } = asked;
  return kpiAnswerSchema.parse({
    kpi: query.kpi,
    ledger: query.ledger,
    unit: query.unit,
    geography: asked.geography,
    from: query.from,
    to: query.to,
    at: query.at,
    known: known.recordedAt === null ? null : instantOf(known.recordedAt),
    knownSeq: asked.knownSeq,
    projection:
      known.recordedAt !== null &&
      asked.at > Math.max(known.recordedAt, asked.knownSeq === asked.lastSeq ? reading.now : 0),
    simulated: query.ledger === 'simulated',
    definition: { version: definition.version, formula: formulaText(definition), basis: definition.basis },
    values,
    ...(query.rows === undefined ? {} : { rows: { from: query.rows.from, of: all.length } }),
    breaks: isCounted(definition.formula) ? breaksIn(asked) : [],
  });
}

/** The rows that were asked for; each thing of them with what people want to know of it. */
async function pageOf(asked: Asked, all: readonly KpiValue[]): Promise<readonly KpiValue[]> {
  const { rows, by } = asked.query;
  const page = rows === undefined ? all : all.slice(rows.from, rows.from + rows.limit);
  return by === 'entity' ? await withThings(asked, page) : page;
}

/** Made of entries of units. */
function isCounted(formula: Formula): boolean {
  return isSummed(formula) || formula.kind === 'handling-time' || formula.kind === 'backlog-days';
}

/** Where the values speak of several moments, a change between these; and always one between them and the geography. */
function breaksIn({ unit, reading, query, definition, at }: Asked): Break[] {
  if (unit === null) return [];
  const isMoment = definition.formula.kind === 'state' && !isSeries(query.by);
  const period = periodOf(query);
  const from = isMoment ? at : (period.from ?? -Infinity);
  const to = isMoment || period.to === null ? at : Math.min(at, period.to - 1);
  return breaksOf(unit, reading.city.unitChanges, { from, to, byUnit: query.by === 'unit' });
}
