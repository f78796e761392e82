import type { IncidentCell, IncidentPlace, Point } from '@flagtower/contracts';
import type { Incident, Json, Occasion } from '@flagtower/domain';
import { instantOf, type Source } from '@flagtower/store';
import { z } from 'zod';

import { silentSince } from './silent-since.ts';

/** Topic `incidents`: what is open at the cut. `now` is the service's clock: sources are silent in real time. */
export function incidentCells(
  incidents: readonly Incident[],
  sources: ReadonlyMap<string, Source>,
  now: number,
): Map<string, Json> {
  return new Map(
    incidents.map((incident) => [
      incident.id,
      // Texts have optional members; on the wire what is not there is left out.
      z.json().parse(JSON.parse(JSON.stringify(incidentCell(incident, sources, now)))),
    ]),
  );
}

/** An incident as the stream and the API tell it. */
export function incidentCell(incident: Incident, sources: ReadonlyMap<string, Source>, now: number): IncidentCell {
  const { kind, center, severity, head, state, over, from, to, occasions, deeds, acknowledged, closed, follows } =
    incident;
  const { about, latest, occasion } = head;
  return {
    kind,
    center,
    severity,
    state,
    over,
    about,
    latest: latest === null ? null : { about: latest.about, at: instantOf(latest.at) },
    place: placeOf(occasion, occasions),
    from: instantOf(from),
    to: to === null ? null : instantOf(to),
    lastToldAt: instantOf(
      Math.max(...occasions.flatMap(({ aboutAt, tellings }) => [aboutAt, ...tellings.map(({ at }) => at)])),
    ),
    occasions: occasions.length,
    sources: [...new Set(occasions.map(({ source }) => source))]
      .toSorted()
      .map((id) => ({ id, silentSince: silentSince(sources.get(id), now) })),
    raisedBy: deeds.find(({ deed }) => deed === 'raise')?.by ?? null,
    acknowledged: acknowledged === null ? null : { by: acknowledged.by, at: instantOf(acknowledged.at) },
    closed: closed === null ? null : { by: closed.deed?.by ?? null, at: instantOf(closed.at) },
    follows,
  };
}

const mostPoints = 200;
const mostRings = 200;
const mostCorners = 64;

/**
 * All places together, a border with fewer corners: enough to see where it is. What is told by a point or a line is told first; the area of
 * a wide warning stands beside it and never for it.
 */
function placeOf(head: Occasion, occasions: readonly Occasion[]): IncidentPlace {
  const places = [head, ...occasions.filter((one) => one !== head)]
    .map(({ place }) => place)
    .toSorted((one, other) => Number(other.points.length > 0) - Number(one.points.length > 0));
  const area = places.find((place) => place.area !== undefined)?.area;
  const unit = places.find((place) => place.unit !== undefined)?.unit;
  return {
    name: places.find(({ name }) => name !== null)?.name ?? null,
    points: distinct(places.flatMap(({ points }) => points)).slice(0, mostPoints),
    rings: places.flatMap(({ rings }) => rings.map(thinned)).slice(0, mostRings),
    ...(unit === undefined ? {} : { unit }),
    ...(area === undefined ? {} : { area }),
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
