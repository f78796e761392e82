import { FlagtowerError, type Problem, type ProblemCode } from '@flagtower/contracts';

const statuses: Readonly<Record<ProblemCode, number>> = {
  BAD_REQUEST: 400,
  UNAUTHORISED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  UNKNOWN_KPI: 404,
  UNKNOWN_UNIT: 404,
  UNKNOWN_SOURCE: 404,
  UNKNOWN_FORMAT: 415,
  UNKNOWN_MAPPING: 422,
  BAD_FILE: 422,
  TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  CONFLICT: 409,
  SOURCE_UNREACHABLE: 504,
  SOURCE_REFUSES: 502,
  PORT_BUSY: 503,
  FOLDER_NOT_OURS: 503,
  FOLDER_NOT_WRITABLE: 503,
  STORE_VERSION: 503,
  DISK_FULL: 507,
  STORE_UNAVAILABLE: 503,
  PROTOCOL_VERSION: 409,
  INTERNAL: 500,
};

const titles: Readonly<Record<ProblemCode, string>> = {
  BAD_REQUEST: 'The request is not what it should be',
  UNAUTHORISED: 'A key or an account is needed',
  FORBIDDEN: 'Not allowed',
  NOT_FOUND: 'Not found',
  UNKNOWN_KPI: 'No such KPI',
  UNKNOWN_UNIT: 'No such unit',
  UNKNOWN_SOURCE: 'No such source',
  UNKNOWN_FORMAT: 'No reader for this format',
  UNKNOWN_MAPPING: 'The mapping is missing or wrong',
  BAD_FILE: 'The file is not what it claims',
  TOO_LARGE: 'Too large',
  TOO_MANY_REQUESTS: 'Too many requests',
  CONFLICT: 'It contradicts what is there',
  SOURCE_UNREACHABLE: 'The source does not answer',
  SOURCE_REFUSES: 'The source refuses',
  PORT_BUSY: 'The port is in use',
  FOLDER_NOT_OURS: 'The folder is not ours',
  FOLDER_NOT_WRITABLE: 'The folder cannot be written to',
  STORE_VERSION: 'The store is of another version',
  DISK_FULL: 'The disk is full',
  STORE_UNAVAILABLE: 'The store does not answer',
  PROTOCOL_VERSION: 'Another version of the protocol',
  INTERNAL: 'A fault of ours',
};

/** RFC 9457 document of an error; what is not a FlagtowerError tells nothing of itself but that it happened. */
export function toProblem(error: unknown): Problem {
  const known = error instanceof FlagtowerError ? error : new FlagtowerError('INTERNAL', 'the log tells more');
  const { code, message, remedy, place } = known;
  return {
    type: `urn:flagtower:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: titles[code],
    status: statuses[code],
    code,
    detail: message,
    ...(remedy === undefined ? {} : { remedy }),
    ...(place === undefined ? {} : { place }),
  };
}
