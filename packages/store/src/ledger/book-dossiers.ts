import type { CaseKind, TakenDossierEvent } from '@flagtower/contracts';
import { entriesFor, foldDossier, standingClaims, type Claim, type Fact, type FoldRules } from '@flagtower/domain';
import type { PoolClient } from 'pg';

import { lines, plainArray } from './array-text.ts';
import { readBookedFacts, type BookedFact } from './booked-facts.ts';
import { claimOf, readClaims, writeClaims } from './claim-codec.ts';
import { dossierKey } from './identity.ts';
import type { Entry } from './store-entries.ts';

/** An accepted record of a case, with its place in the commit order. */
export interface BookedEvent {
  readonly seq: number;
  readonly hash: string;
  readonly event: TakenDossierEvent;
}

export interface DossierSource {
  readonly id: string;
  readonly namespace: string;
  readonly rank: number;
}

/** A dossier that is folded anew. */
export interface Head {
  readonly dossier: string;
  readonly namespace: string;
  readonly code: string;
  readonly caseKind: CaseKind;
  readonly before: readonly Claim[];
  /** Version of the rules that `before` was booked by; `null`: nothing is booked yet. */
  readonly foldVersion: number | null;
  readonly after: readonly Claim[];
  readonly seq: number;
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
  ledger: { readonly id: number },
  source: DossierSource,
  taken: readonly BookedEvent[],
  rules: FoldRules,
): Promise<Booked> {
  if (taken.length === 0) return { entries: [], conflicting: [] };
  const byDossier = Map.groupBy(taken, ({ event }) => dossierKey(source.namespace, event.caseKind, event.dossier));
  const held = await readHeads(client, ledger.id, [...byDossier.keys()]);
  const conflicting: number[] = [];
  const heads: Head[] = [];
  for (const [dossier, events] of byDossier) {
    const [first] = events;
    if (first === undefined) continue;
    const { claims: before, foldVersion } = held.get(dossier) ?? { claims: [], foldVersion: null };
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
      foldVersion,
      after: standingClaims(after),
      seq,
    });
  }
  const entries = await writeHeads(client, ledger, heads, rules);
  return { entries, conflicting };
}

function sameTelling(a: Claim, b: Claim): boolean {
  return a.recordId === b.recordId && a.source === b.source && a.version === b.version && a.hash !== b.hash;
}

async function readHeads(
  client: PoolClient,
  ledgerId: number,
  dossiers: readonly string[],
): Promise<Map<string, { claims: Claim[]; foldVersion: number }>> {
  const { rows } = await client.query<{ dossier: string; claims: unknown; foldVersion: number }>({
    name: 'read-heads',
    text: `select dossier, claims, fold_version as "foldVersion" from heads where ledger_id = $1 and dossier = any($2::uuid[])`,
    values: [ledgerId, plainArray(dossiers)],
  });
  return new Map(
    rows.map(({ dossier, claims, foldVersion }) => [dossier, { claims: readClaims(claims), foldVersion }]),
  );
}

/** What was booked of heads that stand at other rules than ours: no fold of this build can tell it. */
async function readBookedByOthers(
  client: PoolClient,
  ledgerId: number,
  heads: readonly Head[],
  version: number,
): Promise<Map<string, BookedFact[]>> {
  const others = heads.filter(({ foldVersion }) => foldVersion !== null && foldVersion !== version);
  if (others.length === 0) return new Map();
  const dossiers = others.map(({ dossier }) => dossier).toSorted();
  const booked = await readBookedFacts(client, ledgerId, dossiers);
  return new Map(dossiers.map((dossier) => [dossier, booked.get(dossier) ?? []]));
}

/**
 * Writes heads with the claims that stand after, and returns what that changes in the dated facts. A head that stands at
 * other rules adopts ours by the way.
 */
export async function writeHeads(
  client: PoolClient,
  ledger: { readonly id: number },
  heads: readonly Head[],
  rules: FoldRules,
): Promise<Entry[]> {
  const booked = await readBookedByOthers(client, ledger.id, heads, rules.version);
  const folded = heads.map((head) => ({ head, ...foldHead(head, booked.get(head.dossier), rules) }));
  await client.query({
    name: 'write-heads',
    text: `insert into heads (ledger_id, dossier, namespace, code, case_kind, source_id, claims, standing, unit, procedure, channel, received_at, due_at, closed_at, disagreements, last_seq, due_precision, fold_version)
      select $1, dossier, namespace, code, case_kind, coalesce(source_id, ''), claims::jsonb, standing, unit, procedure, channel,
        to_timestamp(received_at / 1000), to_timestamp(due_at / 1000), to_timestamp(closed_at / 1000), disagreements, last_seq, due_precision, $18::int2
      from unnest($2::uuid[], string_to_array($3, E'\\n', ''), string_to_array($4, E'\\n', ''), $5::text[], string_to_array($6, E'\\n'), string_to_array($7, E'\\n'), $8::text[],
        string_to_array($9, E'\\n', ''), string_to_array($10, E'\\n', ''), string_to_array($11, E'\\n', ''),
        $12::float8[], $13::float8[], $14::float8[], $15::int2[], $16::int8[], $17::text[])
        as h(dossier, namespace, code, case_kind, source_id, claims, standing, unit, procedure, channel, received_at, due_at, closed_at, disagreements, last_seq, due_precision)
      on conflict (ledger_id, dossier) do update set source_id = excluded.source_id, claims = excluded.claims, standing = excluded.standing, unit = excluded.unit,
        procedure = excluded.procedure, channel = excluded.channel, received_at = excluded.received_at, due_at = excluded.due_at,
        closed_at = excluded.closed_at, disagreements = excluded.disagreements, last_seq = excluded.last_seq, due_precision = excluded.due_precision, fold_version = excluded.fold_version`,
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
      rules.version,
    ],
  });
  return folded.flatMap(({ entries }) => entries);
}

/** What is booked in the cells of one source. */
interface Former {
  readonly source: string;
  readonly facts: readonly Fact[];
}

function foldHead(
  head: Head,
  booked: readonly BookedFact[] | undefined,
  rules: FoldRules,
): { after: ReturnType<typeof foldDossier>; entries: Entry[] } {
  const after = foldDossier(head.after, rules);
  const source = after.source ?? '';
  const former = booked === undefined ? [formerOf(head, rules)] : formersOf(booked);
  // Another source may now be the one that speaks of the receipt: then everything moves to its cell.
  const left = former.filter((one) => one.source !== source);
  const same = former.find((one) => one.source === source)?.facts ?? [];
  return {
    after,
    entries: [
      ...left.flatMap((one) => entriesOf(head, one.source, entriesFor(one.facts, []))),
      ...entriesOf(head, source, entriesFor(same, after.facts)),
    ],
  };
}

function formerOf(head: Head, rules: FoldRules): Former {
  const { source, facts } = foldDossier(head.before, rules);
  return { source: source ?? '', facts };
}

function formersOf(booked: readonly BookedFact[]): Former[] {
  return [...Map.groupBy(booked, ({ source }) => source)].map(([source, of]) => ({
    source,
    facts: of.map(({ fact }) => fact),
  }));
}

function entriesOf(head: Head, source: string, facts: readonly Fact[]): Entry[] {
  return facts.map(({ measure, at, delta, handlingMs, cohortAt, cell }) => ({
    seq: head.seq,
    dossier: head.dossier,
    measure,
    at,
    delta,
    handlingMs,
    cohortAt,
    caseKind: head.caseKind,
    source,
    unit: cell.unit ?? '',
    procedure: cell.procedure ?? '',
    channel: cell.channel ?? '',
  }));
}
