import type { Notice } from '@flagtower/contracts';
import type { PoolClient } from 'pg';

import { boxAround, boxOf, boxOfNotice, boxText, type Box } from './box.ts';
import { readLifeTellings } from './life-tellings.ts';
import { livesOf, type LifeTelling, type NoticeLife } from './notice-life.ts';

export interface TakenNotice {
  readonly seq: number;
  readonly notice: Notice;
}

/** Writes what a batch's notices make of their lives, and who told them. The ledger's row is held by now. */
export async function bookNotices(
  client: PoolClient,
  { ledgerId, sourceId }: { readonly ledgerId: number; readonly sourceId: string },
  taken: readonly TakenNotice[],
): Promise<void> {
  if (taken.length === 0) return;
  const boxes = new Map(taken.map(({ seq, notice }) => [seq, boxOfNotice(notice)]));
  await bookLives(
    client,
    ledgerId,
    [...new Set(taken.flatMap(({ notice }) => [notice.recordId, ...notice.supersedes]))],
    {
      boxOfNew: (seq) => boxes.get(seq) ?? null,
    },
  );
  const types = [...Map.groupBy(taken, ({ notice }) => notice.noticeType)];
  await client.query(
    `insert into notice_tellers (ledger_id, source_id, notice_type, first_seq) select $1, $2, type, seq from unnest($3::text[], $4::int8[]) as t(type, seq) on conflict do nothing`,
    [ledgerId, sourceId, types.map(([type]) => type), types.map(([, told]) => Math.min(...told.map(({ seq }) => seq)))],
  );
}

/** Notices of which an import is retracted live as what is left of them says. */
export async function rebookNotices(client: PoolClient, ledgerId: number, importId: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select distinct record_id as id from records where import_id = $1 and kind = 'notice' and dossier is null`,
    [importId],
  );
  for (let start = 0; start < rows.length; start += slice)
    await bookLives(
      client,
      ledgerId,
      rows.slice(start, start + slice).map(({ id }) => id),
      { boxOfNew: () => null },
    );
}

const slice = 500;

/** Computes the lives of what was told before lives were kept, a slice and a commit at a time. */
export async function settleWaiting(client: PoolClient): Promise<void> {
  for (let done = slice; done > 0;) {
    await client.query('begin');
    const { rows } = await client.query<{ ledgerId: number; ids: string[] }>(
      `select ledger_id as "ledgerId", array_agg(record_id) as ids
        from (select ledger_id, record_id from notice_lives where lower_inf(lasts) order by ledger_id, record_id limit ${String(slice)}) w group by ledger_id`,
    );
    for (const { ledgerId, ids } of rows) {
      // As a batch does: nobody else tells of them meanwhile.
      await client.query(`select from ledgers where id = $1 for update`, [ledgerId]);
      await bookLives(client, ledgerId, ids, { boxOfNew: () => null });
    }
    await client.query('commit');
    done = rows.length;
  }
}

async function bookLives(
  client: PoolClient,
  ledgerId: number,
  recordIds: readonly string[],
  { boxOfNew }: { readonly boxOfNew: (seq: number) => Box | null },
): Promise<void> {
  let ids = recordIds;
  for (;;) {
    const held = await readGroups(client, ledgerId, ids);
    const members = [...new Set([...ids, ...held.keys()])];
    const isWaiting = [...held.values()].some((life) => life.isWaiting);
    const tellings = await readLifeTellings(client, ledgerId, members, { areas: isWaiting });
    const missing = tellings.flatMap(({ supersedes }) => supersedes).filter((id) => !members.includes(id));
    if (missing.length > 0) {
      ids = [...members, ...new Set(missing)];
      continue;
    }
    // Where somebody was told to be once stays within the box: of earlier tellings the row has it.
    const placed = ({ id, seq, box }: LifeTelling): Box | null =>
      isWaiting ? box : boxAround([...(held.get(id)?.box ?? []), ...(boxOfNew(seq) ?? [])]);
    await keep(client, ledgerId, livesOf(tellings.map((telling) => ({ ...telling, box: placed(telling) }))));
    return;
  }
}

async function readGroups(
  client: PoolClient,
  ledgerId: number,
  recordIds: readonly string[],
): Promise<Map<string, { readonly box: Box | null; readonly isWaiting: boolean }>> {
  const { rows } = await client.query<{ id: string; box: string | null; isWaiting: boolean }>({
    name: 'groups-of-notices',
    text: `select record_id as id, box::text, lower_inf(lasts) as "isWaiting" from notice_lives where ledger_id = $1
      and grp in (select grp from notice_lives where ledger_id = $1 and record_id = any($2))`,
    values: [ledgerId, recordIds],
  });
  return new Map(rows.map(({ id, box, isWaiting }) => [id, { box: boxOf(box), isWaiting }]));
}

async function keep(client: PoolClient, ledgerId: number, lives: readonly NoticeLife[]): Promise<void> {
  const rows = lives.map((life) => ({
    ...life,
    standsUntil: life.standsUntil === null ? null : String(life.standsUntil),
    box: boxText(life.box),
  }));
  await client.query({
    name: 'keep-notice-lives',
    text: `insert into notice_lives (ledger_id, record_id, grp, first_seq, changed_seq, lasts, stands_until, box, types, severities, incident_ids)
      select $1, "recordId", grp, "firstSeq", "changedSeq", lasts, "standsUntil", box, types, severities, "incidentIds"
      from jsonb_to_recordset($2::jsonb) as r("recordId" text, grp text, "firstSeq" int8, "changedSeq" int8, lasts int8range, "standsUntil" float8, box box, types text[], severities text[], "incidentIds" text[])
      on conflict (ledger_id, record_id) do update set grp = excluded.grp, first_seq = excluded.first_seq, changed_seq = excluded.changed_seq, lasts = excluded.lasts,
        stands_until = excluded.stands_until, box = excluded.box, types = excluded.types, severities = excluded.severities, incident_ids = excluded.incident_ids`,
    values: [ledgerId, JSON.stringify(rows)],
  });
}
