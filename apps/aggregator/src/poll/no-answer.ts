import { FlagtowerError, type ProblemCode } from '@flagtower/contracts';

const kinds: readonly (readonly [of: RegExp, code: ProblemCode, message: string, remedy: string])[] = [
  [
    /^(?:ENOTFOUND|EAI_)/,
    'SOURCE_UNKNOWN_HOST',
    'the name of the source’s server is not known',
    'look at the name in the address, and at the name service of this machine',
  ],
  [
    /^(?:CERT_|ERR_TLS_|ERR_SSL_|EPROTO|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/,
    'SOURCE_NOT_TRUSTED',
    'the certificate of the source cannot be trusted',
    'ask its operator for a valid one, or name its authority in NODE_EXTRA_CA_CERTS',
  ],
  [
    /^(?:HTTPParserError|HPE_.*|Z_DATA_ERROR)$/,
    'BAD_FILE',
    'what answers at the address of the source is no HTTP, or not packed as it says',
    'look at the address, or ask its operator',
  ],
  [
    /^(?:UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|ECONNRESET|EPIPE|Z_)/,
    'SOURCE_BREAKS_OFF',
    'the source breaks off its answer',
    'it is asked again by itself; tell its operator if this goes on',
  ],
  [
    /^(?:UND_ERR_\w+_TIMEOUT|ETIMEDOUT)$/,
    'SOURCE_TOO_SLOW',
    'the source does not answer in time',
    'it is asked again by itself; raise pull.timeoutSeconds if it needs longer',
  ],
];

/** What it means that there is no whole answer; by the codes and names of Node, which hide in the causes of what `fetch` throws. */
export function noAnswer(cause: unknown, isTimedOut: boolean): FlagtowerError {
  const told = isTimedOut ? ['ETIMEDOUT'] : signsOf(cause);
  const [, code, message, remedy] = kinds.find(([of]) => told.some((it) => of.test(it))) ?? [
    null,
    'SOURCE_UNREACHABLE' as const,
    'nobody answers at the address of the source',
    'look whether its server runs and can be reached from here; it is asked again by itself',
  ];
  return new FlagtowerError(code, message, { place: 'pull.url', remedy, cause });
}

function signsOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [...code, error.name, ...signsOf(error.cause)];
}
