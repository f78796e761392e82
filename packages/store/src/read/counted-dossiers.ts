import { FlagtowerError, type CountedDossier, type KpiQuery } from '@flagtower/contracts';
import {
  geographyOf,
  measuresOf,
  rowOf,
  spokenUnit,
  unallocatedKeys,
  type AskedUnit,
  type Geography,
} from '@flagtower/domain';
import { z } from 'zod';

import { inSnapshot } from '../ledger/snapshot.ts';
import { askedSpan } from './asked-span.ts';
import { ask, type KpiReading } from './asked.ts';
import { figureValues, ofFigure } from './explain.ts';
import { instantOf } from './instant.ts';

export interface CountedPage {
  readonly knownSeq: number;
  readonly dossiers: readonly CountedDossier[];
  /** Key of the page's last dossier; `null`: there are no more. */
  readonly next: string | null;
}

const keySchema = z.tuple([z.number(), z.guid()]);

/** Which of the dossiers. */
export interface CountedPart {
  /** `next` of the page before; `null`: the first page. */
  readonly after: string | null;
  readonly limit: number;
  /** Only those of the asked unit's row `unallocated`. */
  readonly unallocated: boolean;
}

/**
 * The dossiers that a figure counts at a cut, oldest first for states (who waits longest) and newest first for flows; each
 * as often as it counts is one row. The rows of all pages are as many as the figure says, unless a dossier counts twice.
 * @throws FlagtowerError as `readKpi`, and `BAD_REQUEST` for a figure that is not the count of one measure
 */
export async function readCountedDossiers(
  reading: KpiReading,
  query: KpiQuery,
  part: CountedPart,
): Promise<CountedPage> {
  return await inSnapshot(reading.db, (db) => counted({ ...reading, db }, query, part));
}

async function counted(
  reading: KpiReading,
  query: KpiQuery,
  { after, limit, unallocated }: CountedPart,
): Promise<CountedPage> {
  const whole = await ask(reading, { ...query, by: null });
  // A code that the city does not know has no units below it.
  const asked = unallocated ? { ...whole, units: whole.unit === null ? [] : unallocatedKeys(whole.unit) } : whole;
  const { formula } = asked.definition;
  const [measure, ...others] = measuresOf(formula);
  if (measure === undefined || others.length > 0)
    throw new FlagtowerError('BAD_REQUEST', `${query.kpi} does not count dossiers one by one`, {
      remedy: 'ask for a figure such as dossiers.received or dossiers.overdue',
    });
  const isState = formula.kind === 'state';
  const span = askedSpan(asked);
  const [since, dossier] = after === null ? [null, null] : keyOf(after);
  const { rows } = await reading.db.query<Row>(
    `with counted as (
        select e.dossier, (extract(epoch from max(e.effective_at) filter (where e.delta > 0)) * 1000)::float8 as since,
          (array_agg(c.unit order by e.effective_at desc, e.seq desc) filter (where e.delta > 0))[1] as unit,
          (array_agg(c.procedure order by e.effective_at desc, e.seq desc) filter (where e.delta > 0))[1] as procedure,
          (array_agg(c.channel order by e.effective_at desc, e.seq desc) filter (where e.delta > 0))[1] as channel
        ${ofFigure} group by 1 having sum(e.delta) > 0),
      listed as (
        select * from counted where $10::float8 is null or (${isState ? '(since, dossier) > ($10, $11::uuid)' : '(since, dossier) < ($10, $11::uuid)'})
        order by since ${isState ? '' : 'desc'}, dossier ${isState ? '' : 'desc'} limit $12)
      select l.dossier as id, l.since, l.unit, l.procedure, l.channel, h.code, h.source_id as source, h.standing,
        (extract(epoch from h.received_at) * 1000)::float8 as "receivedAt", (extract(epoch from h.due_at) * 1000)::float8 as "dueAt", (extract(epoch from h.closed_at) * 1000)::float8 as "closedAt"
      from listed l join heads h on h.ledger_id = $1 and h.dossier = l.dossier
      order by l.since ${isState ? '' : 'desc'}, l.dossier ${isState ? '' : 'desc'}`,
    [...figureValues(asked, [measure], span), since, dossier, limit],
  );
  const last = rows.at(-1);
  return {
    knownSeq: asked.knownSeq,
    dossiers: rows.map((row) => dossierOf(row, geographyOf(reading.city), asked.unit)),
    next: last === undefined || rows.length < limit ? null : JSON.stringify([last.since, last.id]),
  };
}

interface Row {
  readonly id: string;
  readonly since: number;
  readonly unit: string;
  readonly procedure: string;
  readonly channel: string;
  readonly code: string;
  readonly source: string;
  readonly standing: string;
  readonly receivedAt: number | null;
  readonly dueAt: number | null;
  readonly closedAt: number | null;
}

function dossierOf(
  { since, unit, procedure, channel, receivedAt, dueAt, closedAt, ...row }: Row,
  geography: Geography,
  asked: AskedUnit | null,
): CountedDossier {
  return {
    ...row,
    ...spokenUnit(geography, unit, since),
    reason: asked === null ? null : (rowOf(asked, unit)?.reason ?? null),
    procedure: procedure === '' ? null : procedure,
    channel: channel === '' ? null : channel,
    since: instantOf(since),
    receivedAt: momentOf(receivedAt),
    dueAt: momentOf(dueAt),
    closedAt: momentOf(closedAt),
  };
}

function momentOf(ms: number | null): CountedDossier['receivedAt'] {
  return ms === null ? null : instantOf(ms);
}

function keyOf(after: string): z.infer<typeof keySchema> {
  try {
    return keySchema.parse(JSON.parse(after));
  } catch (cause) {
    throw new FlagtowerError('BAD_REQUEST', 'after is no key of a page', {
      place: 'after',
      remedy: 'give `next` of the page before, as it came',
      cause,
    });
  }
}
