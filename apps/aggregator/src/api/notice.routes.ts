import { FlagtowerError, noticeCellSchema, noticeLineSchema, type NoticeLine } from '@flagtower/contracts';
import { standingNotices } from '@flagtower/domain';
import { instantOf, readActiveNotices, readNoticeLine, type ToldNotice } from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Service } from '../service.ts';
import { cutAnswerSchema, cutQuerySchema, readCut } from './cut-query.ts';

/** Public notices: those in force, and one with all that was told of it. */
export const noticeRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const { store, access } = service;
  const tags = ['notices'];

  app.route({
    method: 'GET',
    url: '/v1/notices',
    schema: {
      tags,
      summary: 'Notices active at the cut',
      querystring: cutQuerySchema.extend({ source: z.string().max(63).optional() }),
      response: { 200: cutAnswerSchema.extend({ notices: z.array(noticeCellSchema.extend({ id: z.string() })) }) },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const { source, ...words } = request.query;
      const { ledger, cut, answer } = await readCut(service, words);
      const active = await readActiveNotices(store.pool, {
        ledgerId: ledger.id,
        at: Date.parse(cut.at),
        knownSeq: cut.knownSeq,
        source: source ?? null,
      });
      return {
        ...answer,
        notices: active.map(({ notice, source: from }) =>
          noticeCellSchema.extend({ id: z.string() }).parse({ ...notice, id: notice.recordId, source: from }),
        ),
      };
    },
  });
  app.route({
    method: 'GET',
    url: '/v1/notices/:id',
    schema: {
      tags,
      summary: 'One notice: every telling as its record is kept, what it replaced and what replaced it',
      description:
        'The id is that of `/v1/notices`: of a CAP alert its sender and identifier with a comma between. ' +
        'A cut before the last telling shows what was known then. Exercises, tests and drafts are told here and nowhere else.',
      params: z.object({ id: z.string().min(1).max(400) }),
      querystring: cutQuerySchema,
      response: { 200: cutAnswerSchema.extend({ notice: noticeLineSchema }) },
    },
    handler: async (request) => {
      access.demandRead(request.raw);
      const { ledger, cut, answer } = await readCut(service, request.query);
      const { id } = request.params;
      const line = await readNoticeLine(store.pool, { ledgerId: ledger.id, knownSeq: cut.knownSeq }, id);
      return { ...answer, notice: lineOf(id, line, Date.parse(cut.at)) };
    },
  });
  done();
};

/** @throws FlagtowerError `NOT_FOUND` where the notice was not told by then */
function lineOf(id: string, line: readonly ToldNotice[], at: number): NoticeLine {
  const tellings = line.filter(({ toldAt }) => toldAt <= at);
  const standings = Object.fromEntries(
    standingNotices(tellings, at).map(({ told, standing }) => [told.id, standing] as const),
  );
  const standing = standings[id];
  if (standing === undefined)
    throw new FlagtowerError('NOT_FOUND', 'no notice of that id is known at this cut', {
      place: 'id',
      remedy: 'GET /v1/notices lists those in force; a later `at` or `known` knows more',
    });
  return noticeLineSchema.parse({
    id,
    standing,
    standings,
    tellings: tellings.map(({ source, seq, recordedAt, hash, notice }) => ({
      source,
      seq,
      recordedAt: instantOf(recordedAt),
      hash,
      record: notice,
    })),
  });
}
