import { defaultLimits } from '../limits.ts';
import { receiptWaboXes } from '../mappings/receipt-wabo.ts';
import { bigLog } from './big-log.ts';
import { xesReader } from './xes-reader.ts';

/** A program of its own, so that nothing but the reader is in its memory: `node big-log.probe.ts 100` reads 100 MB. */
const megabytes = Number(process.argv[2]);
const { mapping } = receiptWaboXes;
const options = { zone: 'Europe/Amsterdam', mapping, asOf: null, caseKind: null, feed: null, limits: defaultLimits };

const started = performance.now();
let records = 0;
let peakRss = 0;
for await (const batch of xesReader(bigLog(megabytes * 1e6), options)) {
  records += batch.filter((it) => it.kind === 'record').length;
  peakRss = Math.max(peakRss, process.memoryUsage.rss());
}
const seconds = (performance.now() - started) / 1000;
process.stdout.write(JSON.stringify({ records, peakRssMb: peakRss / 1e6, recordsPerSecond: records / seconds }));
