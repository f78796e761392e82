import compress from '@fastify/compress';
import { FlagtowerError } from '@flagtower/contracts';
import { askedBy } from '@flagtower/store';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

/** Smaller ones fit in a few packets as they are, and most of a wall's are. */
const smallBytes = 8192;

/** How answers travel: large ones compressed, and none is worked on when nobody waits for it any more. */
export const answers = fp(
  async (app: FastifyInstance) => {
    // A reader who goes on to the next page closes this one's questions; at a city's size the store would still work on them.
    app.addHook('onRequest', (request, reply, next) => {
      if (request.method !== 'GET') {
        next();
        return;
      }
      const gone = new AbortController();
      reply.raw.once('close', () => {
        if (!reply.raw.writableFinished)
          gone.abort(new FlagtowerError('STORE_UNAVAILABLE', 'who asked is gone; the store was told to stop'));
      });
      askedBy(gone.signal, next);
    });
    // The fastest level: the answer is made on the cores that the store needs. What is sent to us is unpacked by intake.
    await app.register(compress, {
      threshold: smallBytes,
      encodings: ['gzip'],
      zlibOptions: { level: 1 },
      globalDecompression: false,
    });
  },
  { name: 'answers' },
);
