import { defaultLimits } from '../limits.ts';
import { bigBundle } from './big-bundle.ts';
import { fhirReader } from './fhir-reader.ts';

/** A program of its own, so that nothing but the reader is in its memory: `node big-bundle.probe.ts 100` reads 100 MB. */
const megabytes = Number(process.argv[2]);
const options = {
  zone: 'Asia/Ho_Chi_Minh',
  mapping: null,
  asOf: null,
  caseKind: null,
  feed: null,
  limits: defaultLimits,
};

let records = 0;
let peakRss = 0;
for await (const batch of fhirReader(bigBundle(megabytes * 1e6), options)) {
  records += batch.filter((it) => it.kind === 'record').length;
  peakRss = Math.max(peakRss, process.memoryUsage.rss());
}
process.stdout.write(JSON.stringify({ records, peakRssMb: peakRss / 1e6 }));
