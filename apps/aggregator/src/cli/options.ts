import { ledgerNameSchema, type LedgerName } from '@flagtower/contracts';
import { Option } from 'commander';
import { z } from 'zod';

/** Where nobody says otherwise, files go to the trial ledger and questions are put to it. */
const defaultLedger: LedgerName = 'trial';

export const placeOptionsSchema = z.object({
  json: z.boolean().default(false),
  data: z.string().optional(),
  url: z.string().optional(),
  token: z.string().optional(),
  city: z.string(),
});
export type PlaceOptions = z.infer<typeof placeOptionsSchema>;

/** Options that every command takes. */
export function placeOptions(): Option[] {
  return [
    new Option('--json', 'print one JSON document on stdout'),
    new Option('--data <dir>', 'the data folder (default: $FLAGTOWER_DATA, or ./data)'),
    new Option('--url <address>', 'ask a running service instead of the data folder (default: $FLAGTOWER_URL)'),
    new Option('--token <key>', 'key for the service (default: $FLAGTOWER_TOKEN, or the admin key of the data folder)'),
    new Option('--city <id>', 'the city').choices(['hanoi']).default('hanoi'),
  ];
}

export function ledgerOption(): Option {
  return new Option('--ledger <name>', 'the ledger').choices(ledgerNameSchema.options).default(defaultLedger);
}
