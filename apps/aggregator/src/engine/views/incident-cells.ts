import type { City, IncidentCell, IncidentPlace, Point } from '@flagtower/contracts';
import { freshnessState, type Incident, type Json, type Occasion } from '@flagtower/domain';
import { instantOf, stampsOfSource, type Source } from '@flagtower/store';
import { z } from 'zod';

/** Topic `incidents`: what is open at the cut. `now` is the service's clock: sources are silent in real time. */
export function incidentCells(
  city: Pick<City, 'incidents'>,
  incidents: readonly Incident[],
  sources: ReadonlyMap<string, Source>,
  now: number,
): Map<string, Json> {
  return new Map(
    incidents.map((incident) => [
      incident.id,
      // Texts have optional members; on the wire what is not there is left out.
      z.json().parse(JSON.parse(JSON.stringify(incidentCell(city, incident, sources, now)))),
    ]),
  );
}

/** An incident as the stream and the API tell it. */
export function incidentCell(
  { incidents: rules }: Pick<City, 'incidents'>,
  incident: Incident,
  sources: ReadonlyMap<string, Source>,
  now: number,
): IncidentCell {
  const { kind, severity, state, over, from, to, occasions, acknowledged, closed, follows } = incident;
  const head = headOf(incident);
  return {
    kind,
    center: rules?.kinds.find(({ id }) => id === kind)?.center ?? '',
    severity,
    state,
    over,
    about: head.about,
    place: placeOf(head, occasions),
    from: instantOf(from),
    to: to === null ? null : instantOf(to),
    lastToldAt: instantOf(Math.max(...occasions.flatMap(({ tellings }) => tellings.map(({ at }) => at)))),
    occasions: occasions.length,
    sources: [...new Set(occasions.map(({ source }) => source))]
      .toSorted()
      .map((id) => ({ id, silentSince: silentSince(sources.get(id), now) })),
    acknowledged: acknowledged === null ? null : { by: acknowledged.by, at: instantOf(acknowledged.at) },
    closed: closed === null ? null : { by: closed.deed?.by ?? null, at: instantOf(closed.at) },
    follows,
  };
}

/** What it is told by: the worst of what goes on, the earliest among equals. */
function headOf({ occasions, to, from }: Incident): Occasion {
  const worst = (occasion: Occasion): number =>
    Math.max(0, ...occasion.tellings.map(({ severity }) => severity ?? 0)) +
    // What is over is only told where nothing goes on.
    (to === null && occasion.to !== null ? -10 : 0);
  const [head] = occasions.toSorted((one, other) => worst(other) - worst(one));
  if (head === undefined) throw new RangeError(`an incident of ${String(from)} has no occasion`);
  return head;
}

const mostPoints = 200;
const mostRings = 200;
const mostCorners = 64;

/** All places together, a border with fewer corners: enough to see where it is. */
function placeOf(head: Occasion, occasions: readonly Occasion[]): IncidentPlace {
  const places = [head, ...occasions.filter((one) => one !== head)].map(({ place }) => place);
  return {
    name: places.find(({ name }) => name !== null)?.name ?? null,
    points: distinct(places.flatMap(({ points }) => points)).slice(0, mostPoints),
    rings: places.flatMap(({ rings }) => rings.map(thinned)).slice(0, mostRings),
  };
}

function distinct(points: readonly Point[]): Point[] {
  return [...new Map(points.map((point) => [point.join(), point])).values()];
}

function thinned(ring: readonly Point[]): Point[] {
  const step = Math.max(1, Math.ceil(ring.length / mostCorners));
  const corners = ring.filter((_, index) => index % step === 0);
  const [first] = corners;
  return first === undefined || corners.at(-1)?.join() === first.join() ? corners : [...corners, first];
}

function silentSince(source: Source | undefined, now: number): IncidentCell['sources'][number]['silentSince'] {
  if (source === undefined || source.lastContactAt === null) return null;
  const state = freshnessState(stampsOfSource(source), now);
  return state === 'stale' || state === 'lost' ? instantOf(source.lastContactAt) : null;
}
