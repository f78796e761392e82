import { isIP } from 'node:net';

import { FlagtowerError } from '@flagtower/contracts';
import { z } from 'zod';

/** An empty variable is one that was not set: compose files cannot leave one out. */
const blank = z.literal('').transform(() => undefined);

function optional<Schema extends z.ZodType>(
  schema: Schema,
): z.ZodOptional<z.ZodUnion<readonly [typeof blank, Schema]>> {
  return z.union([blank, schema]).optional();
}

function address(...protocols: readonly string[]): z.ZodString {
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });
}

const key = z.string().regex(/^\S{24,200}$/, 'a key of 24 characters or more, without spaces');

const envSchema = z.object({
  DATABASE_URL: optional(address('postgres:', 'postgresql:')),
  REDIS_URL: optional(address('redis:', 'rediss:')),
  MQTT_URL: optional(address('mqtt:', 'mqtts:')),
  /** Name of this service among several at one broker; default: the machine's. */
  FLAGTOWER_NODE: optional(z.string().regex(/^[A-Za-z0-9.-]{1,60}$/, 'letters, digits, . and -, at most 60')),
  /** Address of this machine on which syslog is listened for; default: 127.0.0.1, so that only this machine can send. */
  FLAGTOWER_SYSLOG_HOST: optional(
    z.string().refine((text) => isIP(text) !== 0, { error: 'an address of this machine, such as 0.0.0.0' }),
  ),
  /** Where local tools find a running service. */
  FLAGTOWER_URL: optional(address('http:', 'https:')),
  FLAGTOWER_DATA: optional(z.string()),
  /** Folder of a built wall; default: the build of this checkout. */
  FLAGTOWER_WALL: optional(z.string()),
  FLAGTOWER_TOKEN: optional(key),
  FLAGTOWER_ADMIN_KEY: optional(key),
  FLAGTOWER_READ_KEY: optional(key),
  /** Further names under which the service may be addressed, separated by commas. */
  FLAGTOWER_HOSTS: optional(z.string().regex(/^[A-Za-z0-9.:,[\]-]+$/, 'host names, separated by commas')),
  /** Days that raw readings are kept; minute means stay for good. Default 30. */
  FLAGTOWER_KEEP_DAYS: optional(
    z
      .string()
      .regex(/^[1-9]\d{0,3}$/, 'a number of days from 1 to 9999')
      .transform(Number),
  ),
  LOG_LEVEL: optional(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])),
});
/** What we know of the environment, and the secrets of sources: those only a configuration names. */
export type Env = z.infer<typeof envSchema> & SourceSecrets;

/** Secrets of sources, by the name of their variable. */
export type SourceSecrets = Readonly<Record<`${typeof secretPrefix}${string}`, string | undefined>>;
const secretPrefix = 'FLAGTOWER_SOURCE_';

/**
 * Reads what we know of the environment.
 * @throws FlagtowerError `BAD_REQUEST` that names every wrong variable at once, and no value: they hold passwords
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = envSchema.safeParse(source);
  const secrets = Object.fromEntries(Object.entries(source).filter(([name]) => name.startsWith(secretPrefix)));
  if (parsed.success) return { ...secrets, ...parsed.data };
  const wrong = parsed.error.issues.map((issue) => ({ name: issue.path.join('.'), needs: needsOf(issue) }));
  throw new FlagtowerError(
    'BAD_REQUEST',
    `wrong in the environment: ${wrong.map(({ name, needs }) => `${name} (needs ${needs})`).join('; ')}`,
    { place: wrong.map(({ name }) => name).join(', '), remedy: 'set them right or leave them out' },
  );
}

function needsOf(issue: z.core.$ZodIssue): string {
  // The first alternative is the empty text; the second one says what is wanted.
  const wanted = issue.code === 'invalid_union' ? issue.errors[1]?.[0] : issue;
  if (wanted?.code === 'invalid_value') return `one of ${wanted.values.join(', ')}`;
  return wanted?.message ?? issue.message;
}
