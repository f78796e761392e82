import { randomUUID } from 'node:crypto';

import {
  FlagtowerError,
  type Account,
  type CityStage,
  type IncidentRules,
  type ListedIncident,
} from '@flagtower/contracts';
import { byIncidentUrgency, type Deed, type Incident } from '@flagtower/domain';
import {
  addDeed,
  incidentId,
  incidentsOf,
  incidentTellers,
  readIncidentInputs,
  readJudgedSources,
  sourcesOf,
  sourcesOfIncidents,
  type Source,
} from '@flagtower/store';

import { incidentCell } from '../engine/views/incident-cells.ts';
import { stageOfIncidents, stageView } from '../engine/views/stage-view.ts';
import type { Service } from '../service.ts';
import type { CutRead } from './cut-query.ts';

/** @throws FlagtowerError `NOT_FOUND` where the city has no rules for incidents */
export function rulesOf({ city }: Pick<Service, 'city'>): IncidentRules {
  if (city.incidents === null)
    throw new FlagtowerError('NOT_FOUND', `${city.id} tells no incidents`, {
      remedy: 'give the city’s data a member `incidents`',
    });
  return city.incidents;
}

/** Every incident of a cut, also those long closed. */
export async function incidentsAt(
  service: Service,
  { ledger, cut }: Pick<CutRead, 'ledger' | 'cut'>,
): Promise<Incident[]> {
  const at = Date.parse(cut.at);
  const inputs = await readIncidentInputs(service.store.pool, ledger.id, { at, knownSeq: cut.knownSeq });
  return incidentsOf(inputs, rulesOf(service), at);
}

/** The sources of a ledger by their ids. */
export async function sourcesById(
  { store }: Pick<Service, 'store'>,
  { ledger }: Pick<CutRead, 'ledger'>,
): Promise<ReadonlyMap<string, Source>> {
  return new Map((await sourcesOf(store.pool, ledger.id)).map((source) => [source.id, source]));
}

/** What the incidents of a cut make of the city's day; `null` on days of no ladder. */
export async function stageAt(
  service: Service,
  { ledger, cut }: Pick<CutRead, 'ledger' | 'cut'>,
  incidents: readonly Incident[],
  sources: ReadonlyMap<string, Source>,
): Promise<CityStage | null> {
  const { store, now } = service;
  const rules = rulesOf(service);
  const stage = stageOfIncidents(rules, incidents, { at: Date.parse(cut.at), zone: ledger.zone });
  if (stage === null) return null;
  const judged = await readJudgedSources(store.pool, ledger.id, rules);
  const tellers = incidentTellers(sourcesOfIncidents(incidents), judged, sources.values());
  return stageView(stage, tellers, sources, now());
}

/** As they are listed: what needs somebody first. */
export function listed(
  { now }: Pick<Service, 'now'>,
  incidents: readonly Incident[],
  sources: ReadonlyMap<string, Source>,
): ListedIncident[] {
  return incidents
    .map((incident) => ({ id: incident.id, ...incidentCell(incident, sources, now()) }))
    .toSorted(byIncidentUrgency);
}

/**
 * By any id that it ever had.
 * @throws FlagtowerError `NOT_FOUND`
 */
export function incidentWith(incidents: readonly Incident[], id: string): Incident {
  const found = incidents.find(({ occasions }) => occasions.some(({ members }) => members.includes(id)));
  if (found === undefined)
    throw new FlagtowerError('NOT_FOUND', 'there is no such incident at this cut', {
      place: 'id',
      remedy: 'GET /v1/incidents lists them; what a source took back is no incident any more',
    });
  return found;
}

export interface ActedOn {
  readonly read: CutRead;
  readonly incident: Incident;
  readonly deed: 'acknowledge' | 'comment' | 'close';
  readonly text: string;
  readonly by: Account;
}

/** @throws FlagtowerError `CONFLICT` where it was done already, or somebody else acted meanwhile */
export async function actOn({ store, now }: Service, { read, incident, deed, text, by }: ActedOn): Promise<void> {
  if (deed !== 'comment' && incident.state === 'closed')
    throw new FlagtowerError('CONFLICT', 'this incident is closed', {
      place: 'deed',
      remedy: 'comment on it, or raise a new one',
    });
  if (deed === 'acknowledge' && incident.acknowledged !== null)
    throw new FlagtowerError('CONFLICT', 'this incident is acknowledged already', {
      place: 'deed',
      remedy: 'comment on it, or close it',
    });
  await addDeed(store.pool, {
    ledger: read.ledger,
    deed,
    incident: incident.id,
    seen: { ids: incident.occasions.flatMap(({ members }) => members), knownSeq: read.cut.knownSeq },
    by,
    text,
    raised: null,
    now: now(),
  });
}

/** @returns the id of the incident that a person raised */
export async function raise(
  { store, now }: Service,
  { ledger }: Pick<CutRead, 'ledger'>,
  { raised, text, by }: { readonly raised: NonNullable<Deed['raised']>; readonly text: string; readonly by: Account },
): Promise<string> {
  const id = incidentId('h', randomUUID());
  const seen = { ids: [], knownSeq: 0 };
  await addDeed(store.pool, { ledger, deed: 'raise', incident: id, seen, by, text, raised, now: now() });
  return id;
}
