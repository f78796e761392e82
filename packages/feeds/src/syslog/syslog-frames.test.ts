import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { syslogFrames } from './syslog-frames.ts';
import { counted } from './syslog-sample.ts';

interface Cut {
  readonly told: readonly string[];
  readonly isCut: boolean;
}

function cut(bytes: Uint8Array, chunkBytes: number, mostBytes = 50): Cut {
  const told: string[] = [];
  const frames = syslogFrames(mostBytes, {
    message: (message, index) => told.push(`${String(index)} ${Buffer.from(message).toString()}`),
    tooLong: (index) => told.push(`${String(index)} too long`),
  });
  for (let from = 0; from < bytes.length; from += chunkBytes) frames.write(bytes.subarray(from, from + chunkBytes));
  return { isCut: frames.end(), told };
}

const every = [1, 2, 3, 7, 1000];

describe('messages of a stream', () => {
  test.for(every)('end with a line feed, with or without carriage return, in pieces of %i', (chunkBytes) => {
    expect(cut(Buffer.from('<1>a\n<2>b\r\n\n<3>Hà Nội'), chunkBytes)).toEqual({
      told: ['1 <1>a', '2 <2>b', '3 <3>Hà Nội'],
      isCut: false,
    });
  });

  test.for(every)('or are counted in octets and may hold line feeds, in pieces of %i', (chunkBytes) => {
    const bytes = Buffer.from(`${counted('<1>a\nb')}${counted('<2>Hà Nội')}\n${counted('<3>c')}`);

    expect(cut(bytes, chunkBytes).told).toEqual(['1 <1>a\nb', '2 <2>Hà Nội', '3 <3>c']);
  });

  test.for(every)('that are too long cost themselves alone, in pieces of %i', (chunkBytes) => {
    const long = 'x'.repeat(60);
    const bytes = Buffer.from(`<1>${long}\n<2>b\n${counted(long)}${counted('<3>c')}`);

    expect(cut(bytes, chunkBytes).told).toEqual(['1 too long', '2 <2>b', '3 too long', '4 <3>c']);
  });

  test('that end before their count is full are told', () => {
    expect(cut(Buffer.from('10 <1>a'), 3)).toEqual({ told: [], isCut: true });
    expect(cut(Buffer.from('99999 <1>a'), 3)).toEqual({ told: ['1 too long'], isCut: true });
    expect(cut(Buffer.from('10'), 3)).toEqual({ told: [], isCut: true });
  });

  test('a count that is none is a line', () => {
    expect(cut(Buffer.from('12345678 x\n007 y\n2026-11-24 z\n<1>a\n'), 4).told).toEqual([
      '1 12345678 x',
      '2 007 y',
      '3 2026-11-24 z',
      '4 <1>a',
    ]);
  });

  test('however they are framed and cut, each comes out once and whole', () => {
    const message = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }).map((text) => `<1>${text}`);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(message, fc.boolean()), { maxLength: 20 }),
        fc.integer({ min: 1, max: 60 }),
        (messages, chunkBytes) => {
          const wire = messages.map(([text, isCounted]) => (isCounted ? counted(text) : `${text}\n`)).join('');

          const { told, isCut } = cut(Buffer.from(wire), chunkBytes);

          expect(told).toEqual(messages.map(([text], index) => `${String(index + 1)} ${text}`));
          expect(isCut).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });
});
