import { catalogueItemSchema, type CatalogueItem } from '@flagtower/contracts';

import type { Queryable } from '../ledger/queryable.ts';

export interface CatalogueQuery {
  readonly ledgerId: number;
  /** `null`: all. */
  readonly source: string | null;
  readonly knownSeq: number;
}

export interface ToldItem {
  readonly source: string;
  readonly item: CatalogueItem;
}

/** Procedures and services as they were told by a commit: of each record the newest version, retracted ones left out. */
export async function readCatalogue(
  db: Queryable,
  { ledgerId, source, knownSeq }: CatalogueQuery,
): Promise<ToldItem[]> {
  const { rows } = await db.query<{ source: string; payload: unknown }>(
    `select distinct on (source_id, record_id) source_id as source, payload from records
      where ledger_id = $1 and kind = 'catalogue-item' and payload ->> 'itemType' in ('procedure', 'service')
        and ($2::text is null or source_id = $2) and seq <= $3 and (retracted_seq is null or retracted_seq > $3)
      order by source_id, record_id, version desc, seq desc`,
    [ledgerId, source, knownSeq],
  );
  return rows.map((row) => ({ source: row.source, item: catalogueItemSchema.parse(row.payload) }));
}
