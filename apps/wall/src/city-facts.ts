import { knownOf } from './cells/cell.ts';
import { knownCells, useFeed, useIncidents, useKpis, useSources } from './cells/use-cells.ts';
import type { CityFacts } from './centers/center-state.ts';
import { stateNow } from './freshness/freshness-now.ts';
import { incidentLevel } from './incidents/incident-text.ts';
import { fleetOf } from './unit-map/vehicles.ts';

/**
 * What the ribbon speaks of.
 * @param root code of the unit that is the whole city
 * @param nowMs the ledger's clock; `null`: not known, then the server's last word on freshness counts
 */
export function useCityFacts(root: string, nowMs: number | null): CityFacts {
  const kpis = useKpis(root);
  const buses = useFeed('bus');
  const told = useSources();
  const sources = knownCells(told.all).map(([, { center, freshness }]) => ({
    center,
    state: stateNow(freshness, nowMs, false),
    observedMs: freshness.observedAt === null ? null : Date.parse(freshness.observedAt),
  }));
  const incidents = knownCells(useIncidents().all)
    .map(([, incident]) => incident)
    .filter(({ state, over, severity }) => state !== 'closed' && !over && severity > 1)
    .map((incident) => ({ center: incident.center, level: incidentLevel(incident) }));
  const overdue = knownOf(kpis.cell('dossiers.overdue', 'now'))?.value ?? null;
  const open = knownOf(kpis.cell('dossiers.open', 'now'))?.value ?? null;
  const fleet = fleetOf(
    knownCells(buses.all).map(([, bus]) => bus),
    nowMs,
  );
  return {
    overdue,
    overdueShare: overdue === null || open === null || open === 0 ? null : overdue / open,
    // A bus that says nothing any more is not running, as far as anybody knows.
    buses: buses.cut === null ? null : fleet.live + fleet.late,
    sources: told.cut === null ? null : sources,
    incidents,
  };
}
