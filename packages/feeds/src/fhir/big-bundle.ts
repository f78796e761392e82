import { bedReport, hospital } from './fhir-sample.ts';

/**
 * For tests: a Bundle of at least so many bytes: the hospital, then its beds hour by hour.
 * @yields a piece a resource
 */
export async function* bigBundle(bytes: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const begin = '{"resourceType":"Bundle","type":"collection","timestamp":"2026-11-24T08:10:00+07:00","entry":[';
  yield encoder.encode(`${begin}${JSON.stringify({ resource: hospital() })}`);
  let size = 0;
  for (let hour = 0; size < bytes; hour += 1) {
    const piece = encoder.encode(`,${JSON.stringify({ resource: bedsAt(hour) })}`);
    size += piece.length;
    yield piece;
  }
  yield encoder.encode(']}');
}

/** For tests: beds of an hour since 2020, with the words that servers add for people. */
export function bedsAt(hour: number): Readonly<Record<string, unknown>> {
  const at = new Date(Date.UTC(2020, 0, 1) + hour * 3_600_000).toISOString();
  return bedReport({
    id: `beds-${String(hour)}`,
    date: at,
    period: { start: at, end: at },
    text: { status: 'generated', div: `<div>${'beds '.repeat(100)}</div>` },
  });
}
