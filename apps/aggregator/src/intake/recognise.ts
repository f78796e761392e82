import { FlagtowerError, type Mapping } from '@flagtower/contracts';
import { inspectFile, shippedMapping, type Limits } from '@flagtower/feeds';

import type { FileContent } from './file-content.ts';
import { headOf } from './file-head.ts';

export interface Recognised {
  readonly format: string;
  /** `null`: the format needs none. */
  readonly mapping: Mapping | null;
}

export interface RecogniseWords {
  readonly fileName: string | null;
  readonly format: string | null;
  /** A text is the id of a mapping that comes with the product. */
  readonly mapping: Mapping | string | null;
}

/**
 * What a file is and how it is read. Only a mapping that somebody gave, or a shipped one whose columns are all there, is
 * used: a guess could make a wrong number, so guesses are for a person to look at.
 * @throws FlagtowerError `UNKNOWN_FORMAT`, `UNKNOWN_MAPPING`, `BAD_FILE`
 */
export async function recognise(content: FileContent, words: RecogniseWords, limits: Limits): Promise<Recognised> {
  const given = typeof words.mapping === 'string' ? shippedMapping(words.mapping).mapping : words.mapping;
  if (words.format !== null && (given !== null || !wantsMapping(words.format)))
    return { format: words.format, mapping: given };
  // Only JSON has rows to be found by a path, whatever else the file looks like.
  if (given?.rows !== undefined) return { format: words.format ?? 'json', mapping: given };
  const seen = await inspectFile(await headOf(content), words.fileName, limits);
  const mapping = given ?? seen.mappings[0]?.mapping ?? null;
  if (wantsMapping(seen.format) && mapping === null)
    throw new FlagtowerError(
      'UNKNOWN_MAPPING',
      'a table or JSON needs a mapping, and no shipped one fits its columns',
      {
        place: 'mapping',
        remedy: 'give --mapping FILE.json; the import page of the wall suggests one',
      },
    );
  return { format: words.format ?? seen.format, mapping };
}

function wantsMapping(format: string): boolean {
  return format === 'csv' || format === 'xlsx' || format === 'json';
}
