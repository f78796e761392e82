import type { CaseKind, DossierEvent } from '@flagtower/contracts';
import { entriesFor, foldDossier, foldRules, standingClaims, type Claim, type FoldRules } from '@flagtower/domain';
import type { PoolClient } from 'pg';

import { lines, plainArray } from './array-text.ts';
import { claimOf, readClaims, writeClaims } from './claim-codec.ts';
import { dossierKey } from './identity.ts';
import type { Entry } from './store-entries.ts';

/** An accepted record of a case, with its place in the commit order. */
export interface TakenDossierEvent {
  readonly seq: number;
  readonly hash: string;
  readonly event: DossierEvent;
}

export interface DossierSource {
  readonly id: string;
  readonly namespace: string;
  readonly rank: number;
}

interface Head {
  readonly dossier: string;
  readonly namespace: string;
  readonly code: string;
  readonly caseKind: CaseKind;
  readonly before: readonly Claim[];
  readonly after: Claim[];
  seq: number;
}

export interface Booked {
  readonly entries: readonly Entry[];
  /** Records (by `seq`) that were told before in the same version with different content. */
  readonly conflicting: readonly number[];
}

/**
 * Folds the dossiers that a batch speaks of, before and after it, and books the difference. Heads are written; the
 * entries are returned. The ledger's row is locked, so nobody else moves these heads meanwhile.
 */
export async function bookDossiers(
  client: PoolClient,
  ledger: { readonly id: number; readonly zone: string },
  source: DossierSource,
  taken: readonly TakenDossierEvent[],
): Promise<Booked> {
  if (taken.length === 0) return { entries: [], conflicting: [] };
  const byDossier = Map.groupBy(taken, ({ event }) => dossierKey(source.namespace, event.caseKind, event.dossier));
  const held = await readHeads(client, ledger.id, [...byDossier.keys()]);
  const conflicting: number[] = [];
  const heads: Head[] = [];
  for (const [dossier, events] of byDossier) {
    const [first] = events;
    if (first === undefined) continue;
    const before = held.get(dossier) ?? [];
    const after = [...before];
    for (const { seq, event, hash } of events) {
      const claim = claimOf(event, { source: source.id, rank: source.rank, hash });
      if (after.some((other) => sameTelling(other, claim))) conflicting.push(seq);
      after.push(claim);
    }
    const seq = Math.max(...events.map((event) => event.seq));
    heads.push({
      dossier,
      namespace: source.namespace,
      code: first.event.dossier,
      caseKind: first.event.caseKind,
      before,
      after: standingClaims(after),
      seq,
    });
  }
  const entries = await writeHeads(client, ledger, heads);
  return { entries, conflicting };
}

function sameTelling(a: Claim, b: Claim): boolean {
  return a.recordId === b.recordId && a.source === b.source && a.version === b.version && a.hash !== b.hash;
}

async function readHeads(
  client: PoolClient,
  ledgerId: number,
  dossiers: readonly string[],
): Promise<Map<string, Claim[]>> {
  const { rows } = await client.query<{ dossier: string; claims: unknown }>({
    name: 'read-heads',
    text: `select dossier, claims from heads where ledger_id = $1 and dossier = any($2::uuid[])`,
    values: [ledgerId, plainArray(dossiers)],
  });
  return new Map(rows.map(({ dossier, claims }) => [dossier, readClaims(claims)]));
}

/** Writes heads with the claims that stand after, and returns what that changes in the dated facts. */
export async function writeHeads(
  client: PoolClient,
  ledger: { readonly id: number; readonly zone: string },
  heads: readonly Head[],
): Promise<Entry[]> {
  const rules = foldRules(ledger.zone);
  const folded = heads.map((head) => ({ head, ...foldHead(head, rules) }));
  await client.query({
    name: 'write-heads',
    text: `insert into heads (ledger_id, dossier, namespace, code, case_kind, source_id, claims, standing, unit, procedure, channel, received_at, due_at, closed_at, disagreements, last_seq, due_precision)
      select $1, dossier, namespace, code, case_kind, coalesce(source_id, ''), claims::jsonb, standing, unit, procedure, channel,
        to_timestamp(received_at / 1000), to_timestamp(due_at / 1000), to_timestamp(closed_at / 1000), disagreements, last_seq, due_precision
      from unnest($2::uuid[], string_to_array($3, E'\\n', ''), string_to_array($4, E'\\n', ''), $5::text[], string_to_array($6, E'\\n'), string_to_array($7, E'\\n'), $8::text[],
        string_to_array($9, E'\\n', ''), string_to_array($10, E'\\n', ''), string_to_array($11, E'\\n', ''),
        $12::float8[], $13::float8[], $14::float8[], $15::int2[], $16::int8[], $17::text[])
        as h(dossier, namespace, code, case_kind, source_id, claims, standing, unit, procedure, channel, received_at, due_at, closed_at, disagreements, last_seq, due_precision)
      on conflict (ledger_id, dossier) do update set source_id = excluded.source_id, claims = excluded.claims, standing = excluded.standing, unit = excluded.unit,
        procedure = excluded.procedure, channel = excluded.channel, received_at = excluded.received_at, due_at = excluded.due_at,
        closed_at = excluded.closed_at, disagreements = excluded.disagreements, last_seq = excluded.last_seq, due_precision = excluded.due_precision`,
    values: [
      ledger.id,
      plainArray(folded.map(({ head }) => head.dossier)),
      lines(folded.map(({ head }) => head.namespace)),
      lines(folded.map(({ head }) => head.code)),
      plainArray(folded.map(({ head }) => head.caseKind)),
      lines(folded.map(({ after }) => after.source ?? '')),
      lines(folded.map(({ head }) => writeClaims(head.after))),
      plainArray(folded.map(({ after }) => after.standing)),
      lines(folded.map(({ after }) => after.cell.unit)),
      lines(folded.map(({ after }) => after.cell.procedure)),
      lines(folded.map(({ after }) => after.cell.channel)),
      plainArray(folded.map(({ after }) => after.receivedAt)),
      plainArray(folded.map(({ after }) => after.dueAt)),
      plainArray(folded.map(({ after }) => after.closedAt)),
      plainArray(folded.map(({ after }) => after.disagreements)),
      plainArray(folded.map(({ head }) => head.seq)),
      plainArray(folded.map(({ after }) => after.duePrecision)),
    ],
  });
  return folded.flatMap(({ entries }) => entries);
}

function foldHead(head: Head, rules: FoldRules): { after: ReturnType<typeof foldDossier>; entries: Entry[] } {
  const before = foldDossier(head.before, rules);
  const after = foldDossier(head.after, rules);
  const entryOf = (source: string | null, facts: ReturnType<typeof entriesFor>): Entry[] =>
    facts.map(({ measure, at, delta, handlingMs, cohortAt, cell }) => ({
      seq: head.seq,
      dossier: head.dossier,
      measure,
      at,
      delta,
      handlingMs,
      cohortAt,
      caseKind: head.caseKind,
      source: source ?? '',
      unit: cell.unit ?? '',
      procedure: cell.procedure ?? '',
      channel: cell.channel ?? '',
    }));
  // Another source may now be the one that speaks of the receipt: then everything moves to its cell.
  if (before.source !== null && before.source !== after.source)
    return {
      after,
      entries: [
        ...entryOf(before.source, entriesFor(before.facts, [])),
        ...entryOf(after.source, entriesFor([], after.facts)),
      ],
    };
  return { after, entries: entryOf(after.source, entriesFor(before.facts, after.facts)) };
}
