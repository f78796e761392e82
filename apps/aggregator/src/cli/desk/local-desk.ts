import { sourceConfigSchema, type City } from '@flagtower/contracts';
import { declareSource, ledgerNamed, sourceNamed, type Ledger, type Source } from '@flagtower/store';

import { importFile } from '../../intake/import-file.ts';
import { openStore, type OpenStore } from '../../ops/open-store.ts';
import { answerKpi } from '../../questions/kpi-question.ts';
import type { CommandContext } from '../context.ts';
import type { Desk, FileToImport } from './desk.ts';

/** Works on the store itself; a service that runs on the same folder sees what is committed here. */
export async function openLocalDesk({ place, city, output, now }: CommandContext): Promise<Desk> {
  const store = await openStore(place, { city, connections: 4 });
  return {
    async importFile(file, onProgress) {
      const ledger = await ledgerNamed(store.pool, city.id, file.ledger);
      const source = await sourceOrDeclared({ store, city, note: output.note }, ledger, file);
      return await importFile({ ...file, ledger, source }, { store, now, onProgress });
    },
    async queryKpi(name, kpi, words) {
      const ledger = await ledgerNamed(store.pool, city.id, name);
      return await answerKpi({ db: store.pool, city, ledger, now: now() }, kpi, words);
    },
    close: () => store.close(),
  };
}

/** A file on the command line may come from a source that nobody has declared yet. */
async function sourceOrDeclared(
  { store, city, note }: { readonly store: OpenStore; readonly city: City; readonly note: (line: string) => void },
  ledger: Ledger,
  { source: id, zone: asked }: FileToImport,
): Promise<Source> {
  const known = await sourceNamed(store.pool, ledger.id, id);
  if (known !== null) return known;
  const zone = asked ?? city.zone;
  note(`source ${id} was not known in ledger ${ledger.name}: it is declared now, zone ${zone}`);
  const config = sourceConfigSchema.parse({ id, names: { vi: id, en: id }, ledger: ledger.name, zone });
  await declareSource(store.pool, ledger.id, config);
  const declared = await sourceNamed(store.pool, ledger.id, id);
  if (declared === null) throw new TypeError('a source that was declared is there');
  return declared;
}
