import type { PoolClient } from 'pg';

/** A combination of texts that has a number, such as a cell or a slice. */
interface Table {
  readonly name: 'cells' | 'slices';
  readonly columns: readonly string[];
}

const cells: Table = { name: 'cells', columns: ['case_kind', 'source_id', 'unit', 'procedure', 'channel'] };
const slices: Table = { name: 'slices', columns: ['grain', 'case_kind', 'source_id', 'unit', 'procedure', 'channel'] };

const separator = '\u0000';

/**
 * Numbers of combinations, remembered in the process. What a transaction added is remembered only after its commit: a
 * number that was rolled back must not be used again.
 */
export class Dictionary {
  readonly #table: Table;
  readonly #ids = new Map<string, number>();

  private constructor(table: Table) {
    this.#table = table;
  }

  static ofCells(): Dictionary {
    return new Dictionary(cells);
  }

  static ofSlices(): Dictionary {
    return new Dictionary(slices);
  }

  keyOf(ledgerId: number, values: readonly string[]): string {
    return [ledgerId, ...values].join(separator);
  }

  /** Numbers of all keys, made where missing; `remember` is to be called once the transaction is committed. */
  async idsOf(
    client: PoolClient,
    keys: Iterable<string>,
  ): Promise<{ ids: ReadonlyMap<string, number>; remember: () => void }> {
    const ids = new Map<string, number>();
    const missing: string[][] = [];
    for (const key of new Set(keys)) {
      const known = this.#ids.get(key);
      if (known === undefined) missing.push(key.split(separator));
      else ids.set(key, known);
    }
    if (missing.length === 0) return { ids, remember: nothing };

    const { name, columns } = this.#table;
    const list = ['ledger_id', ...columns].join(', ');
    const parameters = ['$1::smallint[]', ...columns.map((_, index) => `$${String(index + 2)}::text[]`)].join(', ');
    const values = ['ledger_id', ...columns].map((_, index) => missing.map((parts) => parts[index]));
    await client.query(
      `insert into ${name} (${list}) select * from unnest(${parameters}) on conflict do nothing`,
      values,
    );
    const { rows } = await client.query<Record<string, string | number> & { id: number }>(
      `select id, ${list} from ${name} join unnest(${parameters}) as wanted(${list}) using (${list})`,
      values,
    );
    const found = rows.map((row): [string, number] => [
      ['ledger_id', ...columns].map((column) => row[column]).join(separator),
      row.id,
    ]);
    for (const [key, id] of found) ids.set(key, id);
    return { ids, remember: () => found.forEach(([key, id]) => this.#ids.set(key, id)) };
  }
}

function nothing(): void {
  // All were known already.
}
