import type { IncidentRules } from '@flagtower/contracts';
import type { Incident } from '@flagtower/domain';
import { handSource } from '@flagtower/domain';

import type { Queryable } from '../ledger/queryable.ts';
import type { Source } from '../ledger/sources.ts';
import { declaredTellers } from '../read/notice-tellers.ts';

/** The sources whose values a threshold judges. */
export async function readJudgedSources(
  db: Queryable,
  ledgerId: number,
  { thresholds }: Pick<IncidentRules, 'thresholds'>,
): Promise<string[]> {
  const { rows } = await db.query<{ source: string }>(
    `select distinct source_id as source from latest_values where ledger_id = $1 and feed = any($2) order by source`,
    [ledgerId, thresholds.map(({ feed }) => feed)],
  );
  return rows.map(({ source }) => source);
}

/**
 * The sources that tell incidents, or would: what they do not tell is not known.
 * @param told by `sourcesOfIncidents`
 * @param judged by `readJudgedSources`
 */
export function incidentTellers(
  told: ReadonlySet<string>,
  judged: readonly string[],
  sources: Iterable<Source>,
): ReadonlySet<string> {
  return new Set([...told, ...judged, ...declaredTellers(sources, {})]);
}

/** The sources that incidents were told by; people are none. */
export function sourcesOfIncidents(incidents: Iterable<Pick<Incident, 'occasions'>>): Set<string> {
  const found = new Set<string>();
  for (const { occasions } of incidents) for (const { source } of occasions) found.add(source);
  found.delete(handSource);
  return found;
}
