import { ledgerNameSchema, unitCodeSchema } from '@flagtower/contracts';
import { z } from 'zod';

/**
 * What an address may say. A word that is not understood is left out rather than refused: a wall must show something. Other
 * words stay as they are; features of their own read them.
 */
export const pageSearchSchema = z.looseObject({
  /** Which books the page shows. */
  ledger: ledgerNameSchema.optional().catch(undefined),
  lang: z.enum(['vi', 'en']).optional().catch(undefined),
  theme: z.enum(['dark', 'light']).optional().catch(undefined),
  unit: unitCodeSchema.optional().catch(undefined),
});
export type PageSearch = z.infer<typeof pageSearchSchema>;

/** Plain words: the router's own way reads `01` as the number 1, and units have such codes. */
export function readSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const words = Object.entries(search).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return words.length === 0 ? '' : `?${new URLSearchParams(words)}`;
}
