import type { PoolClient } from 'pg';

import { boxText, boxOf } from '../notices/box.ts';
import { readLifeTellings } from '../notices/life-tellings.ts';
import { livesOf, type LifeTelling } from '../notices/notice-life.ts';
import type { Difference } from './verify-ledger.ts';

const chunk = 1000;

/** Lives of notices are what all their tellings say, and who told them is who told first. A difference is a row that is not as it must be. */
export async function compareNoticeLives(
  client: PoolClient,
  ledgerId: number,
): Promise<{ compared: number; differences: Difference[] }> {
  const expected = new Map(
    livesOf(await readAllTellings(client, ledgerId)).map((life) => [life.recordId, rowText(life)]),
  );
  const { rows } = await client.query<StoredLife>(
    `select record_id as "recordId", grp, first_seq::float8 as "firstSeq", changed_seq::float8 as "changedSeq", lasts::text, stands_until as "standsUntil",
        box::text, types, severities, incident_ids as "incidentIds" from notice_lives where ledger_id = $1`,
    [ledgerId],
  );
  const stored = new Map(rows.map((row) => [row.recordId, rowText({ ...row, box: boxOf(row.box) })]));
  const places = [...new Set([...expected.keys(), ...stored.keys()])];
  const wrong = places.filter((id) => expected.get(id) !== stored.get(id));
  return {
    compared: places.length,
    differences: [
      ...wrong.map((id) => ({
        stage: 'notices' as const,
        place: id,
        stored: Number(!expected.has(id)),
        expected: Number(expected.has(id)),
      })),
      ...(await compareTellers(client, ledgerId)),
    ],
  };
}

interface StoredLife extends Omit<ReturnType<typeof livesOf>[number], 'box'> {
  readonly box: string | null;
}

function rowText({ standsUntil, box, ...life }: ReturnType<typeof livesOf>[number]): string {
  const { recordId, grp, firstSeq, changedSeq, lasts, types, severities, incidentIds } = life;
  return [
    recordId,
    grp,
    firstSeq,
    changedSeq,
    lasts,
    String(standsUntil),
    boxText(box),
    types,
    severities,
    incidentIds,
  ].join('|');
}

async function readAllTellings(client: PoolClient, ledgerId: number): Promise<LifeTelling[]> {
  const { rows } = await client.query<{ id: string }>(
    `select distinct record_id as id from records where ledger_id = $1 and kind = 'notice' and dossier is null order by id`,
    [ledgerId],
  );
  const found: LifeTelling[] = [];
  for (let start = 0; start < rows.length; start += chunk) {
    const ids = rows.slice(start, start + chunk).map(({ id }) => id);
    found.push(...(await readLifeTellings(client, ledgerId, ids, { areas: true })));
  }
  return found;
}

async function compareTellers(client: PoolClient, ledgerId: number): Promise<Difference[]> {
  const { rows } = await client.query<{ place: string; stored: number; expected: number }>(
    `with told as (select source_id, payload ->> 'noticeType' as notice_type, min(seq) as first_seq from records where ledger_id = $1 and kind = 'notice' and dossier is null group by 1, 2)
     select concat_ws('|', source_id, notice_type) as place, coalesce(k.first_seq, 0)::float8 as stored, coalesce(t.first_seq, 0)::float8 as expected
      from (select source_id, notice_type, first_seq from notice_tellers where ledger_id = $1) k full join told t using (source_id, notice_type)
      where k.first_seq is distinct from t.first_seq`,
    [ledgerId],
  );
  return rows.map((row) => ({ stage: 'notices' as const, ...row }));
}
