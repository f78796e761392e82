import {
  cityStageSchema,
  incidentIdSchema,
  incidentLogLineSchema,
  incidentStateSchema,
  instantSchema,
  listedIncidentSchema,
  type IncidentDeed,
  type raisedIncidentSchema,
} from '@flagtower/contracts';
import { z } from 'zod';

import { sendJson } from '../forms/send-json.ts';
import { readJson } from '../stream/read-json.ts';
import { addressOf } from '../stream/request-address.ts';

/** What the list can be narrowed to; `open`: whatever is not closed. */
export const stateChoices = [...incidentStateSchema.options, 'open'] as const;

/** What the list shows, as the address says it; a word that is not understood is left out. */
export const incidentsSearchSchema = z.object({
  center: z.string().max(40).optional().catch(undefined),
  state: z.enum(stateChoices).optional().catch(undefined),
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
  return await readJson(addressOf('/v1/incidents', { ledger, center, state }), listSchema, { signal });
}

/** @param id any that it ever had */
export async function readIncident(ledger: string, id: string, signal: AbortSignal): Promise<IncidentDetail> {
  return await readJson(incidentAddress(ledger, id, ''), detailSchema, { signal });
}

export async function actOn(ledger: string, id: string, deed: IncidentDeed): Promise<void> {
  await sendJson(
    'POST',
    incidentAddress(ledger, id, '/deeds'),
    z.object({ incident: z.object({ id: incidentIdSchema }) }),
    deed,
  );
}

/** @returns its id */
export async function raise(ledger: string, raised: z.input<typeof raisedIncidentSchema>): Promise<string> {
  const { id } = await sendJson(
    'POST',
    addressOf('/v1/incidents', { ledger }),
    z.object({ id: incidentIdSchema }),
    raised,
  );
  return id;
}

function incidentAddress(ledger: string, id: string, deeds: string): string {
  return addressOf(`/v1/incidents/${encodeURIComponent(id)}${deeds}`, { ledger });
}
