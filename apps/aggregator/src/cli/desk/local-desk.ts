import { FlagtowerError, sourceConfigSchema, type LedgerName, type SourceConfig } from '@flagtower/contracts';
import {
  declareSource,
  explainKpi,
  ledgerNamed,
  pauseSource,
  readAccounts,
  readQuarantine,
  renewKey,
  retractImport,
  sourceNamed,
  sourcesOf,
  type Ledger,
  type Source,
} from '@flagtower/store';

import { sourceStatus } from '../../api/source-status.ts';
import { invite } from '../../auth/invite.ts';
import { exportedView } from '../../exporting/exported-view.ts';
import { viewFile } from '../../exporting/view-file.ts';
import { importFile } from '../../intake/import-file.ts';
import { replayQuarantine } from '../../intake/replay-quarantine.ts';
import { openStore, type OpenStore } from '../../ops/open-store.ts';
import { answerKpi, kpiQueryOf, type KpiDesk } from '../../questions/kpi-question.ts';
import type { CommandContext } from '../context.ts';
import type { Desk, FileToImport } from './desk.ts';

/** Works on the store itself; a service that runs on the same folder sees what is committed here. */
export async function openLocalDesk(context: CommandContext): Promise<Desk> {
  const { place, city, now } = context;
  const store = await openStore(place, { city, connections: 4 });
  const { pool } = store;
  const ledgerOf = (name: LedgerName): Promise<Ledger> => ledgerNamed(pool, city.id, name);
  const kpiDesk = async (name: LedgerName): Promise<KpiDesk> => ({
    db: pool,
    city,
    ledger: await ledgerOf(name),
    now: now(),
  });
  return {
    importFile: async (file, onProgress) => {
      const ledger = await ledgerOf(file.ledger);
      const source = await sourceOrDeclared(context, store, ledger, file);
      return await importFile({ ...file, ledger, source }, { store, now, onProgress });
    },
    retract: (importId) => retractImport(store, importId, now()),
    queryKpi: async (name, kpi, words) => await answerKpi(await kpiDesk(name), kpi, words),
    explain: async (name, kpi, words, page) => {
      const desk = await kpiDesk(name);
      return await explainKpi(desk, await kpiQueryOf(desk, kpi, words), page);
    },
    exportFile: async (ledger, order, format) =>
      await viewFile(await exportedView(await kpiDesk(ledger), order), format),
    sources: async (name) => {
      const { id, clock } = await ledgerOf(name);
      return (await sourcesOf(pool, id)).map((source) => sourceStatus(source, { now: now(), clock }));
    },
    declare: async (config) => await declare(store, await ledgerOf(config.ledger), config),
    config: async (name, id) => {
      const source = await sourceNamed(pool, (await ledgerOf(name)).id, id);
      if (source === null) throw new FlagtowerError('UNKNOWN_SOURCE', `no source ${id} in ledger ${name}`);
      return source.config;
    },
    pause: async (name, source) => await pauseSource(pool, (await ledgerOf(name)).id, source, now()),
    resume: async (name, source) => await pauseSource(pool, (await ledgerOf(name)).id, source, null),
    renewKey: async (name, source) => await renewKey(pool, (await ledgerOf(name)).id, source),
    quarantine: async (name, source, limit) => await readQuarantine(pool, (await ledgerOf(name)).id, source, limit),
    replayQuarantine: async (name, source) =>
      await replayQuarantine({ store, ledger: await ledgerOf(name), now: now() }, source),
    accounts: () => readAccounts(pool),
    invite: (role) => invite(pool, { kind: 'account', role, account: null, createdBy: null }, now()),
    passwordLink: (account) => invite(pool, { kind: 'password', role: account.role, account, createdBy: null }, now()),
    close: () => store.close(),
  };
}

async function declare({ pool }: OpenStore, ledger: Ledger, config: SourceConfig): Promise<string | null> {
  const known = await sourceNamed(pool, ledger.id, config.id);
  await declareSource(pool, ledger.id, config);
  return known === null ? await renewKey(pool, ledger.id, config.id) : null;
}

/** A file on the command line may come from a source that nobody has declared yet. */
async function sourceOrDeclared(
  { city, output }: CommandContext,
  { pool }: OpenStore,
  ledger: Ledger,
  { source: id, zone: asked }: FileToImport,
): Promise<Source> {
  const known = await sourceNamed(pool, ledger.id, id);
  if (known !== null) return known;
  const zone = asked ?? city.zone;
  output.note(`source ${id} was not known in ledger ${ledger.name}: it is declared now, zone ${zone}`);
  const config = sourceConfigSchema.parse({ id, names: { vi: id, en: id }, ledger: ledger.name, zone });
  await declareSource(pool, ledger.id, config);
  const declared = await sourceNamed(pool, ledger.id, id);
  if (declared === null) throw new TypeError('a source that was declared is there');
  return declared;
}
