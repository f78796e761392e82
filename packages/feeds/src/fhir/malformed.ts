import type { z } from 'zod';

import type { Parsed } from '../parsed.ts';
import { rejected } from '../reject.ts';

/** A resource that is not built as its type has to be; names the elements and none of their values. */
export function malformed(line: number, type: string, { issues }: z.ZodError): Parsed[] {
  const fields = [...new Set(issues.map(({ path }) => String(path[0] ?? type)))];
  return [rejected(line, 'not-parseable', fields, `Mend ${fields.join(', ')} of resource ${line}: it is no ${type}`)];
}
