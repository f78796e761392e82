import { guessDelimiter } from '../csv/csv-rows.ts';
import { fold } from '../text/tidy.ts';
import { catalogueColumns } from './catalogue-columns.ts';

/** Whether a text begins like our catalogue's table: its header has the columns that no list of dossiers has. */
export function isCatalogueHead(text: string): boolean {
  const [line = ''] = text.split(/[\r\n]/, 1);
  const cells = new Set(line.split(guessDelimiter(line)).map((cell) => fold(cell.replaceAll('"', ''))));
  const { code, name, competence, level } = catalogueColumns;
  return [code, name, competence, level].every((column) => cells.has(fold(column)));
}
