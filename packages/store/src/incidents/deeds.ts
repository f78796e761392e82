import {
  deedNameSchema,
  FlagtowerError,
  raisedIncidentSchema,
  type Account,
  type DeedName,
} from '@flagtower/contracts';
import { handSource, type Deed } from '@flagtower/domain';
import type { Pool } from 'pg';
import { z } from 'zod';

import { storeError, takeNumbers } from '../ledger/commit.ts';
import type { Ledger } from '../ledger/ledgers.ts';
import { noteCommit, notifyCommit } from '../ledger/note-commit.ts';
import type { Queryable } from '../ledger/queryable.ts';
import { inTransaction } from '../ledger/transaction.ts';

export interface NewDeed {
  readonly ledger: Ledger;
  readonly deed: DeedName;
  /** The id that it is kept under. */
  readonly incident: string;
  /** All ids of the incident as the person saw it, and the commit that it was read at. */
  readonly seen: { readonly ids: readonly string[]; readonly knownSeq: number };
  readonly by: Pick<Account, 'id'>;
  readonly text: string;
  readonly raised: Deed['raised'];
  /** The service's clock, epoch milliseconds. */
  readonly now: number;
}

/**
 * Writes down what a person did, as a commit of the ledger. When this returns, it is durable.
 * @returns the commit at which it is known
 * @throws FlagtowerError `CONFLICT` where somebody else did something to the incident meanwhile
 */
export async function addDeed(
  pool: Pool,
  { ledger, deed, incident, seen, by, text, raised, now }: NewDeed,
): Promise<number> {
  try {
    return await inTransaction(pool, async (client) => {
      const { lastSeq: seq, recordedAt } = await takeNumbers(client, { ledger, items: { length: 1 }, now });
      const { rows } = await client.query(
        `select from incident_deeds where ledger_id = $1 and incident = any($2::text[]) and seq > $3 and deed <> 'comment' limit 1`,
        [ledger.id, seen.ids, seen.knownSeq],
      );
      if (rows.length > 0 && deed !== 'comment')
        throw new FlagtowerError('CONFLICT', 'somebody else has just acted on this incident', {
          place: 'deed',
          remedy: 'look at it again, and act if it still needs it',
        });
      await client.query(
        `insert into incident_deeds (ledger_id, seq, recorded_at, incident, deed, account, reason, raised) values ($1, $2, to_timestamp($3::float8 / 1000), $4, $5, $6, $7, $8::jsonb)`,
        [ledger.id, seq, recordedAt, incident, deed, by.id, text, raised === null ? null : JSON.stringify(raised)],
      );
      await noteCommit(client, {
        ledgerId: ledger.id,
        sourceId: handSource,
        importId: null,
        knownSeq: seq,
        recordedAt,
        accepted: 1,
      });
      await notifyCommit(client, ledger.id, seq);
      return seq;
    });
  } catch (error) {
    throw storeError(error);
  }
}

const rowSchema = z.object({
  seq: z.number(),
  at: z.number(),
  deed: deedNameSchema,
  incident: z.string(),
  account: z.string(),
  displayName: z.string().nullable(),
  reason: z.string(),
  raised: raisedIncidentSchema.omit({ text: true }).nullable(),
});

/** Everything that people did and that is known at a commit, in order. */
export async function readDeeds(db: Queryable, ledgerId: number, knownSeq: number): Promise<Deed[]> {
  const { rows } = await db.query(
    `select d.seq::float8, (extract(epoch from d.recorded_at) * 1000)::float8 as at, d.deed, d.incident, d.account, a.display_name as "displayName", d.reason, d.raised
      from incident_deeds d left join accounts a on a.id = d.account where d.ledger_id = $1 and d.seq <= $2 order by d.seq`,
    [ledgerId, knownSeq],
  );
  return rows.map((row) => {
    const { account, displayName, reason, at, ...rest } = rowSchema.parse(row);
    return { ...rest, at: Math.round(at), text: reason, by: { id: account, displayName: displayName ?? '' } };
  });
}
