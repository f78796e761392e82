import type { Instant } from '@flagtower/contracts';

import type { Queryable } from '../ledger/queryable.ts';
import { dossierOf, headColumns, type DossierRow, type HeadRow, type Present } from './dossiers.ts';
import { instantOf } from './instant.ts';

/** Which field reports; `null`: all. Moments are epoch milliseconds, both included. */
export interface ServiceRequestFilter {
  readonly ledgerId: number;
  /** Keys of dossiers. */
  readonly ids: readonly string[] | null;
  readonly services: readonly string[] | null;
  readonly standing: readonly ('open' | 'paused' | 'closed')[];
  readonly receivedFrom: number | null;
  readonly receivedTo: number;
  readonly offset: number;
  readonly limit: number;
}

export interface ServiceRequestRow extends DossierRow {
  readonly receivedAt: Instant;
  /** When it was closed, or of an open one the last moment that a standing record speaks of. */
  readonly updatedAt: Instant;
}

/** What may be told of field reports: accepted ones that still have a standing record. */
const isTold = `ledger_id = $1 and case_kind = 'field-report' and source_id <> '' and standing in ('open', 'paused', 'closed')`;

/** Field reports as they stand now, the newest first; reports that were refused or not yet accepted are left out. */
export async function readServiceRequests(
  db: Queryable,
  present: Present,
  filter: ServiceRequestFilter,
): Promise<ServiceRequestRow[]> {
  const { rows } = await db.query<HeadRow & { receivedAt: number; updatedAt: number | null }>(
    `with page as (
        select * from heads where ${isTold} and ($2::uuid[] is null or dossier = any($2)) and ($3::text[] is null or procedure = any($3)) and standing = any($4::text[])
          and ($5::float8 is null or received_at >= to_timestamp($5::float8 / 1000)) and received_at <= to_timestamp($6::float8 / 1000)
        order by received_at desc, dossier offset $7 limit $8)
      select ${headColumns}, (extract(epoch from (select max(told.occurred_at) from records told
          where told.ledger_id = page.ledger_id and told.dossier = page.dossier and told.retracted_seq is null)) * 1000)::float8 as "updatedAt"
        from page order by received_at desc, dossier`,
    [
      filter.ledgerId,
      filter.ids,
      filter.services,
      filter.standing,
      filter.receivedFrom,
      filter.receivedTo,
      filter.offset,
      filter.limit,
    ],
  );
  return rows.map(({ updatedAt, ...head }) => ({
    ...dossierOf(head, present),
    receivedAt: instantOf(head.receivedAt),
    updatedAt: instantOf(head.closedAt ?? updatedAt ?? head.receivedAt),
  }));
}

/** Codes of what the field reports of a ledger are about, in order; a report that names nothing adds none. */
export async function readServiceCodes(db: Queryable, ledgerId: number): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>(
    `select distinct procedure as code from heads where ${isTold} and procedure is not null order by code`,
    [ledgerId],
  );
  return rows.map(({ code }) => code);
}
