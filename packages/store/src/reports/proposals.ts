import { randomUUID } from 'node:crypto';

import { reportProposalSchema, type LedgerName, type ReportDraft, type ReportProposal } from '@flagtower/contracts';
import { z } from 'zod';

import type { Ledger } from '../ledger/ledgers.ts';
import type { Queryable } from '../ledger/queryable.ts';
import { instantOf } from '../read/instant.ts';

/** A figure as somebody stated it, with the unit of measure of its indicator. */
export interface NewProposal extends ReportDraft {
  readonly unitOfMeasure: string;
}

/** Puts figures before a second person; all of them or, when it throws, none. @returns their ids, in their order */
export async function addProposals(
  db: Queryable,
  ledger: Ledger,
  proposals: readonly NewProposal[],
  { author, now }: { readonly author: string; readonly now: number },
): Promise<string[]> {
  const ids = proposals.map(() => randomUUID());
  await db.query(
    `insert into report_proposals (id, ledger_id, indicator, unit, period_from, period_to, value, bound, unit_of_measure, stated_by, author, proposed_at, state)
      select id, $1, indicator, unit, period_from::date, period_to::date, value, bound, unit_of_measure, stated_by, $2, to_timestamp($3::float8 / 1000), 'waiting'
      from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::float8[], $10::text[], $11::text[], $12::text[])
        as p(id, indicator, unit, period_from, period_to, value, bound, unit_of_measure, stated_by)`,
    [
      ledger.id,
      author,
      now,
      ids,
      proposals.map(({ indicator }) => indicator),
      proposals.map(({ unit }) => unit),
      proposals.map(({ period }) => period.from),
      proposals.map(({ period }) => period.to),
      proposals.map(({ value }) => value),
      proposals.map(({ bound }) => bound),
      proposals.map(({ unitOfMeasure }) => unitOfMeasure),
      proposals.map(({ statedBy }) => statedBy),
    ],
  );
  return ids;
}

const columns = `p.id, l.name as ledger, p.indicator, p.unit, p.period_from::text as "from", p.period_to::text as "to", p.value, p.bound,
  p.unit_of_measure as "unitOfMeasure", p.stated_by as "statedBy", p.author, a.display_name as "authorName",
  (extract(epoch from p.proposed_at) * 1000)::float8 as "proposedAt", p.state, p.decided_by as "decidedBy", d.display_name as "deciderName",
  (extract(epoch from p.decided_at) * 1000)::float8 as "decidedAt", p.reason, p.seq::float8 as seq, p.version::float8 as version`;
const tables = `report_proposals p join ledgers l on l.id = p.ledger_id join accounts a on a.id = p.author left join accounts d on d.id = p.decided_by`;

const rowSchema = z.looseObject({
  from: z.string(),
  to: z.string(),
  author: z.string(),
  authorName: z.string(),
  proposedAt: z.number(),
  decidedBy: z.string().nullable(),
  deciderName: z.string().nullable(),
  decidedAt: z.number().nullable(),
});

function proposalOf(row: unknown): ReportProposal {
  const { from, to, author, authorName, proposedAt, decidedBy, deciderName, decidedAt, ...rest } = rowSchema.parse(row);
  return reportProposalSchema.parse({
    ...rest,
    period: { from, to },
    author: { id: author, displayName: authorName },
    proposedAt: instantOf(proposedAt),
    decidedBy: decidedBy === null ? null : { id: decidedBy, displayName: deciderName },
    decidedAt: decidedAt === null ? null : instantOf(decidedAt),
  });
}

/** The figures of a ledger that wait, and those that were decided last; the newest first, 500 at the most. */
export async function readProposals(
  db: Queryable,
  ledgerId: number,
  state: ReportProposal['state'] | null,
): Promise<ReportProposal[]> {
  const { rows } = await db.query(
    `select ${columns} from ${tables} where p.ledger_id = $1 and ($2::text is null or p.state = $2) order by p.proposed_at desc, p.id limit 500`,
    [ledgerId, state],
  );
  return rows.map(proposalOf);
}

/** @returns `null`: there is none */
export async function readProposal(db: Queryable, id: string): Promise<ReportProposal | null> {
  const { rows } = await db.query(`select ${columns} from ${tables} where p.id = $1`, [id]);
  return rows[0] === undefined ? null : proposalOf(rows[0]);
}

/** Holds a proposal to the end of the transaction, so that two people cannot decide on it at the same moment. */
export async function holdProposal(db: Queryable, id: string, ledger: LedgerName): Promise<ReportProposal | null> {
  await db.query('select 1 from report_proposals where id = $1 for update', [id]);
  const proposal = await readProposal(db, id);
  return proposal?.ledger === ledger ? proposal : null;
}
