import { defaultLimits } from '../limits.ts';
import { bigCatalogue } from './big-catalogue.ts';
import { cpsvApReader } from './cpsv-ap-reader.ts';

/** A program of its own, so that nothing but the reader is in its memory: `node big-catalogue.probe.ts 100` reads 100 MB of each form. */
const bytes = Number(process.argv[2]) * 1e6;
const options = { zone: 'UTC', mapping: null, asOf: null, caseKind: null, feed: null, limits: defaultLimits };

let records = 0;
let peakRss = 0;
for (const form of ['turtle', 'json-ld'] as const)
  for await (const batch of cpsvApReader(bigCatalogue(bytes, form), options)) {
    records += batch.filter((it) => it.kind === 'record').length;
    peakRss = Math.max(peakRss, process.memoryUsage.rss());
  }
process.stdout.write(
  JSON.stringify({ records, peakRssMb: Math.max(peakRss, process.resourceUsage().maxRSS * 1024) / 1e6 }),
);
