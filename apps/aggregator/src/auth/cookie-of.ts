import type { IncomingMessage } from 'node:http';

/** A cookie of a request that no plugin has parsed; `null`: it has none of this name. */
export function cookieOf({ headers }: Pick<IncomingMessage, 'headers'>, name: string): string | null {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1] ?? null;
}
