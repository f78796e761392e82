import { describe, expect, test } from 'vitest';

import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { runProbe } from '../run-probe.ts';
import { bedsAt, bigBundle } from './big-bundle.ts';
import { fhirReader } from './fhir-reader.ts';
import { bedReport, bundle, hospital, visit } from './fhir-sample.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Narrative that no reader keeps, longer than what is held of a file. */
const padding = 'x'.repeat(1_100_000);

async function whole(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('a bundle that is longer than what is held of a file', { timeout: 60_000 }, () => {
  test('says the same as its parts', async () => {
    const bytes = await whole(bigBundle(2_500_000));
    const reports = bytes.toString().split('"MeasureReport"').length - 1;
    const read = await readAll(fhirReader, bytes);
    const parts = await readAll(
      fhirReader,
      bytesOf(JSON.stringify(bundle([hospital(), ...Array.from({ length: 500 }, (_, hour) => bedsAt(hour))]))),
    );

    const observations = recordsIn(read, 'observation');
    expect(observations).toHaveLength(3 * reports);
    expect(observations.slice(0, 1500)).toEqual(recordsIn(parts, 'observation'));
    expect(observations.at(-1)?.point).toEqual([105.84, 21]);
    expect(recordsIn(read, 'catalogue-item')).toEqual(recordsIn(parts, 'catalogue-item'));
    expect(remarksIn(read)).toMatchObject({ entries: reports + 1, 'resource:MeasureReport': reports });
  });

  test('counts its visits once all are there, and not where another page follows', async () => {
    const visits = Array.from({ length: 4000 }, (_, index) => ({
      resource: { ...visit(String(index)), text: { div: 'y'.repeat(300) } },
    }));
    const about = { resourceType: 'Bundle', timestamp: '2026-11-24T10:00:00+07:00', entry: visits };
    const read = async (value: unknown) => await readAll(fhirReader, bytesOf(JSON.stringify(value)));

    const all = await read(about);
    const page = await read({ ...about, link: [{ relation: 'next', url: 'https://example.org' }] });

    const counted = recordsIn(all, 'observation').reduce((sum, { value }) => sum + (value ?? 0), 0);
    expect(counted).toBe(4000);
    expect(recordsIn(page, 'observation')).toEqual([]);
    expect(remarksIn(page)).toMatchObject({ 'encounters-in-part-not-counted': 1 });
  });

  test('refuses one resource that is too long, and takes those beside it', async () => {
    const read = await readAll(
      fhirReader,
      bytesOf(JSON.stringify(bundle([bedReport({ text: { div: padding } }), hospital(), bedReport()]))),
    );

    expect(read.flatMap((it) => (it.kind === 'rejected' ? [it.rejection.reason] : []))).toEqual(['too-large']);
    expect(recordsIn(read, 'observation')).toHaveLength(3);
  });

  test('that ends too early is a bad file', async () => {
    const bytes = await whole(bigBundle(2_000_000));

    await expect(readAll(fhirReader, bytes.subarray(0, 1_900_000))).rejects.toMatchObject({ code: 'BAD_FILE' });
  });
});

test('a resource a line is read as well, a broken one alone is refused', async () => {
  const lines = [JSON.stringify(hospital()), '{"resourceType":', JSON.stringify(bedReport()), ''].join('\n');

  const read = await readAll(fhirReader, bytesOf(lines));

  expect(recordsIn(read, 'observation')[0]?.point).toEqual([105.84, 21]);
  expect(read.flatMap((it) => (it.kind === 'rejected' ? [it.rejection.line] : []))).toEqual([2]);
});

test(
  'a bundle of 60 MB is read in less than 300 MB of memory, the program included',
  { timeout: 180_000 },
  async () => {
    const told = await runProbe(new URL('big-bundle.probe.ts', import.meta.url), 60);

    expect(told.records).toBeGreaterThan(100_000);
    expect(told.peakRssMb).toBeLessThan(300);
  },
);
