import type { CatalogueMapping, Mapping } from '@flagtower/contracts';

import { mappedColumns } from '../dossiers/mapped-field.ts';
import type { RowTranslator } from '../dossiers/row-translator.ts';
import type { ReadOptions } from '../reader.ts';
import { seriesTranslator } from '../series/series-translator.ts';
import { entryReader } from './catalogue-entry.ts';

/**
 * Turns rows of a register into entries of the catalogue, and what a row tells in figures into observations.
 * @throws FlagtowerError `BAD_REQUEST` for an unknown unit, zone or time format
 */
export function catalogueTranslator(
  mapping: Mapping & { readonly catalogue: CatalogueMapping },
  options: ReadOptions,
): Pick<RowTranslator, 'columns' | 'take'> {
  const { series } = mapping;
  const entryOf = entryReader(mapping, options);
  const figures = series === undefined ? null : seriesTranslator({ ...mapping, series }, options);
  return {
    columns: mappedColumns(mapping),
    take: (line, row, out) => {
      const entry = entryOf(line, row);
      out.push(entry);
      // Figures of an entry that nobody could tell would hang in the air.
      if (entry.kind === 'record') figures?.take(line, row, out);
    },
  };
}
