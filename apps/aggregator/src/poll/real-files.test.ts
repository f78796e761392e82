import { readdirSync, readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';

import { hanoi } from '@flagtower/city-hanoi';
import { sourceConfigSchema, type SourceConfig } from '@flagtower/contracts';
import { ruleBookOf } from '@flagtower/domain';
import { declareSource, ensureLedgers, ledgerNamed, ledgerStore, sourceNamed } from '@flagtower/store';
import { fastify } from 'fastify';
import { describe, expect, vi } from 'vitest';

import { ledgerWriters } from '../intake/ledger-writers.ts';
import { createMetrics } from '../ops/metrics.ts';
import { footfallMapping } from '../testing/ground-truth/footfall-mapping.ts';
import { test as base } from '../testing/ground-truth/import-desk.ts';
import { areThere, realPath } from '../testing/ground-truth/real-feeds.ts';
import { loopbackOrigin } from '../testing/loopback-origin.ts';
import { startPoller } from './poller.ts';

type Plan = Pick<NonNullable<SourceConfig['pull']>, 'format' | 'mapping'>;

/** When an import says that what tells no time at all was made; what is pulled takes the time at which it came. */
const asOf = '2026-01-01T00:00:00.000Z';

/** How each folder is pulled; a table by its shipped mapping. */
const folders: Readonly<Record<string, (file: string) => Plan | null>> = {
  'traffic/datex2': () => ({ format: 'datex2' }),
  'traffic/datex2/fi-incidents-2017': () => ({ format: 'datex2' }),
  'traffic/gtfs': () => ({ format: 'gtfs' }),
  'traffic/gtfs-rt': () => ({ format: 'gtfs-rt' }),
  'traffic/gtfs-rt/nyct-ace': () => ({ format: 'gtfs-rt' }),
  'traffic/ngsi': () => ({ format: 'ngsi' }),
  'tourism/ngsi': () => ({ format: 'ngsi' }),
  'tourism/footfall': () => ({ format: 'csv', mapping: footfallMapping }),
  'health/fhir-r4': () => ({ format: 'fhir' }),
  'health/fhir-saner': () => ({ format: 'fhir' }),
  'health/opendengue': () => ({ format: 'csv', mapping: 'opendengue' }),
  'environment/ngsi': () => ({ format: 'ngsi' }),
  'environment/cap': () => ({ format: 'cap' }),
  'environment/aws': (file) => ({ format: 'csv', mapping: file === 'stations.csv' ? 'wigos-stations' : 'toa5-synop' }),
  'catalogue/canada': (file) => ({
    format: 'csv',
    mapping: file === 'service.csv' ? 'canada-services' : 'canada-standards',
  }),
  // The context alone tells of no service.
  'catalogue/cpsv-ap': (file) => (file === 'context.jsonld' ? null : { format: 'cpsv-ap' }),
};

const test = base
  .extend('origin', async ({}, { onCleanup }) => {
    const origin = await loopbackOrigin();
    onCleanup(origin.close);
    return origin;
  })
  .extend('pulls', async ({ database: { pool }, origin }) => {
    await ensureLedgers(pool, hanoi.id, hanoi.zone, hanoi.rulesVersion);
    const ledger = await ledgerNamed(pool, hanoi.id, 'trial');
    const store = ledgerStore(pool, ruleBookOf(hanoi));
    const metrics = createMetrics();
    const told = async (source: string): Promise<string[]> => {
      const { rows } = await pool.query<{ line: string }>(
        `select record_id || ' ' || kind as line from records where ledger_id = $1 and source_id = $2 and kind <> 'import'
          union select concat_ws(' ', entity, metric, value, absent, unit_of_measure, period_from,
            case when quality = 'uncertain' or occurred_at = $3 then 'not told' else occurred_at::text end)
            from observations where ledger_id = $1 and source_id = $2
          union select concat_ws(' ', 'refused', reason) from quarantine where ledger_id = $1 and source_id = $2
          order by line`,
        [ledger.id, source, asOf],
      );
      return rows.map(({ line }) => line);
    };
    const pullOnce = async (bytes: Uint8Array, id: string, plan: Plan, isPacked = false): Promise<void> => {
      origin.handler = (_request, response) =>
        response.writeHead(200, isPacked ? { 'content-encoding': 'gzip' } : {}).end(bytes);
      const names = { vi: id, en: id };
      await declareSource(
        pool,
        ledger.id,
        sourceConfigSchema.parse({ id, names, ledger: 'trial', zone: 'Europe/Amsterdam' }),
      );
      const source = await sourceNamed(pool, ledger.id, id);
      if (source === null) throw new TypeError('it was declared');
      const writers = ledgerWriters(store, { now: Date.now, metrics });
      const poller = startPoller({
        store,
        now: Date.now,
        secrets: {},
        writers,
        metrics,
        log: fastify().log,
        ledger,
        source,
        pull: { url: origin.url, everySeconds: 60, ...plan },
      });
      const asked = async (): Promise<number> =>
        (await metrics.polls.get()).values.filter(({ labels }) => labels.source === id).length;
      await vi.waitFor(async () => expect(await asked()).toBe(1), { timeout: 20_000, interval: 5 });
      await poller.close();
    };
    return { pullOnce, told };
  });

describe.skipIf(!areThere)(
  `real files over HTTP${areThere ? '' : ' (skipped: ../shared/data/feeds is not here)'}`,
  () => {
    test.for(Object.entries(folders))(
      '%s: what is pulled is what an import brings',
      { timeout: 60_000 },
      async ([folder, planOf], { desk, pulls }) => {
        for (const entry of readdirSync(realPath(folder), { withFileTypes: true })) {
          const plan = entry.isFile() ? planOf(entry.name) : null;
          if (plan === null) continue;
          const path = `${folder}/${entry.name}`;
          const id = `${basename(folder)}-${entry.name}`
            .toLowerCase()
            .replaceAll(/[^a-z0-9]+/g, '-')
            .slice(0, 50);
          const mapping = typeof plan.mapping === 'object' ? { mapping: plan.mapping } : {};
          await desk.bring(path, `${id}-file`, path.includes('/RoadSegment.') ? asOf : undefined, mapping);
          await pulls.pullOnce(readFileSync(realPath(path)), `${id}-live`, plan, path.endsWith('.xml.gz'));

          const live = await pulls.told(`${id}-live`);
          expect([path, ...live]).toEqual([path, ...(await pulls.told(`${id}-file`))]);
        }
      },
    );

    test('no file of the five is left out', () => {
      const kept = ['traffic', 'tourism', 'health', 'environment', 'catalogue'].flatMap((top) =>
        readdirSync(realPath(top), { withFileTypes: true, recursive: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => ({ folder: relative(realPath('.'), parentPath), name })),
      );

      const left = kept.filter(({ folder, name }) => (folders[folder]?.(name) ?? null) === null);
      expect(kept.length).toBeGreaterThan(60);
      expect(left.map(({ name }) => name)).toEqual(['context.jsonld']);
    });

    test('a table that is told as JSON brings what it brings as a table', async ({ desk, pulls }) => {
      const path = 'tourism/footfall/melbourne-pedestrians-daily.csv';
      const [, ...lines] = readFileSync(realPath(path), 'utf8').trim().split(/\r?\n/);
      const days = lines.map((line) => line.split(',')).map(([ds, y]) => ({ ds, y: Number(y) }));
      const mapping = { ...footfallMapping, rows: '$.melbourne.days[*]' };

      await desk.bring(path, 'days-as-table', undefined, { mapping: footfallMapping });
      await pulls.pullOnce(Buffer.from(JSON.stringify({ melbourne: { days } })), 'days-as-json', {
        format: 'json',
        mapping,
      });

      const told = await pulls.told('days-as-json');
      expect(told).toHaveLength(days.length);
      expect(told).toEqual(await pulls.told('days-as-table'));
    });
  },
);
