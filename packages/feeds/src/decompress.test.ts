import { gzipSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import { gunzip, withinSize } from './decompress.ts';

const MIB = 1024 * 1024;

async function* pieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function sizeOf(stream: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const chunk of stream) size += chunk.length;
  return size;
}

const wide = { unpackedBytes: 1024 * MIB, ratio: 200 };

describe('gzip', { timeout: 30_000 }, () => {
  test('comes out as it went in', async () => {
    const text = 'Mã hồ sơ,Ngày\n'.repeat(10_000);
    let out = '';
    const decoder = new TextDecoder();

    for await (const chunk of gunzip(pieces(gzipSync(text)), wide)) out += decoder.decode(chunk, { stream: true });

    expect(out).toBe(text);
  });

  test('a small page of nothing is harmless, whatever its ratio', async () => {
    expect(await sizeOf(gunzip(pieces(gzipSync(Buffer.alloc(8 * MIB))), wide))).toBe(8 * MIB);
  });

  test('a bomb is refused long before it has unfolded', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * MIB));

    await expect(sizeOf(gunzip(pieces(bomb), wide))).rejects.toMatchObject({ code: 'BAD_FILE', place: 'ratio' });
  });

  test('the unpacked size is limited', async () => {
    const stream = gunzip(pieces(gzipSync(Buffer.alloc(MIB))), { ...wide, unpackedBytes: 1000 });

    await expect(sizeOf(stream)).rejects.toMatchObject({ code: 'BAD_FILE', place: 'unpackedBytes' });
  });

  test('damaged and cut-off data are refused', async () => {
    const good = gzipSync('a,b\n'.repeat(1000));
    const damaged = Buffer.from(good);
    damaged.fill(0xff, 20, 30);

    await expect(sizeOf(gunzip(pieces(good.subarray(0, -12)), wide))).rejects.toMatchObject({ place: 'gzip' });
    await expect(sizeOf(gunzip(pieces(damaged), wide))).rejects.toMatchObject({ place: 'gzip' });
  });

  test('a failure of the sender is passed on as it is', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield gzipSync('a').subarray(0, 5);
      throw new RangeError('the line is dead');
    }

    await expect(sizeOf(gunzip(broken(), wide))).rejects.toThrow(new RangeError('the line is dead'));
  });
});

test('a plain stream that is too long is refused', async () => {
  await expect(sizeOf(withinSize(pieces(new Uint8Array(3000)), { unpackedBytes: 2500 }))).rejects.toMatchObject({
    place: 'unpackedBytes',
  });
});
