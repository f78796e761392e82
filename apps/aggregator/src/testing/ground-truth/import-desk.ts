import { hanoi } from '@flagtower/city-hanoi';
import {
  instantSchema,
  mappingSchema,
  sourceConfigSchema,
  type CatalogueItem,
  type ImportSummary,
  type KpiAnswer,
} from '@flagtower/contracts';
import { ruleBookOf } from '@flagtower/domain';
import {
  declareSource,
  ensureLedgers,
  ledgerNamed,
  ledgerStore,
  readActiveNotices,
  readCatalogue,
  sourceNamed,
  verifyLedger,
} from '@flagtower/store';
import { test as base } from '@flagtower/store/testing';
import type { z } from 'zod';

import { importFile } from '../../intake/import-file.ts';
import { answerKpi, type KpiWords } from '../../questions/kpi-question.ts';
import { realPath } from './real-feeds.ts';

export interface Reading {
  readonly entity: string;
  readonly grp: string | null;
  readonly metric: string;
  readonly value: number | null;
  readonly at: string;
  /** Seconds of its period; `null`: of a moment. */
  readonly period: number | null;
}

/** What the operator says of a file that does not say it. */
interface How {
  readonly zone?: string;
  readonly mapping?: z.input<typeof mappingSchema>;
}

/** Where real files are brought and figures are asked for. */
export interface Desk {
  /** `asOf`: when the file was made, where it does not say so itself. */
  readonly bring: (path: string, source: string, asOf?: string, how?: How) => Promise<ImportSummary>;
  readonly ask: (kpi: string, words: KpiWords) => Promise<KpiAnswer>;
  readonly value: (kpi: string, words: KpiWords) => Promise<number | null | undefined>;
  /** Identities of the notices that are active at a moment. */
  readonly active: (source: string, at: string) => Promise<string[]>;
  /** Readings as the ledger has them: what, value, unit, moment. */
  readonly readings: (source: string) => Promise<readonly Reading[]>;
  /** Procedures and services as `/v1/catalogue` tells them. */
  readonly items: (source: string) => Promise<readonly CatalogueItem[]>;
  readonly differences: () => Promise<number>;
}

/** One desk for a file of tests: each brings under a source of its own. */
export const test = base.extend('desk', { scope: 'file' }, async ({ database: { pool } }): Promise<Desk> => {
  await ensureLedgers(pool, hanoi.id, hanoi.zone, hanoi.rulesVersion);
  const ledger = await ledgerNamed(pool, hanoi.id, 'trial');
  const store = ledgerStore(pool, ruleBookOf(hanoi));
  const ask = (kpi: string, words: KpiWords): Promise<KpiAnswer> =>
    answerKpi({ db: pool, city: hanoi, ledger, now: Date.now() }, kpi, words);
  return {
    ask,
    value: async (kpi, words) => (await ask(kpi, words)).values[0]?.value,
    bring: async (path, id, asOf, how = {}) => {
      const config = sourceConfigSchema.parse({
        id,
        names: { vi: id, en: id },
        ledger: 'trial',
        zone: 'Europe/Amsterdam',
      });
      await declareSource(pool, ledger.id, config);
      const source = await sourceNamed(pool, ledger.id, id);
      if (source === null) throw new TypeError('it was declared');
      const order = {
        fileName: path,
        ledger,
        source,
        format: null,
        mapping: how.mapping === undefined ? null : mappingSchema.parse(how.mapping),
        zone: how.zone ?? null,
        asOf: asOf === undefined ? null : instantSchema.parse(asOf),
        dryRun: false,
      };
      return await importFile({ ...order, path: realPath(path) }, { store, now: Date.now });
    },
    active: async (source, at) => {
      const { lastSeq } = await ledgerNamed(pool, hanoi.id, 'trial');
      const cut = { ledgerId: ledger.id, at: Date.parse(at), knownSeq: lastSeq, source };
      return (await readActiveNotices(pool, cut)).map(({ id }) => id).toSorted();
    },
    readings: async (source) => {
      const { rows } = await pool.query<Reading>(
        `select distinct on (record_id) entity, grp, metric, value, to_json(occurred_at at time zone 'UTC') #>> '{}' || 'Z' as at, extract(epoch from occurred_at - period_from)::int as period
          from observations where ledger_id = $1 and source_id = $2 and retracted_seq is null
          order by record_id, version desc, hash collate "C" desc`,
        [ledger.id, source],
      );
      return rows;
    },
    items: async (source) => {
      const { lastSeq } = await ledgerNamed(pool, hanoi.id, 'trial');
      const told = await readCatalogue(pool, { ledgerId: ledger.id, source, knownSeq: lastSeq });
      return told.map(({ item }) => item);
    },
    differences: async () =>
      (await verifyLedger(pool, ledger.id, { share: 1, from: 0, rules: ruleBookOf(hanoi) })).differences.length,
  };
});
