import type { PoolClient } from 'pg';

/** The channel of PostgreSQL's NOTIFY on which every committer tells its `{ ledger, seq }`. */
export const commitChannel = 'flagtower_commit';

export interface NotedCommit {
  readonly ledgerId: number;
  readonly sourceId: string;
  readonly importId: string | null;
  /** Everything of the commit is known at this position. */
  readonly knownSeq: number;
  /** Epoch milliseconds. */
  readonly recordedAt: number;
  readonly accepted: number;
}

/** Writes down that something was committed, which makes it a moment that one can ask `known` for. */
export async function noteCommit(client: PoolClient, commit: NotedCommit): Promise<void> {
  await client.query({
    name: 'note-commit',
    text: `insert into commits (ledger_id, last_seq, recorded_at, source_id, import_id, accepted) values ($1, $2, to_timestamp($3::float8 / 1000), $4, $5, $6)`,
    values: [commit.ledgerId, commit.knownSeq, commit.recordedAt, commit.sourceId, commit.importId, commit.accepted],
  });
}

/** Tells every engine that reads this ledger; heard once the transaction is committed. */
export async function notifyCommit(client: PoolClient, ledgerId: number, seq: number): Promise<void> {
  await client.query({
    name: 'notify-commit',
    text: `select pg_notify($1, $2)`,
    values: [commitChannel, JSON.stringify({ ledger: ledgerId, seq })],
  });
}
