import { dossierEventSchema, type RejectionReason } from '@flagtower/contracts';
import type { z } from 'zod';

import type { Parsed } from '../parsed.ts';
import { rejected } from '../reject.ts';

export type DossierDraft = z.input<typeof dossierEventSchema>;

const REASONS: Readonly<Record<string, RejectionReason>> = {
  dossier: 'bad-identity',
  recordId: 'bad-identity',
  occurredAt: 'bad-time',
  steps: 'bad-value',
};

/** The border where a draft becomes a record: the schema decides, and what it refuses is a rejection of this line. */
export function checkedRecord(draft: DossierDraft, line: number): Parsed {
  const checked = dossierEventSchema.safeParse(draft);
  if (checked.success) return { kind: 'record', line, record: checked.data };
  const fields = [...new Set(checked.error.issues.map((issue) => String(issue.path[0] ?? 'record')))];
  const reason = REASONS[fields[0] ?? ''] ?? 'bad-value';
  return rejected(line, reason, fields, `Not a code that may be kept: ${fields.join(', ')}. Map its words to codes`);
}
