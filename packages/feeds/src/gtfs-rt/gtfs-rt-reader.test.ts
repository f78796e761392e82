import { instantSchema } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { feedBytes } from './feed-bytes.ts';
import { gtfsRtReader } from './gtfs-rt-reader.ts';

const bus32 = { tripId: 'T1', startDate: '20231115', routeId: '32' };

test('a feed that does not say when it was made is read at the moment the operator names', async () => {
  const bytes = feedBytes([{ id: '1', tripUpdate: { trip: bus32 } }], {});

  const parsed = await readAll(gtfsRtReader, bytes, { asOf: instantSchema.parse('2026-11-24T03:42:07.000Z') });

  expect(recordsIn(parsed, 'observation')).toMatchObject([
    { occurredAt: '2026-11-24T03:42:07.000Z', version: 1795491727000 },
  ]);
  expect(remarksIn(parsed)).toMatchObject({ 'publication-time-missing': 1 });
});

test('where nobody says when, the records are rejected and the clock is not asked', async () => {
  const parsed = await readAll(gtfsRtReader, feedBytes([{ id: '1', tripUpdate: { trip: bus32 } }], {}));

  expect(parsed[0]).toMatchObject({ kind: 'rejected', rejection: { reason: 'bad-time', fields: ['occurredAt'] } });
});

test('one broken entity does not cost the others', async () => {
  const good = feedBytes([{ id: '1', tripUpdate: { trip: bus32 } }]);
  const broken = Uint8Array.of(0x12, 2, 0x0a, 0x7f); // an id of 127 bytes in an entity of two

  const parsed = await readAll(gtfsRtReader, Buffer.concat([broken, good]));

  expect(parsed[0]).toMatchObject({ kind: 'rejected', rejection: { line: 1, reason: 'not-parseable' } });
  expect(recordsIn(parsed, 'observation')).toHaveLength(1);
});

test.each([
  ['nothing', ''],
  ['a web page', '<!DOCTYPE html><html><body>502 Bad Gateway</body></html>'],
  ['JSON', '{"header":{"gtfsRealtimeVersion":"2.0"}}'],
  ['plain words', 'Service unavailable'],
])('%s is refused as a bad file', async (_, text) => {
  await expect(readAll(gtfsRtReader, Buffer.from(text))).rejects.toMatchObject({ code: 'BAD_FILE' });
});

test('a message larger than the limit is refused', async () => {
  const bytes = feedBytes([{ id: 'x'.repeat(5000) }]);
  const limits = { unpackedBytes: 1000, ratio: 1, depth: 1, textBytes: 1, rowBytes: 1, columns: 1, heldEvents: 1 };

  await expect(readAll(gtfsRtReader, bytes, { limits })).rejects.toMatchObject({ code: 'BAD_FILE' });
});

test('however a message is damaged, it is read, rejected in part or refused, never a crash', async () => {
  const whole = feedBytes([
    { id: '1', tripUpdate: { trip: bus32, stopTimeUpdate: [{ stopSequence: 1, arrival: { delay: 5 } }] } },
    { id: '2', vehicle: { vehicle: { id: 'v' }, position: { latitude: 21, longitude: 105, speed: 3 } } },
    { id: '3', alert: { cause: 'STRIKE', headerText: { translation: [{ text: 'x' }] } } },
  ]);
  const anyDamage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });

  await fc.assert(
    fc.asyncProperty(anyDamage, fc.nat(whole.length), async (damage, end) => {
      const bytes = Uint8Array.from(whole.subarray(0, end));
      for (const [at, value] of damage) if (at < end) bytes[at] = value;
      const outcome = await readAll(gtfsRtReader, bytes).catch((error: unknown) => error);
      expect(Array.isArray(outcome) || (outcome as { code?: string }).code === 'BAD_FILE').toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('shuffled and doubled entities give the same records', async () => {
  const entities = [
    ...Array.from({ length: 6 }, (_, at) => ({
      id: `t${at}`,
      tripUpdate: { trip: { tripId: `T${at}` }, stopTimeUpdate: [{ stopSequence: at, arrival: { delay: at } }] },
    })),
    { id: 'v', vehicle: { vehicle: { id: 'v' }, position: { latitude: 21, longitude: 105 } } },
    { id: 'a', alert: { effect: 'DETOUR' } },
  ];
  const told = async (some: object[]) => {
    const parsed = await readAll(gtfsRtReader, feedBytes(some));
    return new Set(parsed.flatMap((it) => (it.kind === 'record' ? [JSON.stringify(it.record)] : [])));
  };
  const inOrder = await told(entities);

  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...entities, ...entities], { minLength: 16 }), async (mixed) => {
      expect(await told(mixed)).toEqual(inOrder);
    }),
    { numRuns: 30 },
  );
});
