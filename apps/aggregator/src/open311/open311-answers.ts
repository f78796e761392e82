import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';

import { knownError } from '../ops/problem-answers.ts';
import { toProblem } from '../ops/to-problem.ts';
import { xmlText, type XmlElements } from './xml-text.ts';

export type Format = 'json' | 'xml';

/** What a list is called in XML; in JSON it is the bare list. */
export interface ListNames {
  readonly list: string;
  readonly item: string;
}

export function listText(items: readonly XmlElements[], format: Format, { list, item }: ListNames): string {
  return format === 'json' ? JSON.stringify(items) : xmlText(list, { [item]: items });
}

export function typeOf(format: Format): string {
  return format === 'json' ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8';
}

/** Every "no" below /open311 is GeoReport's list of errors (code: the HTTP status), in the format that was asked for. */
export const open311Errors = fp(
  (app: FastifyInstance, _options, done) => {
    app.setErrorHandler(async (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      const { status, detail, place, remedy } = toProblem(knownError(error));
      if (status >= 500) request.log.error({ err: error }, 'request failed');
      const description = [place, detail, remedy].filter((part) => part !== undefined && part !== '').join(': ');
      const format = new URL(request.url, 'http://localhost').pathname.endsWith('.xml') ? 'xml' : 'json';
      await reply
        .status(status)
        .type(typeOf(format))
        .send(listText([{ code: status, description }], format, { list: 'errors', item: 'error' }));
    });
    done();
  },
  { name: 'open311-errors' },
);
