import { readFile } from 'node:fs/promises';

import { FlagtowerError, mappingSchema, type Mapping } from '@flagtower/contracts';

/**
 * What `--mapping` names: a JSON file, or the id of a mapping that comes with us, which has no dot and no slash.
 * @throws FlagtowerError `UNKNOWN_MAPPING` that names the wrong fields
 */
export async function mappingFrom(text: string): Promise<Mapping | string> {
  if (/^[a-z0-9-]+$/.test(text)) return text;
  let content: unknown;
  try {
    content = JSON.parse(await readFile(text, 'utf8'));
  } catch (cause) {
    throw new FlagtowerError('UNKNOWN_MAPPING', 'the mapping cannot be read as JSON', { place: 'mapping', cause });
  }
  const mapping = mappingSchema.safeParse(content);
  if (mapping.success) return mapping.data;
  const wrong = mapping.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new FlagtowerError('UNKNOWN_MAPPING', `the mapping is wrong in ${wrong}`, { place: wrong });
}
