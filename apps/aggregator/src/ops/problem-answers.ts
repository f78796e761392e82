import { FlagtowerError, type ProblemCode } from '@flagtower/contracts';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod';

import { toProblem } from './to-problem.ts';

/** Errors of Fastify and its plugins that are the request's fault, by their status. */
const codesByStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'BAD_REQUEST',
  404: 'NOT_FOUND',
  406: 'BAD_REQUEST',
  411: 'BAD_REQUEST',
  413: 'TOO_LARGE',
  415: 'UNKNOWN_FORMAT',
  429: 'TOO_MANY_REQUESTS',
};

/** Every "no" of the service is a problem document, and every fault of ours is logged with its cause. */
export const problemAnswers = fp(
  (app: FastifyInstance, _options, done) => {
    app.setErrorHandler(async (error: unknown, request, reply) => {
      const problem = toProblem(knownError(error));
      if (reply.raw.destroyed) request.log.info({ code: problem.code }, 'nobody waits for this answer any more');
      else if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, 'request failed');
      else request.log.info({ code: problem.code, place: problem.place }, 'request refused');
      await reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
    });
    app.setNotFoundHandler(() => {
      throw new FlagtowerError('NOT_FOUND', 'there is nothing at this address', {
        remedy: 'GET /docs lists what there is',
      });
    });
    done();
  },
  { name: 'problem-answers' },
);

/** An error of Fastify or its plugins that is the request's fault as one of ours; others as they are. */
export function knownError(error: unknown): unknown {
  if (error instanceof FlagtowerError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const places = error.validation.map(({ instancePath }) => instancePath.slice(1).replaceAll('/', '.'));
    const words = error.validation.map(({ message }) => message ?? 'wrong');
    return new FlagtowerError(
      'BAD_REQUEST',
      `wrong in the ${error.validationContext ?? 'request'}: ${words.join('; ')}`,
      {
        place: places.join(', '),
        cause: error,
      },
    );
  }
  if (isResponseSerializationError(error)) return error;
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  const code = typeof status === 'number' ? codesByStatus[status] : undefined;
  return code === undefined || !(error instanceof Error)
    ? error
    : new FlagtowerError(code, error.message, { cause: error });
}
