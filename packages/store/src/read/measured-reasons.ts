import type { CountedNotice, CountedReading, Formula, KpiValue, MeasuredReasons } from '@flagtower/contracts';
import { ruleInWords } from '@flagtower/domain';

import type { Asked } from './asked.ts';
import { instantOf } from './instant.ts';
import { worstOfFigure } from './kpi-value.ts';
import { observationQuestion } from './measured-parts.ts';
import { partedText, partingValues } from './measured-rows.ts';
import { namesOfFeed, noticeNames } from './measured-things.ts';
import { countedNotices } from './notice-parts.ts';
import { readingsOfFigure } from './readings-of-figure.ts';
import { thingParting } from './thing-parting.ts';

/** Readings or notices are listed this many a page. */
export const readingsAPage = 100;

type ListedPage = Pick<MeasuredReasons, 'readings' | 'notices' | 'of' | 'corrected'>;

/**
 * What a measured figure is made of, one page of it. The readings of all pages make the figure again by the same rule.
 * @param page from 0
 * @param value the figure itself, as it was answered
 * @throws FlagtowerError as `thingParting`
 */
export async function readMeasuredReasons(
  asked: Asked,
  formula: Extract<Formula, { kind: 'observation' | 'notices' }>,
  page: number,
  value: KpiValue | undefined,
): Promise<MeasuredReasons> {
  const listed =
    formula.kind === 'observation' ? await listReadings(asked, formula, page) : await listNotices(asked, formula, page);
  return { rule: ruleInWords(formula), ...listed, worst: worstOfFigure(asked, value?.measured ?? []) };
}

interface Row extends Omit<CountedReading, 'names' | 'occurredAt' | 'recordedAt'> {
  readonly occurredAt: number;
  readonly recordedAt: number | null;
}

/** Of an earlier telling of the same record, known at the cut. */
const earlier = `from observations b where b.ledger_id = $1 and b.source_id = o.source_id and b.record_id = o.record_id and b.seq < o.seq`;

async function listReadings(
  asked: Asked,
  formula: Extract<Formula, { kind: 'observation' }>,
  page: number,
): Promise<ListedPage> {
  const { db } = asked.reading;
  const { parting } = await thingParting({ ...asked, query: { ...asked.query, by: null } }, formula.feed);
  const { text, values } = await readingsOfFigure(db, observationQuestion(asked, formula));
  const metrics = formula.over === undefined ? [formula.metric] : [formula.metric, formula.over];
  // The derived table of latest values outlives the raw readings: of these only what it holds is known.
  const found = `from parted r left join observations o on o.ledger_id = $1 and o.seq = r.seq where r.metric = any($8)`;
  const parted = `with parted as (${partedText(text, parting, 9)})`;
  const given = [...values, metrics, ...partingValues(parting)];
  const { rows: totals } = await db.query<{ of: number; corrected: number }>(
    `${parted} select count(*)::float8 as of, count(*) filter (where exists (select ${earlier}))::float8 as corrected ${found}`,
    given,
  );
  const { rows } = await db.query<Row>(
    `${parted}
      select r.seq::float8, r.source_id as source, r.entity, r.metric, r.value, o.absent, o.unit_of_measure as "unitOfMeasure", r.lon is not null as "isPlaced",
        o.record_id as "recordId", o.version::float8, (extract(epoch from r.occurred_at) * 1000)::float8 as "occurredAt", (extract(epoch from o.recorded_at) * 1000)::float8 as "recordedAt",
        (select count(*) ${earlier})::float8 as corrects
      ${found} order by r.entity, r.metric, r.occurred_at desc, r.seq limit ${String(readingsAPage)} offset ${String(page * readingsAPage)}`,
    given,
  );
  const names = namesOfFeed(asked, formula.feed);
  return {
    readings: rows.map(({ occurredAt, recordedAt, ...row }) => ({
      ...row,
      names: names[row.entity] ?? null,
      occurredAt: instantOf(occurredAt),
      recordedAt: recordedAt === null ? null : instantOf(recordedAt),
    })),
    notices: [],
    of: totals[0]?.of ?? 0,
    corrected: totals[0]?.corrected ?? 0,
  };
}

async function listNotices(
  asked: Asked,
  formula: Extract<Formula, { kind: 'notices' }>,
  page: number,
): Promise<ListedPage> {
  const { db, ledger } = asked.reading;
  const counted = (await countedNotices(asked, formula)).toSorted((one, other) =>
    one.told.id < other.told.id ? -1 : 1,
  );
  const { rows } = await db.query<{ seq: number; corrects: number }>(
    `select seq::float8, (count(*) over (partition by source_id, record_id order by seq) - 1)::float8 as corrects from records
      where ledger_id = $1 and kind = 'notice' and dossier is null and record_id = any($2) and seq <= $3 and (retracted_seq is null or retracted_seq > $3)`,
    [ledger.id, counted.map(({ told }) => told.id), asked.knownSeq],
  );
  const corrects = new Map(rows.map((row) => [row.seq, row.corrects]));
  const notices = counted.map(
    ({ told: { seq, source, id, version, toldAt, recordedAt, notice }, overAt }): CountedNotice => ({
      seq,
      source,
      recordId: id,
      version,
      occurredAt: instantOf(toldAt),
      recordedAt: instantOf(recordedAt),
      corrects: corrects.get(seq) ?? 0,
      names: noticeNames(notice),
      severity: notice.severity,
      startsAt: notice.startsAt,
      endsAt: notice.endsAt,
      overAt: overAt === null ? null : instantOf(overAt),
    }),
  );
  return {
    readings: [],
    notices: notices.slice(page * readingsAPage, (page + 1) * readingsAPage),
    of: notices.length,
    corrected: notices.filter((notice) => notice.corrects > 0).length,
  };
}
