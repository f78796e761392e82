import { isXml, open311XmlThings } from '@flagtower/feeds';
import { z } from 'zod';

import { firstCursor, pull, type PullOptions } from '../pull.ts';

const servicesSchema = z.array(
  z.looseObject({ service_code: z.union([z.string(), z.number()]).transform(String), service_name: z.string() }),
);

/** What a server calls its services, by code. A server that does not say is none the worse: then the codes stand for themselves. */
export async function readServiceNames(options: Omit<PullOptions, 'cursor'>): Promise<ReadonlyMap<string, string>> {
  try {
    const { body } = await pull({ ...options, cursor: firstCursor });
    const told: unknown =
      body !== null && isXml(body)
        ? open311XmlThings('service', body)
        : JSON.parse(Buffer.from(body ?? []).toString('utf8'));
    const services = servicesSchema.parse(told);
    return new Map(services.map(({ service_code: code, service_name: name }) => [code, name]));
  } catch {
    return new Map();
  }
}
