import { FlagtowerError } from '@flagtower/contracts';

const isNotOurs = new Set(['EACCES', 'EPERM', 'EADDRNOTAVAIL', 'ENOTFOUND']);

/** Why a port cannot be listened on, or is listened on no more. */
export function portError(cause: Error, place: 'syslog.tcp' | 'syslog.udp'): FlagtowerError {
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  if (code === 'EADDRINUSE')
    return new FlagtowerError('PORT_BUSY', 'another program listens on the port of the source', {
      place,
      remedy: 'end it, or give the source another port; it is tried again by itself',
      cause,
    });
  if (isNotOurs.has(code))
    return new FlagtowerError('BAD_REQUEST', 'the port or address of the source is not ours to listen on', {
      place: `${place}, FLAGTOWER_SYSLOG_HOST`,
      remedy: 'choose a port above 1023 and an address of this machine',
      cause,
    });
  return new FlagtowerError('SOURCE_UNREACHABLE', 'the port of the source was lost', { place, cause });
}
