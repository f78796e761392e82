import {
  cityStageSchema,
  incidentIdSchema,
  incidentLogLineSchema,
  incidentStateSchema,
  instantSchema,
  listedIncidentSchema,
  type IncidentDeed,
} from '@flagtower/contracts';
import { z } from 'zod';

import { sendJson } from '../forms/send-json.ts';
import { readJson } from '../stream/read-json.ts';

/** What the list shows, as the address says it; a word that is not understood is left out. */
export const incidentsSearchSchema = z.object({
  center: z.string().max(40).optional().catch(undefined),
  state: z
    .enum([...incidentStateSchema.options, 'open'])
    .optional()
    .catch(undefined),
});
export type IncidentsSearch = z.infer<typeof incidentsSearchSchema>;

const listSchema = z.object({
  at: instantSchema,
  stage: cityStageSchema.nullable(),
  total: z.number(),
  incidents: z.array(listedIncidentSchema),
});
export type IncidentList = z.infer<typeof listSchema>;

const detailSchema = z.object({ incident: listedIncidentSchema, log: z.array(incidentLogLineSchema) });
export type IncidentDetail = z.infer<typeof detailSchema>;

export async function readIncidents(
  ledger: string,
  { center, state }: IncidentsSearch,
  signal: AbortSignal,
): Promise<IncidentList> {
  const words = new URLSearchParams({ ledger });
  if (center !== undefined) words.set('center', center);
  if (state !== undefined) words.set('state', state);
  return await readJson(`/v1/incidents?${words}`, listSchema, { signal });
}

/** @param id any that it ever had */
export async function readIncident(ledger: string, id: string, signal: AbortSignal): Promise<IncidentDetail> {
  return await readJson(addressOf(ledger, id, ''), detailSchema, { signal });
}

export async function actOn(ledger: string, id: string, deed: IncidentDeed): Promise<void> {
  await sendJson(
    'POST',
    addressOf(ledger, id, '/deeds'),
    z.object({ incident: z.object({ id: incidentIdSchema }) }),
    deed,
  );
}

function addressOf(ledger: string, id: string, deeds: string): string {
  return `/v1/incidents/${encodeURIComponent(id)}${deeds}?${new URLSearchParams({ ledger })}`;
}
