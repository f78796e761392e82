import { gzipSync } from 'node:zlib';

import type { ProblemCode, SourceConfig } from '@flagtower/contracts';

import type { LoopbackOrigin } from './loopback-origin.ts';

type Pull = NonNullable<SourceConfig['pull']>;
type Answer = LoopbackOrigin['handler'];

const answers =
  (status: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  (_request, response) =>
    response.writeHead(status, headers).end('sorry');
const gives =
  (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Answer =>
  (_request, response) =>
    response.writeHead(200, headers).end(body);
const zeros = gzipSync(Buffer.alloc(20_000));

/** What a source does, how it is pulled besides, and the one state that the board tells of it. */
export const sourceFaults: Readonly<
  Record<string, readonly [code: ProblemCode, answer: Answer, pull?: Partial<Pull>]>
> = {
  'answers-500': ['SOURCE_FAILS', answers(500)],
  'answers-503': ['SOURCE_BUSY', answers(503)],
  'answers-401': ['SOURCE_WANTS_KEY', answers(401)],
  'answers-403': ['SOURCE_WANTS_KEY', answers(403)],
  'answers-404': ['SOURCE_NOT_THERE', answers(404)],
  'answers-410': ['SOURCE_NOT_THERE', answers(410)],
  'answers-418': ['SOURCE_REFUSES', answers(418)],
  'has-nothing-new-before-it-told-anything': ['SOURCE_FAILS', (_request, response) => response.writeHead(304).end()],
  'moved-to-another-host': ['SOURCE_MOVED', answers(301, { location: 'http://feeds.example/' })],
  'moved-to-where-only-we-get': ['SOURCE_MOVED', answers(302, { location: 'http://169.254.169.254/' })],
  'moves-in-a-circle': ['SOURCE_MOVED', answers(308, { location: '/moves-in-a-circle' })],
  hangs: ['SOURCE_TOO_SLOW', (_request, response) => response.write('{'), { timeoutSeconds: 0.3 }],
  'says-nothing': ['SOURCE_TOO_SLOW', () => undefined, { timeoutSeconds: 0.3 }],
  trickles: ['SOURCE_TOO_SLOW', trickle, { timeoutSeconds: 0.5 }],
  'breaks-off': [
    'SOURCE_BREAKS_OFF',
    (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{', () => response.destroy());
    },
  ],
  'hangs-up': ['SOURCE_BREAKS_OFF', (request) => request.socket.destroy()],
  'says-packed-and-is-not': ['BAD_FILE', gives('not packed at all', { 'content-encoding': 'gzip' })],
  'speaks-no-http': ['BAD_FILE', (request) => request.socket.end('220 ftp.example ready\r\n')],
  'has-another-name': ['SOURCE_UNKNOWN_HOST', answers(200), { url: 'http://no-such-source.invalid/' }],
  'is-not-there': ['SOURCE_UNREACHABLE', answers(200), { url: 'http://127.0.0.1:9/' }],
  'gives-a-page': ['SOURCE_GIVES_PAGE', gives('\uFEFF <!DOCTYPE html><title>Sign in</title>')],
  'gives-a-table': ['BAD_FILE', gives('code;received\n1;2\n3;4\n')],
  'gives-half': ['BAD_FILE', gives(Buffer.from([0x0a, 0xff, 0x7f, 0x01])), { format: 'gtfs-rt' }],
  'gives-half-of-what-it-packed': ['BAD_FILE', gives(zeros.subarray(0, 20))],
  'gives-another-encoding': ['BAD_FILE', gives(Buffer.from('[{"id":"x"},{"id":"y"}]', 'utf16le')), { format: 'ngsi' }],
  'gives-ten-times-as-much': ['TOO_LARGE', gives('x'.repeat(10_000)), { mostBytes: 1000 }],
  'gives-it-without-saying-how-much': [
    'TOO_LARGE',
    (_request, response) => {
      response.write('x'.repeat(900));
      response.end('x'.repeat(900));
    },
    { mostBytes: 1000 },
  ],
  'unfolds-to-much-more': ['TOO_LARGE', gives(zeros, { 'content-encoding': 'gzip' }), { mostBytes: 1000 }],
  'unfolds-and-does-not-say-so': ['TOO_LARGE', gives(zeros), { mostBytes: 1000 }],
  'wants-a-key-that-nobody-set': [
    'BAD_REQUEST',
    answers(200),
    { secretHeaders: { 'x-key': 'FLAGTOWER_SOURCE_MISSING' } },
  ],
  'has-a-format-that-nobody-reads': ['UNKNOWN_FORMAT', gives('x'), { format: 'dbf' }],
  'has-a-mapping-that-nobody-knows': ['UNKNOWN_MAPPING', gives('x'), { format: 'csv', mapping: 'nobodys' }],
};

/** A byte at a time, without end. */
function trickle(...[, response]: Parameters<Answer>): void {
  const timer = setInterval(() => response.write(' '), 50);
  response.once('close', () => clearInterval(timer));
}
