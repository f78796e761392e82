import { FlagtowerError, type ProblemCode } from '@flagtower/contracts';

/** By status, the first that fits. */
const kinds: readonly (readonly [fits: (status: number) => boolean, code: ProblemCode, remedy: string])[] = [
  // To whom never had an answer, "not modified" says nothing.
  [(it) => it === 304, 'SOURCE_FAILS', 'tell its operator that it says 304 to whoever asks without conditions'],
  [(it) => it < 400, 'SOURCE_MOVED', 'ask its operator for the new address and give it in pull.url'],
  [(it) => it === 401 || it === 403 || it === 407, 'SOURCE_WANTS_KEY', 'look at the key in secretHeaders'],
  [(it) => it === 404 || it === 410, 'SOURCE_NOT_THERE', 'look at the address, or ask its operator for the new one'],
  [(it) => it === 429 || it === 503, 'SOURCE_BUSY', 'it is asked again by itself; ask it less often if this goes on'],
  [(it) => it >= 500, 'SOURCE_FAILS', 'it is asked again by itself; tell its operator if this goes on'],
];

/**
 * An answer that is no data, as what it means to us. Where it sends us, is never followed: only the address that an operator
 * configured is asked.
 */
export function refusal({ status, headers }: Pick<Response, 'status' | 'headers'>): FlagtowerError {
  const [, code, remedy] = kinds.find(([fits]) => fits(status)) ?? [
    null,
    'SOURCE_REFUSES' as const,
    'ask its operator',
  ];
  const error = new FlagtowerError(code, `the source answers ${String(status)}`, { place: 'pull.url', remedy });
  const seconds = secondsToWait(headers);
  if (seconds > 0) askedToWait.set(error, seconds);
  return error;
}

const askedToWait = new WeakMap<object, number>();

/** For how many seconds the source wants to be left alone (`Retry-After`); 0: it did not say. */
export function waitAskedFor(error: unknown): number {
  return typeof error === 'object' && error !== null ? (askedToWait.get(error) ?? 0) : 0;
}

/** `Retry-After` is a number of seconds, or a moment by the server's own clock, which its `Date` tells. */
function secondsToWait(headers: Headers): number {
  const wait = headers.get('retry-after') ?? '';
  if (/^\d+$/.test(wait)) return Number(wait);
  const seconds = (Date.parse(wait) - Date.parse(headers.get('date') ?? '')) / 1000;
  return Number.isNaN(seconds) ? 0 : seconds;
}
