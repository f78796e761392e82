import { noticeAreaSchema } from '@flagtower/contracts';
import { z } from 'zod';

import type { Queryable } from '../ledger/queryable.ts';
import { boxOfNotice } from './box.ts';
import type { LifeTelling } from './notice-life.ts';

const rowSchema = z.object({
  source: z.string(),
  id: z.string(),
  version: z.number(),
  hash: z.string(),
  seq: z.number(),
  retractedSeq: z.number().nullable(),
  occurredAt: z.string(),
  startsAt: z.string(),
  endsAt: z.string().nullable(),
  ended: z.boolean(),
  status: z.enum(['actual', 'exercise', 'test', 'system', 'draft']),
  supersedes: z.array(z.string()),
  noticeType: z.string(),
  severity: z.string(),
  areas: z.array(noticeAreaSchema).nullable(),
});

/**
 * Every telling of some notices, retracted ones too.
 * @param areas whether to look at their places, which is most of the work
 */
export async function readLifeTellings(
  db: Queryable,
  ledgerId: number,
  recordIds: readonly string[],
  { areas }: { readonly areas: boolean },
): Promise<LifeTelling[]> {
  const { rows } = await db.query({
    name: areas ? 'life-tellings-with-areas' : 'life-tellings',
    text: `select r.source_id as source, r.record_id as id, r.version::float8, r.hash, r.seq::float8, r.retracted_seq::float8 as "retractedSeq",
        p."occurredAt", p."startsAt", p."endsAt", p.ended, p.status, p.supersedes, p."noticeType", p.severity, ${areas ? 'p.areas' : 'null as areas'}
      from records r cross join lateral jsonb_to_record(r.payload) as p("occurredAt" text, "startsAt" text, "endsAt" text, ended boolean, status text, supersedes text[], "noticeType" text, severity text, areas jsonb)
      where r.ledger_id = $1 and r.kind = 'notice' and r.dossier is null and r.record_id = any($2) order by r.seq`,
    values: [ledgerId, recordIds],
  });
  return rows.map((row) => {
    const { occurredAt, startsAt, endsAt, areas: places, ...rest } = rowSchema.parse(row);
    return {
      ...rest,
      toldAt: Date.parse(occurredAt),
      startsAt: Date.parse(startsAt),
      endsAt: endsAt === null ? null : Date.parse(endsAt),
      box: places === null ? null : boxOfNotice({ areas: places }),
    };
  });
}
