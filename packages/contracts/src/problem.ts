import { z } from 'zod';

/**
 * Every way in which we answer "no", one vocabulary for HTTP, the stream, the command line and the logs.
 * `toProblem` in the aggregator and the exit codes of the command line are tables over exactly this list.
 */
export const problemCodeSchema = z.enum([
  'BAD_REQUEST',
  'UNAUTHORISED',
  'FORBIDDEN',
  'NOT_FOUND',
  'UNKNOWN_KPI',
  'UNKNOWN_UNIT',
  'UNKNOWN_SOURCE',
  'UNKNOWN_FORMAT',
  'UNKNOWN_MAPPING',
  'BAD_FILE',
  'TOO_LARGE',
  'TOO_MANY_REQUESTS',
  'CONFLICT',
  'SOURCE_UNREACHABLE',
  'SOURCE_REFUSES',
  'SOURCE_UNKNOWN_HOST',
  'SOURCE_NOT_TRUSTED',
  'SOURCE_TOO_SLOW',
  'SOURCE_BREAKS_OFF',
  'SOURCE_MOVED',
  'SOURCE_WANTS_KEY',
  'SOURCE_NOT_THERE',
  'SOURCE_BUSY',
  'SOURCE_FAILS',
  'SOURCE_GIVES_PAGE',
  'PORT_BUSY',
  'FOLDER_NOT_OURS',
  'FOLDER_NOT_WRITABLE',
  'STORE_VERSION',
  'DISK_FULL',
  'STORE_UNAVAILABLE',
  'PROTOCOL_VERSION',
  'INTERNAL',
]);
export type ProblemCode = z.infer<typeof problemCodeSchema>;

/** RFC 9457 problem document; `remedy` tells the reader what to do next. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: problemCodeSchema,
  detail: z.string(),
  remedy: z.string().optional(),
  /** Where in the input: a line, a field, a column. Names only, never values. */
  place: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/**
 * The request cannot be answered, and here is why. The message names places and never values: it may be logged.
 * A wrong item among many is not this: it is a `Rejection`.
 */
export class FlagtowerError extends Error {
  override readonly name = 'FlagtowerError';
  readonly code: ProblemCode;
  readonly remedy: string | undefined;
  readonly place: string | undefined;

  constructor(code: ProblemCode, message: string, more: { remedy?: string; place?: string; cause?: unknown } = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.remedy = more.remedy;
    this.place = more.place;
  }
}
