import { sourceConfigSchema, type SourceConfig } from '@flagtower/contracts';

import { authorised } from './intake.ts';
import type { Service } from './service.ts';

/** Asks simulated sources every three seconds from now on, so that a test need not wait for their minute. */
export async function askOften(
  service: Service,
  ids: readonly string[],
  more: Partial<SourceConfig> = {},
): Promise<void> {
  for (const id of ids) {
    const path = `/v1/sources/${id}/config?ledger=simulated`;
    const { pull, ...config } = sourceConfigSchema.parse(await authorised(service, 'GET', path));
    if (pull === undefined) throw new TypeError(`nobody asks ${id}: it tells by itself`);
    await authorised(service, 'POST', '/v1/sources', { ...config, pull: { ...pull, everySeconds: 3 }, ...more });
  }
}
