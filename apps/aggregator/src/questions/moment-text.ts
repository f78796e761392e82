import { FlagtowerError, type Instant } from '@flagtower/contracts';
import { instantOf } from '@flagtower/store';

/**
 * Reads a moment as a person writes it: an instant with an offset (`2011-07-01T00:00Z`), or a day, which means its
 * beginning in `zone`.
 * @throws FlagtowerError `BAD_REQUEST` that names `place`
 */
export function instantFrom(text: string, zone: string, place: string): Instant {
  try {
    const ms = /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? Temporal.PlainDate.from(text).toZonedDateTime(zone).epochMilliseconds
      : Temporal.Instant.from(text).epochMilliseconds;
    return instantOf(ms);
  } catch (cause) {
    throw new FlagtowerError('BAD_REQUEST', `${place} is neither a day nor an instant with an offset`, {
      place,
      remedy: 'write it like 2026-11-24 or 2026-11-24T08:00:00Z',
      cause,
    });
  }
}
