import type { FastifyServerOptions } from 'fastify';

import type { Env } from './env.ts';

/**
 * Logs go to stderr, one JSON line an event. They tell ids, counts and codes: never a row, a body, a parameter or a key.
 * @returns what Fastify makes its logger from
 */
export function logOptions(level: Env['LOG_LEVEL']): NonNullable<FastifyServerOptions['logger']> {
  return {
    level: level ?? 'info',
    stream: { write: (line: string) => process.stderr.write(line) },
    serializers: { req: requestLine, err: errorLine },
  };
}

/** A query may name a dossier: the address is logged without it. */
function requestLine(request: { readonly method: string; readonly url: string }): { method: string; url: string } {
  return { method: request.method, url: request.url.split('?', 1)[0] ?? '' };
}

interface LoggedError {
  readonly [more: string]: unknown;
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
}

/** A database's and a parser's message quote what they were given: it is told what failed, and where it happened. */
function errorLine(error: Error): LoggedError {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const isOfStore = code !== undefined && /^[0-9A-Z]{5}$/.test(code);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const { cause } = error;
  return {
    type: error.name,
    message: isOfStore ? 'of the database' : error instanceof SyntaxError ? 'of a parser' : error.message,
    stack: frames.slice(0, 6).join('\n'),
    ...(code === undefined ? {} : { code }),
    ...(cause instanceof Error ? { cause: errorLine(cause) } : {}),
  };
}
