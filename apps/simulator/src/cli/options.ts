import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { FlagtowerError } from '@flagtower/contracts';
import { z } from 'zod';

import { storyNames } from '../story/story.ts';

export const help = `Usage: flagtower simulate [options]

Runs a simulated city against a running service: dossiers, tickets and security incidents through its intake; field reports,
buses, roads, air, hospitals and alerts as feeds that it pulls. Runs until Ctrl-C.

Options:
  --url <address>        the service (default: $FLAGTOWER_URL, or http://127.0.0.1:7300)
  --data <dir>           the service's data folder, for keys and progress (default: $FLAGTOWER_DATA, or ./data)
  --key-file <file>      key of the one-stop source (default: <keys>/<city>-one-stop.key)
  --token <key>          operator's key, for the ledger's clock and the feeds' port (default: $FLAGTOWER_TOKEN, or the admin key of the data folder)
  --port <n>             where the feeds are served on 127.0.0.1; the service is told (default: 7311)
  --syslog-port <n>      speak of security incidents in syslog and CEF to this port of 127.0.0.1, and have the service listen there
                         (default: they go through the intake)
  --mqtt <address>       rain gauges and flood points tell this broker by MQTT 5, and the service is told to listen; start it with
                         MQTT_URL of the same broker (default: they are pulled)
  --seed <n>             which city: one seed always gives the same days (default: 1)
  --speed <x>            drives the simulated ledger's clock, 0.1 to 3600 times real time
  --backfill-days <n>    history to tell of, newest day first, 0 to 400 (default: 90)
  --centers <a,b>        only these: public-service, feedback, traffic, environment, emergency, it-support,
                         security, tourism, press
  --story <name>         what happens from now on: flood, dengue, tet, outage or corrections
                         (default: an ordinary day)
  --story-minute <n>     how far the story has come at the start, 0 to 600 minutes (default: 0)
  --once                 end when today and the history are told
  --json                 print one JSON document on stdout at the end
  --help                 show this

The folder of keys is $FLAGTOWER_KEYS, or "keys" in the data folder.
`;

/** Centers that the simulator can feed. */
const simulatedCenters = [
  'public-service',
  'feedback',
  'traffic',
  'environment',
  'emergency',
  'it-support',
  'security',
  'tourism',
  'press',
] as const;
const centerSchema = z.enum(simulatedCenters);
export type SimulatedCenter = z.infer<typeof centerSchema>;

const optionsSchema = z.object({
  url: z.url({ protocol: /^https?$/ }),
  data: z.string().min(1),
  keys: z.string().min(1),
  'key-file': z.string().min(1).optional(),
  token: z.string().min(1).optional(),
  port: z.coerce.number().int().min(1).max(65_535),
  'syslog-port': z.coerce.number().int().min(1).max(65_535).optional(),
  mqtt: z.url({ protocol: /^mqtts?$/ }).optional(),
  seed: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  speed: z.coerce.number().min(0.1).max(3600).optional(),
  'backfill-days': z.coerce.number().int().min(0).max(400),
  centers: z.array(centerSchema).min(1),
  story: z.enum(storyNames).optional(),
  'story-minute': z.coerce.number().min(0).max(600),
  once: z.boolean(),
  json: z.boolean(),
});
export type Options = z.infer<typeof optionsSchema>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * @returns `null` when help was asked for
 * @throws FlagtowerError BAD_REQUEST that names the wrong option
 */
export function parseOptions(args: readonly string[], env: Environment): Options | null {
  const { help: helpAsked, centers, ...given } = parsedArguments(args);
  if (helpAsked) return null;
  const told = fromEnvironment(env);
  const data = resolve(given.data ?? told.data);
  const parsed = optionsSchema.safeParse({
    ...told,
    ...given,
    data,
    keys: resolve(told.keys ?? `${data}/keys`),
    centers: centers?.split(',').map((name) => name.trim()) ?? simulatedCenters,
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw wrongUsage(`--${String(issue?.path[0])}: ${issue?.message}`);
}

/** What the environment says where the command line does not. */
function fromEnvironment(env: Environment): { url: string; data: string; keys: string | undefined; token?: string } {
  const token = env['FLAGTOWER_TOKEN'];
  return {
    url: env['FLAGTOWER_URL'] ?? 'http://127.0.0.1:7300',
    data: env['FLAGTOWER_DATA'] ?? 'data',
    keys: env['FLAGTOWER_KEYS'],
    ...(token === undefined ? {} : { token }),
  };
}

function parsedArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string' },
        data: { type: 'string' },
        'key-file': { type: 'string' },
        token: { type: 'string' },
        port: { type: 'string', default: '7311' },
        'syslog-port': { type: 'string' },
        mqtt: { type: 'string' },
        seed: { type: 'string', default: '1' },
        speed: { type: 'string' },
        'backfill-days': { type: 'string', default: '90' },
        centers: { type: 'string' },
        story: { type: 'string' },
        'story-minute': { type: 'string', default: '0' },
        once: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (cause) {
    throw wrongUsage(cause instanceof Error ? cause.message : 'cannot read the options', cause);
  }
}

function wrongUsage(message: string, cause?: unknown): FlagtowerError {
  return new FlagtowerError('BAD_REQUEST', message, { remedy: 'See flagtower simulate --help', cause });
}
