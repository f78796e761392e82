import { sourceStatusSchema } from '@flagtower/contracts';
import { expect } from '@playwright/test';
import { z } from 'zod';

import { authorised } from './intake.ts';
import type { Service } from './service.ts';

/** Waits until every source of the city was heard, were it only to say that there is nothing to tell. */
export async function heardFromAll(service: Service): Promise<void> {
  const answer = z.object({ sources: z.array(sourceStatusSchema) });
  const silent = async (): Promise<string[]> => {
    const { sources } = answer.parse(await authorised(service, 'GET', '/v1/sources?ledger=simulated'));
    return sources.filter(({ lastContactAt }) => lastContactAt === null).map(({ id }) => id);
  };
  await expect.poll(silent, { timeout: 60_000 }).toEqual([]);
}
