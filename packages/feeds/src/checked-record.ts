import { recordSchema, type RejectionReason } from '@flagtower/contracts';
import type { z } from 'zod';

import type { Parsed } from './parsed.ts';
import { rejected } from './reject.ts';

/** A record before it was checked: ids, codes and times are still plain text. */
export type RecordDraft = z.input<typeof recordSchema>;

const identityFields = new Set(['recordId', 'entity', 'code', 'sender']);
const timeFields = new Set(['occurredAt', 'startsAt', 'endsAt', 'validFrom', 'validTo']);

/**
 * The last step of every reader that builds records by hand: what the contracts do not allow becomes a rejection that
 * names the fields. `line` is 1-based; `what` tells the person what the line counts, such as `entity`.
 */
export function checkedRecord(line: number, what: string, draft: RecordDraft): Parsed {
  return checkedValue(line, what, draft);
}

/** The same for a value that claims to be a record already. */
export function checkedValue(line: number, what: string, value: unknown): Parsed {
  const parsed = recordSchema.safeParse(value);
  if (parsed.success) return { kind: 'record', line, record: parsed.data };
  const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))];
  return rejected(line, reasonOf(fields), fields, `Mend ${fields.slice(0, 5).join(', ')} of ${what} ${line}`);
}

function reasonOf(fields: readonly string[]): RejectionReason {
  if (fields.includes('kind')) return 'unknown-kind';
  if (fields.some((field) => identityFields.has(field))) return 'bad-identity';
  if (fields.some((field) => timeFields.has(field))) return 'bad-time';
  return 'bad-value';
}
