import {
  takenDossierEventSchema,
  type City,
  type Instant,
  type TakenDossierEvent,
  type UnallocatedReason,
} from '@flagtower/contracts';
import { geographyOf, keyOfCode, placeIn, rowOf, spokenUnit, type AskedUnit, type SpokenUnit } from '@flagtower/domain';

import type { Queryable } from '../ledger/queryable.ts';
import type { HeadsOf } from './asked-unit.ts';
import { instantOf } from './instant.ts';

export interface DossierFilter {
  readonly ledgerId: number;
  readonly caseKind: string;
  readonly units: HeadsOf;
  readonly procedure: string | null;
  readonly channel: string | null;
  readonly source: string | null;
  /** Any of these; `null`: all. */
  readonly standing: readonly ('new' | 'refused' | 'open' | 'paused' | 'closed')[] | null;
  /** Only those that are open past their due moment at `now`. */
  readonly overdueAt: number | null;
  /** Key of the last dossier of the page before; `null` for the first page. */
  readonly after: string | null;
  readonly limit: number;
}

export interface DossierRow extends SpokenUnit {
  readonly id: string;
  readonly code: string;
  readonly source: string;
  readonly standing: string;
  readonly procedure: string | null;
  readonly channel: string | null;
  readonly receivedAt: Instant | null;
  readonly dueAt: Instant | null;
  /** As told (`instant`, `minute`, `day`), or `computed` by a rule because nobody told it. */
  readonly duePrecision: string | null;
  readonly closedAt: Instant | null;
}

/** Of `heads`, for `dossierOf`. */
export const headColumns = `dossier as id, code, source_id as source, standing, unit, procedure, channel, (extract(epoch from received_at) * 1000)::float8 as "receivedAt",
  (extract(epoch from due_at) * 1000)::float8 as "dueAt", (extract(epoch from closed_at) * 1000)::float8 as "closedAt", due_precision as "duePrecision"`;

function momentOf(ms: number | null): Instant | null {
  return ms === null ? null : instantOf(ms);
}

/** A row of `headColumns`. */
export interface HeadRow {
  readonly id: string;
  readonly code: string;
  readonly source: string;
  readonly standing: string;
  readonly unit: string | null;
  readonly procedure: string | null;
  readonly channel: string | null;
  readonly receivedAt: number | null;
  readonly dueAt: number | null;
  readonly duePrecision: string | null;
  readonly closedAt: number | null;
}

/** The present of a ledger: where an open dossier stands follows from when it is asked. */
export interface Present {
  readonly city: City;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A unit that ended took its open dossiers along; what was closed stays where it was. `null`: no unit was told. */
function standingKey({ unit, standing }: HeadRow, { city, at }: Present): string | null {
  const isOpen = standing === 'open' || standing === 'paused';
  const geography = geographyOf(city);
  return unit === null || !isOpen ? unit : placeIn(geography, keyOfCode(geography, unit, at), at).key;
}

/** A head as people read it at the present. */
export function dossierOf(head: HeadRow, present: Present): DossierRow {
  const { unit: _told, ...row } = head;
  return {
    ...row,
    ...spokenUnit(geographyOf(present.city), standingKey(head, present), present.at),
    receivedAt: momentOf(row.receivedAt),
    dueAt: momentOf(row.dueAt),
    closedAt: momentOf(row.closedAt),
  };
}

function reasonOf(head: HeadRow, present: Present, asked: AskedUnit | null): UnallocatedReason | null {
  return asked === null ? null : (rowOf(asked, standingKey(head, present) ?? '')?.reason ?? null);
}

/** A dossier in the list of a unit. */
export interface ListedDossier extends DossierRow {
  /** Why it stands in the unit's row `unallocated`; `null`: in the row of a unit below. */
  readonly reason: UnallocatedReason | null;
}

/** Dossiers as they stand now, a page in the order of their keys; those of which everything was retracted are left out. */
export async function readDossiers(db: Queryable, present: Present, filter: DossierFilter): Promise<ListedDossier[]> {
  const { rows } = await db.query<HeadRow>(
    `select ${headColumns} from heads where ledger_id = $1 and case_kind = $2 and source_id <> '' and ($3::text[] is null or coalesce(unit, '') = any(case when standing in ('open', 'paused') then $11::text[] else $3 end)) and ($4::text is null or procedure = $4)
        and ($5::text is null or channel = $5) and ($6::text is null or source_id = $6) and ($7::text[] is null or standing = any($7))
        and ($8::float8 is null or (standing in ('open', 'paused') and due_at < to_timestamp($8::float8 / 1000))) and ($9::uuid is null or dossier > $9)
      order by dossier limit $10`,
    [
      filter.ledgerId,
      filter.caseKind,
      filter.units.keys?.others ?? null,
      filter.procedure,
      filter.channel,
      filter.source,
      filter.standing,
      filter.overdueAt,
      filter.after,
      filter.limit,
      filter.units.keys?.open ?? null,
    ],
  );
  return rows.map((row) => ({ ...dossierOf(row, present), reason: reasonOf(row, present, filter.units.asked) }));
}

export interface DossierStory extends DossierRow {
  readonly disagreements: number;
  /** Every telling of it, in commit order. */
  readonly records: readonly {
    readonly seq: number;
    readonly source: string;
    readonly recordedAt: Instant;
    readonly retracted: boolean;
    readonly event: TakenDossierEvent;
  }[];
}

/** @returns `null` where the ledger has no such dossier */
export async function readDossier(
  db: Queryable,
  present: Present,
  ledgerId: number,
  id: string,
): Promise<DossierStory | null> {
  const { rows } = await db.query<HeadRow & { disagreements: number }>(
    `select ${headColumns}, disagreements from heads where ledger_id = $1 and dossier = $2::uuid`,
    [ledgerId, id],
  );
  const [head] = rows;
  if (head === undefined) return null;
  const told = await db.query<{
    seq: number;
    source: string;
    recordedAt: number;
    retracted: boolean;
    payload: unknown;
  }>(
    `select seq::float8, source_id as source, (extract(epoch from recorded_at) * 1000)::float8 as "recordedAt", retracted_seq is not null as retracted, payload
      from records where ledger_id = $1 and dossier = $2::uuid order by seq`,
    [ledgerId, id],
  );
  return {
    ...dossierOf(head, present),
    disagreements: head.disagreements,
    records: told.rows.map(({ payload, recordedAt, ...row }) => ({
      ...row,
      recordedAt: instantOf(recordedAt),
      event: takenDossierEventSchema.parse(payload),
    })),
  };
}
