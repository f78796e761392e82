import { hourMs, minuteMs } from '../calendar/city-days.ts';
import { chanceOf } from '../chance/chance.ts';
import { happens } from '../chance/draw.ts';
import type { CityModel } from '../city-model.ts';
import type { NgsiEntity } from '../readings/ngsi-entity.ts';
import type { MeasuringSpot } from '../readings/spots.ts';
import { floodAt } from '../story/story.ts';

/** The city's AI cameras of 13 December 2025 (PLO, SGGP): 957 at 195 junctions, 132 turning ones, 748 others. Their places are invented. */
export const trafficCameras = { prefix: 'CAM', count: 1837 } as const;

export const camerasEveryMs = 5 * minuteMs;

/** Each camera is asked so often whether it answers, at its own minute; assumed. */
const askedEveryMs = 30 * minuteMs;

/** No source tells how many are usually at work, nor for how long one is not: assumed. */
const breakdowns = [
  { name: 'days', lastsMs: 96 * hourMs, share: 0.021 },
  { name: 'hours', lastsMs: 6 * hourMs, share: 0.011 },
] as const;
/** Of the cameras, those that stand where water comes first; assumed. */
const lowShare = 0.06;

export interface CameraState {
  readonly camera: MeasuringSpot;
  /** When it was asked last, epoch milliseconds. */
  readonly askedAt: number;
  readonly answers: boolean;
}

/** How each camera stood when it was asked last: a pure function of the city, its seed and the moment. */
export function cameraStates(city: CityModel, cameras: readonly MeasuringSpot[], at: number): CameraState[] {
  return cameras.map((camera) => {
    const ownMinute = Math.floor((camera.lean + 1) * 15) * minuteMs;
    const askedAt = at - ((((at - ownMinute) % askedEveryMs) + askedEveryMs) % askedEveryMs);
    return { camera, askedAt, answers: !isBroken(city, camera, askedAt) && !isDrowned(city, camera, askedAt) };
  });
}

/**
 * The cameras that were asked after `since`, with their answer, as the operator's platform tells of its devices. Whoever has not read for
 * longer than a round of asking is told too since when those are silent that are.
 */
export function cameraEntities(
  city: CityModel,
  cameras: readonly MeasuringSpot[],
  since: number,
  at: number,
): NgsiEntity[] {
  const isLate = at - since > askedEveryMs;
  return cameraStates(city, cameras, at)
    .filter(({ askedAt }) => askedAt > since)
    .flatMap((state) => [...(isLate && !state.answers ? silentSince(city, state) : []), state])
    .map(({ camera: { id, point }, askedAt, answers }) => ({
      type: 'Device',
      id,
      point,
      at: askedAt,
      values: {},
      words: { deviceState: answers ? 'ok' : 'offline' },
    }));
}

/** How a silent camera stood when it answered last, and when it first did not; what lies longer is not looked for. */
function silentSince(city: CityModel, silent: CameraState): CameraState[] {
  const longestMs = Math.max(...breakdowns.map(({ lastsMs }) => lastsMs));
  for (let back = askedEveryMs; back <= longestMs; back += askedEveryMs) {
    const [before] = cameraStates(city, [silent.camera], silent.askedAt - back);
    if (before?.answers === true) return [before, { ...silent, askedAt: before.askedAt + askedEveryMs }];
  }
  return [];
}

/** Not all break on the same hour: each camera's spells begin at their own. */
function isBroken(city: CityModel, { id, lean }: MeasuringSpot, at: number): boolean {
  return breakdowns.some(({ name, lastsMs, share }) => {
    const spell = Math.floor((at + (lean + 1) * 0.5 * lastsMs) / lastsMs);
    return happens(chanceOf(city.seed, 'camera', id, name, spell), share);
  });
}

function isDrowned(city: CityModel, { id }: MeasuringSpot, at: number): boolean {
  const depth = floodAt(city, at)?.depth ?? 0;
  return depth > 0 && happens(chanceOf(city.seed, 'camera-low', id), lowShare * depth);
}
