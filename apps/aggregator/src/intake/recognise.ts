import type { Mapping } from '@flagtower/contracts';
import { FlagtowerError } from '@flagtower/contracts';
import type { Limits } from '@flagtower/feeds';

import type { FileContent } from './file-content.ts';

export async function recognise(
  content: FileContent,
  asked: { readonly fileName: string | null; readonly format: string | null; readonly mapping: Mapping | null },
  _limits: Limits,
): Promise<{ readonly format: string; readonly mapping: Mapping | null }> {
  if (asked.format !== null) return { format: asked.format, mapping: asked.mapping };
  if ((asked.fileName ?? content.path).includes('.xes')) return { format: 'xes', mapping: asked.mapping };
  throw new FlagtowerError('UNKNOWN_FORMAT', 'cannot tell');
}
