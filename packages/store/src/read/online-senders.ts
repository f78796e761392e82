import type { CaseKind } from '@flagtower/contracts';
import type { Span } from '@flagtower/domain';

import { measureCode } from '../ledger/measure-codes.ts';
import type { Queryable } from '../ledger/queryable.ts';

export interface SendersQuestion {
  readonly ledgerId: number;
  readonly caseKind: CaseKind;
  /** Keys of the ledger; `null`: all. */
  readonly units: readonly string[] | null;
  readonly span: Span;
  readonly knownSeq: number;
}

/** That a procedure had a dossier sent online under a key of the ledger. */
export interface OnlineSender {
  readonly key: string;
  readonly procedure: string;
}

/**
 * Where which procedures had a dossier sent online in a stretch. No balance tells procedures within units: each cell's own entries are
 * added up, from the index alone.
 */
export async function readOnlineSenders(
  db: Queryable,
  { ledgerId, caseKind, units, span, knownSeq }: SendersQuestion,
): Promise<OnlineSender[]> {
  const { rows } = await db.query<OnlineSender>(
    `select c.unit as key, c.procedure from cells c cross join lateral (
        select sum(e.delta) as sum from entries e where e.cell = c.id and e.measure = $3
          and ($4::float8 is null or e.effective_at >= to_timestamp($4::float8 / 1000)) and e.effective_at < to_timestamp($5::float8 / 1000) and e.seq <= $6) told
      where c.ledger_id = $1 and c.case_kind = $2 and c.procedure <> '' and ($7::text[] is null or c.unit = any($7)) and told.sum > 0 group by 1, 2`,
    [ledgerId, caseKind, measureCode('received-online'), span.from, span.to, knownSeq, units],
  );
  return rows;
}
