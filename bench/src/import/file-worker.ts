// A process of its own, so that its memory is its own too: reads a list of dossiers and does one thing with it.
import { hanoi } from '@flagtower/city-hanoi';
import { sourceConfigSchema, type FlagtowerRecord } from '@flagtower/contracts';
import { ruleBookOf } from '@flagtower/domain';
import { defaultLimits, readerOf, shippedMapping } from '@flagtower/feeds';
import { commitBatch, declareSource, ledgerNamed, ledgerStore, sourceNamed } from '@flagtower/store';
import { Pool } from 'pg';
import { z } from 'zod';

// Node has `Temporal` of its own from 26 on.
await import('temporal-polyfill/global');
const { caseList } = await import('./case-list.ts');
const { copyRows, rowsOf } = await import('./plain-tables.ts');

const [mode, first, rows] = z
  .tuple([z.enum(['parse', 'copy', 'import']), z.coerce.number(), z.coerce.number()])
  .parse(process.argv.slice(2, 5));
const batchRecords = 2000;
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 2 });

/**
 * Reads the file.
 * @yields records in batches as an import makes them
 */
async function* batches(): AsyncGenerator<FlagtowerRecord[]> {
  const { mapping } = shippedMapping('hanoi-one-stop-cases');
  const options = { zone: hanoi.zone, mapping, asOf: null, caseKind: null, feed: null, limits: defaultLimits };
  let waiting: FlagtowerRecord[] = [];
  for await (const parsed of readerOf('csv')(caseList(first, rows, Date.now() - 60_000), options)) {
    waiting.push(...parsed.flatMap((item) => (item.kind === 'record' ? [item.record] : [])));
    if (waiting.length < batchRecords) continue;
    yield waiting;
    waiting = [];
  }
  if (waiting.length > 0) yield waiting;
}

/** @returns how many records there were */
async function parse(): Promise<number> {
  let count = 0;
  for await (const records of batches()) count += records.length;
  return count;
}

/** Parses first; only the writing is timed. */
async function prepareCopy(): Promise<() => Promise<number>> {
  const held: ReturnType<typeof rowsOf>[] = [];
  for await (const records of batches()) held.push(rowsOf(records, 1));
  return async () => {
    const client = await pool.connect();
    for (const some of held) await copyRows(client, some);
    client.release();
    return held.reduce((sum, { length }) => sum + length, 0);
  };
}

async function prepareImport(): Promise<() => Promise<number>> {
  const ledger = await ledgerNamed(pool, hanoi.id, 'real');
  const config = { id: 'bench', names: { vi: 'Đo', en: 'Bench' }, ledger: 'real', zone: hanoi.zone };
  await declareSource(pool, ledger.id, sourceConfigSchema.parse(config));
  const source = await sourceNamed(pool, ledger.id, 'bench');
  if (source === null) throw new TypeError('a source that was just declared is there');
  const store = ledgerStore(pool, ruleBookOf(hanoi));
  return async () => {
    let count = 0;
    for await (const records of batches()) {
      const items = records.map((record, index) => ({ line: index + 1, record }));
      const about = { ledger, source, importId: null, fileHash: null, rejections: [], now: Date.now() };
      count += (await commitBatch(store, { ...about, items })).accepted;
    }
    return count;
  };
}

const work = mode === 'parse' ? parse : await (mode === 'copy' ? prepareCopy() : prepareImport());
const started = performance.now();
const records = await work();
const ms = performance.now() - started;
await pool.end();
process.send?.({ records, ms, peakMb: process.resourceUsage().maxRSS / 1024 });
process.disconnect();
