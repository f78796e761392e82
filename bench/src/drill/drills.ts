import { hanoi } from '@flagtower/city-hanoi';
import { kpiQuerySchema, type KpiQuery } from '@flagtower/contracts';

const dayMs = 86_400_000;

/** One question, put to the product's read function and to a table of dossiers. */
export interface Drill {
  readonly name: string;
  readonly query: KpiQuery;
  /** Answers the same with one `value` a row; `$1` is the question's `at`. */
  readonly sql: string;
  /** The table answers another question: it does not remember what was known when. */
  readonly differs?: boolean;
}

const oneUnit = '00004';
const counted = 'select count(*)::int as value from plain_dossiers where received_at';
const stillOpen = '(closed_at is null or closed_at > $1::timestamptz)';
const in30Days = `${counted} between $1::timestamptz - interval '30 days' and $1::timestamptz`;
const in90Days = `${counted} between $1::timestamptz - interval '90 days' and $1::timestamptz`;

/** @param at the present, epoch milliseconds */
export function drillsAt(at: number, lastSeq: number): Drill[] {
  const ask = (kpi: string, more: Partial<Record<keyof KpiQuery, unknown>> = {}): KpiQuery =>
    kpiQuerySchema.parse({ ...everything, kpi, at: instant(at), knownSeq: lastSeq, ...more });
  const from30 = { from: instant(at - 30 * dayMs) };
  return [
    { name: 'received in 30 days, city', query: ask('dossiers.received', from30), sql: in30Days },
    { name: 'open now, city', query: ask('dossiers.open'), sql: `${counted} <= $1::timestamptz and ${stillOpen}` },
    {
      name: 'received in 30 days by unit',
      query: ask('dossiers.received', { ...from30, by: 'unit' }),
      sql: `${in30Days} group by unit`,
    },
    {
      name: 'received in 30 days by channel',
      query: ask('dossiers.received', { ...from30, by: 'channel' }),
      sql: `${in30Days} group by channel`,
    },
    {
      name: 'received in 90 days by day',
      query: ask('dossiers.received', { from: instant(at - 90 * dayMs), by: 'day' }),
      sql: `${in90Days} group by (received_at at time zone '${hanoi.zone}')::date`,
    },
    {
      name: 'received in 30 days by procedure, one unit',
      query: ask('dossiers.received', { ...from30, unit: oneUnit, by: 'procedure' }),
      sql: `${in30Days} and unit = '${oneUnit}' group by procedure`,
    },
    {
      name: 'open now by procedure, one unit',
      query: ask('dossiers.open', { unit: oneUnit, by: 'procedure' }),
      sql: `${counted} <= $1::timestamptz and ${stillOpen} and unit = '${oneUnit}' group by procedure`,
    },
    {
      name: 'overdue 45 days ago by unit',
      query: ask('dossiers.overdue', { at: instant(at - 45 * dayMs), by: 'unit' }),
      sql: `${counted} <= $1::timestamptz and due_at < $1::timestamptz and ${stillOpen} group by unit`,
    },
    {
      name: 'received, as known at two thirds',
      query: ask('dossiers.received', { knownSeq: Math.floor((lastSeq * 2) / 3) }),
      sql: `${counted} <= $1::timestamptz`,
      differs: true,
    },
  ];
}

const everything = { ledger: 'trial', source: null, unit: null, geography: null, from: null, to: null, by: null };

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
