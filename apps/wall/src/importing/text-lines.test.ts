import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { textLines } from './text-lines.ts';

/** A body that comes in pieces which know nothing of lines or letters. */
function bodyOf(text: string, cuts: readonly number[]): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted(
    (left, right) => left - right,
  );
  return new ReadableStream({
    start: (controller) => {
      for (const [at, from] of places.entries()) controller.enqueue(bytes.slice(from, places[at + 1] ?? bytes.length));
      controller.close();
    },
  });
}

test('lines are whole however the network cuts them, also in the middle of a letter', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.stringMatching(/^[a-zđệọ{}":]{1,8}$/u), { maxLength: 10 }),
      fc.array(fc.nat(200), { maxLength: 10 }),
      fc.boolean(),
      async (lines, cuts, endsWithBreak) => {
        const text = lines.join('\n') + (endsWithBreak && lines.length > 0 ? '\n' : '');

        const read: string[] = [];
        for await (const line of textLines(bodyOf(text, cuts))) read.push(line);

        expect(read).toEqual(lines);
      },
    ),
  );
});
