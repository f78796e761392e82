import { FlagtowerError } from '@flagtower/contracts';
import { Temporal } from 'temporal-polyfill';

/** Wall-clock time that a clock change made doubtful: it comes twice, or it never comes. */
export type ClockDoubt = 'dst-ambiguous' | 'dst-gap';

interface ZoneTime {
  readonly epochMs: number;
  readonly doubt: ClockDoubt | null;
}

/** `wallMs` is the wall-clock time written as if it were UTC, in ms. */
export type ZoneClock = (wallMs: number) => ZoneTime;

interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly offsetMs: number;
}

/** No clock change shifts by more, so further away from one than this a wall-clock time is certain. */
const MARGIN_MS = 26 * 60 * 60 * 1000;
/** Stretches kept; a file that jumps through centuries starts over. */
const MAX_STRETCHES = 64;

/**
 * Reads wall-clock times of a zone. A time that comes twice is the earlier one, a time that never comes is moved
 * forward by the gap: the same on every run, and the doubt is told.
 * @throws FlagtowerError `BAD_REQUEST` when this machine does not know the zone
 */
export function zoneClock(zone: string): ZoneClock {
  requireZone(zone);
  const stretches: Stretch[] = [];
  return (wallMs) => {
    let stretch = stretches.find((it) => isCertain(it, wallMs));
    if (stretch !== undefined) return { epochMs: wallMs - stretch.offsetMs, doubt: null };
    stretch = stretchAround(wallMs, zone);
    if (!isCertain(stretch, wallMs)) return askCalendar(wallMs, zone);
    if (stretches.length >= MAX_STRETCHES) stretches.length = 0;
    stretches.push(stretch);
    return { epochMs: wallMs - stretch.offsetMs, doubt: null };
  };
}

function requireZone(zone: string): void {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  } catch (error) {
    throw new FlagtowerError('BAD_REQUEST', 'This time zone is not known', {
      place: 'zone',
      remedy: 'Give an IANA name such as Asia/Ho_Chi_Minh',
      cause: error,
    });
  }
}

function isCertain({ fromMs, toMs, offsetMs }: Stretch, wallMs: number): boolean {
  const epochMs = wallMs - offsetMs;
  return epochMs - fromMs >= MARGIN_MS && toMs - epochMs >= MARGIN_MS;
}

/** The stretch of one offset that holds the moment `wallMs` if it were UTC; near enough, as the margin is wider. */
function stretchAround(wallMs: number, zone: string): Stretch {
  const moment = Temporal.Instant.fromEpochMilliseconds(wallMs).toZonedDateTimeISO(zone);
  return {
    fromMs: moment.getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity,
    toMs: moment.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    offsetMs: moment.offsetNanoseconds / 1e6,
  };
}

function askCalendar(wallMs: number, zone: string): ZoneTime {
  const wall = Temporal.Instant.fromEpochMilliseconds(wallMs).toZonedDateTimeISO('UTC').toPlainDateTime();
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { epochMs: earlier.epochMilliseconds, doubt: null };
  // In a gap neither reading shows the wall-clock time that was asked for.
  if (earlier.toPlainDateTime().equals(wall)) return { epochMs: earlier.epochMilliseconds, doubt: 'dst-ambiguous' };
  return { epochMs: later.epochMilliseconds, doubt: 'dst-gap' };
}
