import { FlagtowerError } from '@flagtower/contracts';

/** The file as a whole is not what it claims. `place` is a line, a column or a limit's name, never a value. */
export function badFile(message: string, place: string, remedy: string, cause?: unknown): FlagtowerError {
  return new FlagtowerError('BAD_FILE', message, { place, remedy, ...(cause === undefined ? {} : { cause }) });
}
