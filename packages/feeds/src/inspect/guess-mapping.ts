import { mappingSchema, type Mapping } from '@flagtower/contracts';

import { channelWords, portalSteps } from '../mappings/hanoi-one-stop.ts';
import type { ColumnsSeen } from './columns-seen.ts';
import { guessTimeFormats } from './guess-time-formats.ts';
import { bareHeader, headerWords, type GuessedField } from './header-words.ts';

const TIMES: ReadonlySet<GuessedField> = new Set([
  'at',
  'submitted',
  'received',
  'due',
  'handled',
  'withdrawn',
  'refused',
  'returned',
]);

const EVENT_FIELDS: ReadonlySet<GuessedField> = new Set(['at', 'activity', 'recordId']);

/** Words so common that only a header that says nothing else means the field. */
const EXACT: ReadonlySet<GuessedField> = new Set(['at', 'activity']);

function columnFor(field: GuessedField, words: readonly string[], free: readonly string[]): string | undefined {
  for (const word of words) {
    const exact = free.find((column) => bareHeader(column) === word);
    if (exact !== undefined) return exact;
  }
  if (EXACT.has(field)) return undefined;
  return free.find((column) => words.some((word) => ` ${bareHeader(column)} `.includes(` ${word} `)));
}

/** Each field takes the best column that no earlier field has taken. */
function guessColumns(columns: readonly string[]): Map<GuessedField, string> {
  const guessed = new Map<GuessedField, string>();
  for (const [field, words] of headerWords) {
    const taken = new Set(guessed.values());
    const column = columnFor(
      field,
      words,
      columns.filter((name) => !taken.has(name)),
    );
    if (column !== undefined) guessed.set(field, column);
  }
  return guessed;
}

/**
 * A mapping to begin with, from what columns are called in Vietnamese or English. It is shown to a person, who corrects
 * it; nothing is imported by it unseen.
 * @returns `null` where there are no columns at all
 */
export function guessMapping(seen: ColumnsSeen): Mapping | null {
  const [first] = seen.columns;
  if (first === undefined) return null;
  const guessed = guessColumns(seen.columns);
  const shape = guessed.has('at') && (guessed.has('activity') || guessed.has('status')) ? 'events' : 'cases';
  const fields = [...guessed].filter(([field]) => shape === 'events' || !EVENT_FIELDS.has(field));
  const times = fields.filter(([field]) => TIMES.has(field)).map(([, column]) => column);
  const samples = seen.sample.flatMap((row) => times.map((column) => (row[column] ?? '').trim()));
  return mappingSchema.parse({
    mapping: 1,
    name: 'Suggested',
    shape,
    timeFormats: guessTimeFormats(samples.filter((text) => text !== '')),
    fields: {
      dossier: first,
      ...Object.fromEntries(fields),
      ...(guessed.has('channel') ? { channel: { column: guessed.get('channel'), values: channelWords } } : {}),
    },
    ...(guessed.has('status') ? { steps: portalSteps } : {}),
    ...(seen.encoding === null ? {} : { encoding: seen.encoding }),
    ...(seen.rows === undefined ? {} : { rows: seen.rows }),
  });
}
