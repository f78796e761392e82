import {
  FlagtowerError,
  intakeAnswerSchema,
  ledgerNameSchema,
  sourceIdSchema,
  type Mapping,
  type SourceConfig,
} from '@flagtower/contracts';
import { instantOf, type Committed } from '@flagtower/store';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import { namedMapping } from '../connect/named-mapping.ts';
import type { Service } from '../service.ts';
import { packedBodyBytes, readBody, type BodyRead } from './read-body.ts';
import { settling } from './settling.ts';
import { sourceDesk, type Sender } from './source-desk.ts';

const schema = {
  tags: ['intake'],
  summary: 'Take records of a source',
  description:
    'NDJSON (one record a line), a JSON list or one JSON object of records; gzip is allowed. With `format` in any other format that is read, such as the notifications of an NGSI subscription. The answer comes after the commit. Needs the source’s key.',
  params: z.object({ source: sourceIdSchema }),
  querystring: z.object({
    ledger: ledgerNameSchema.optional(),
    /** Such as `ngsi`: a context broker notifies in its own words. */
    format: z.string().max(40).default('ndjson'),
  }),
  response: { 200: intakeAnswerSchema },
};

const shownRejections = 100;
/** Records of one commit at the most. */
const batchRecords = 2000;

/** The way of records that a source pushes: key → records → commit → answer. */
export const intakeRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const senderOf = sourceDesk(service);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { bodyLimit: packedBodyBytes * 4 }, (_request, payload, next) => next(null, payload));

  app.route({
    method: 'POST',
    url: '/v1/intake/:source',
    schema,
    handler: async (request) => {
      const sender = await senderOf(request, request.params.source, request.query.ledger);
      const { config } = sender.source;
      const read = await readBody(
        bodyOf(request),
        { ...encodingOf(request), format: request.query.format },
        { zone: config.zone, receivedAt: instantOf(service.now()), mapping: mappingOf(config, request.query.format) },
      );
      const commits = await commitAll(service, sender, read);
      const rejections = commits.flatMap((commit) => commit.rejections);
      const sum = (count: (commit: Committed) => number): number =>
        commits.reduce((total, commit) => total + count(commit), 0);
      return {
        source: request.params.source,
        ledger: sender.ledger.name,
        accepted: sum(({ accepted }) => accepted),
        duplicates: sum(({ duplicates }) => duplicates),
        quarantined: rejections.length,
        knownSeq: commits.at(-1)?.knownSeq ?? sender.ledger.lastSeq,
        rejections: rejections.slice(0, shownRejections),
      };
    },
  });
  done();
};

/** Records of our own need none. */
function mappingOf({ push, syslog }: SourceConfig, format: string): Mapping | null {
  if (format === 'ndjson') return null;
  return namedMapping(push?.mapping ?? (format === 'syslog' ? syslog?.mapping : undefined));
}

/** An empty body is committed too: it is a sign of life. Of a source that was never refused anything nothing waits. */
async function commitAll(service: Service, sender: Sender, read: BodyRead): Promise<Committed[]> {
  const { ledger, source } = sender;
  if (source.quarantined === 0) return await commitBody(service, sender, read);
  const file = { ledgerId: ledger.id, sourceId: source.id, fileHash: read.hash };
  return await settling(service, file, () => commitBody(service, sender, read));
}

async function commitBody(
  { writers }: Service,
  { ledger, source }: Sender,
  { items, rejections, snapshot, hash }: BodyRead,
): Promise<Committed[]> {
  const starts = Array.from(
    { length: Math.max(1, Math.ceil(items.length / batchRecords)) },
    (_, n) => n * batchRecords,
  );
  return await Promise.all(
    starts.map((start) =>
      writers.commit(ledger, {
        source,
        importId: null,
        fileHash: hash,
        items: items.slice(start, start + batchRecords),
        rejections: start === 0 ? rejections : [],
        snapshot,
      }),
    ),
  );
}

function encodingOf({ headers }: FastifyRequest): { gzip: boolean; json: boolean } {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip')
    throw new FlagtowerError('UNKNOWN_FORMAT', 'a body may be packed by gzip or not at all', {
      place: 'content-encoding',
    });
  return { gzip: encoding === 'gzip', json: /^application\/json\b/i.test(headers['content-type'] ?? '') };
}

async function* bodyOf(request: FastifyRequest): AsyncGenerator<Uint8Array> {
  // A request without a body has none; one with a body was passed on as the stream that it is.
  const chunks: AsyncIterable<unknown> = request.raw;
  if (request.body === undefined || request.body === null) return;
  for await (const chunk of chunks) if (chunk instanceof Uint8Array) yield chunk;
}
