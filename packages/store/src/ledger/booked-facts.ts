import type { Fact } from '@flagtower/domain';
import type { PoolClient } from 'pg';

import { measureOfCode } from './measure-codes.ts';

/** What is booked of a dossier, added up: a fact, and the source whose cell it is in. */
export interface BookedFact {
  readonly source: string;
  readonly fact: Fact;
}

/**
 * The facts that the entries of some dossiers add up to. Entries are found by the numbers of what can have booked them: the
 * dossier's records, retractions of them, and adoptions of rules.
 * @param dossiers keys, ascending
 */
export async function readBookedFacts(
  client: PoolClient,
  ledgerId: number,
  dossiers: readonly string[],
): Promise<Map<string, BookedFact[]>> {
  const [first, last] = [dossiers[0], dossiers.at(-1)];
  const { rows } = await client.query<{
    dossier: string;
    measure: number;
    at: number;
    unit: string;
    procedure: string;
    channel: string;
    source: string;
    handlingMs: number | null;
    cohortAt: number | null;
    sum: number;
  }>(
    `with told as (
        select dossier, seq from records where ledger_id = $1 and dossier = any($2::uuid[])
        union select dossier, retracted_seq from records where ledger_id = $1 and dossier = any($2::uuid[]) and retracted_seq is not null),
      adopted as (select seq from adoptions where ledger_id = $1 and first_dossier <= $4::uuid and last_dossier >= $3::uuid),
      booked as (
        select e.* from told t join entries e on e.ledger_id = $1 and e.seq = t.seq and e.dossier = t.dossier
        union all select e.* from adopted a join entries e on e.ledger_id = $1 and e.seq = a.seq and e.dossier = any($2::uuid[]))
      select e.dossier, e.measure, (extract(epoch from e.effective_at) * 1000)::float8 as at, c.unit, c.procedure, c.channel, c.source_id as source,
        e.handling_ms::float8 as "handlingMs", (extract(epoch from e.cohort_at) * 1000)::float8 as "cohortAt", sum(e.delta)::float8 as sum
      from booked e join cells c on c.id = e.cell group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(e.delta) <> 0`,
    [ledgerId, dossiers, first, last],
  );
  const booked = new Map<string, BookedFact[]>();
  for (const { dossier, source, measure, at, unit, procedure, channel, sum, handlingMs, cohortAt } of rows) {
    const cell = { unit: textOf(unit), procedure: textOf(procedure), channel: textOf(channel) };
    const fact = { measure: measureOfCode(measure), at, cell, delta: sum, handlingMs, cohortAt };
    const ofDossier = booked.get(dossier);
    if (ofDossier === undefined) booked.set(dossier, [{ source, fact }]);
    else ofDossier.push({ source, fact });
  }
  return booked;
}

function textOf(text: string): string | null {
  return text === '' ? null : text;
}
