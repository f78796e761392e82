import { breakdownSchema, FlagtowerError, kpiIdSchema, type City, type KpiAnswer } from '@flagtower/contracts';
import { readKpi, type Ledger, type Queryable } from '@flagtower/store';

import { askedProcedures, type ProcedureWords } from './asked-procedures.ts';
import { cutOf, type CutWords } from './cut.ts';
import { instantFrom } from './moment-text.ts';

/** A question as it comes from an address or a command line. */
export interface KpiWords extends CutWords, ProcedureWords {
  readonly source?: string | undefined;
  readonly unit?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly by?: string | undefined;
  readonly entity?: string | undefined;
  /** Rows of a breakdown of a measured figure: pages of `limit`, from 0. */
  readonly page?: number | undefined;
  readonly limit?: number | undefined;
}

export interface KpiDesk {
  readonly db: Queryable;
  readonly city: City;
  readonly ledger: Ledger;
  /** The service's clock, epoch milliseconds. */
  readonly now: number;
}

/** Puts a question in words to the one read function; API and command line both come here. */
export async function answerKpi(desk: KpiDesk, kpi: string, words: KpiWords): Promise<KpiAnswer> {
  return await readKpi(desk, await kpiQueryOf(desk, kpi, words));
}

/** @throws FlagtowerError `UNKNOWN_KPI`, `BAD_REQUEST` */
export async function kpiQueryOf(
  { db, city, ledger, now }: KpiDesk,
  kpi: string,
  words: KpiWords,
): Promise<Parameters<typeof readKpi>[1]> {
  const id = kpiIdSchema.safeParse(kpi);
  if (!id.success) throw new FlagtowerError('UNKNOWN_KPI', 'this is no id of a KPI', { place: 'kpi' });
  const moment = (text: string | undefined, place: string): ReturnType<typeof instantFrom> | null =>
    text === undefined ? null : instantFrom(text, ledger.zone, place);
  const period = { from: moment(words.from, 'from'), to: moment(words.to, 'to') };
  if (period.from !== null && period.to !== null && period.from > period.to)
    throw new FlagtowerError('BAD_REQUEST', 'the period ends before it begins', { place: 'to' });
  const procedures = await askedProcedures(db, city, ledger.id, words);
  return {
    kpi: id.data,
    ledger: ledger.name,
    source: words.source ?? null,
    unit: words.unit ?? null,
    ...(procedures === undefined ? {} : { procedures }),
    ...(await cutOf(db, ledger, words, now)),
    ...period,
    by: words.by === undefined ? null : breakdownOf(words.by),
    ...(words.entity === undefined ? {} : { entity: words.entity }),
    ...(words.limit === undefined ? {} : { rows: { from: (words.page ?? 0) * words.limit, limit: words.limit } }),
  };
}

function breakdownOf(text: string): (typeof breakdownSchema.options)[number] {
  const by = breakdownSchema.safeParse(text);
  if (by.success) return by.data;
  throw new FlagtowerError('BAD_REQUEST', 'there is no such breakdown', {
    place: 'by',
    remedy: `one of ${breakdownSchema.options.join(', ')}`,
  });
}
