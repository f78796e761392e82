import { z } from 'zod';

import { tidy } from '../text/tidy.ts';
import { attributeOf, type Attribute } from './attribute.ts';

/** An entity in any of the encodings: normalised NGSI-LD, normalised NGSI-v2, key-values. */
export interface Entity {
  /** Without the prefix `urn:ngsi-ld:{type}:`, so that all encodings name one thing alike. */
  readonly id: string;
  readonly type: string;
  readonly attributes: ReadonlyMap<string, Attribute>;
}

const entitySchema = z.looseObject({ id: z.string().min(1), type: z.string().min(1) });

export type EntityRead =
  | { readonly kind: 'entity'; readonly entity: Entity }
  /** `fields`: what is not as the standard wants it. */
  | { readonly kind: 'malformed'; readonly fields: readonly string[] };

/** Contexts are never fetched: of an expanded name the last part is taken. */
export function entityOf(told: unknown): EntityRead {
  const parsed = entitySchema.safeParse(told);
  if (!parsed.success)
    return { kind: 'malformed', fields: parsed.error.issues.map(({ path }) => String(path[0] ?? 'entity')) };
  const { id, type: longType, ...rest } = parsed.data;
  const type = shortName(longType);
  const prefix = `urn:ngsi-ld:${type}:`;
  const attributes = new Map<string, Attribute>();
  for (const [name, value] of Object.entries(rest))
    if (name !== '@context') attributes.set(shortName(name), attributeOf(value));
  const bare = tidy(id);
  return {
    kind: 'entity',
    entity: { id: bare.startsWith(prefix) ? bare.slice(prefix.length) : bare, type, attributes },
  };
}

function shortName(name: string): string {
  return /^https?:/.test(name) ? (name.split(/[/#]/).at(-1) ?? name) : name;
}

export function textOf(entity: Entity, name: string): string {
  const value = entity.attributes.get(name)?.value;
  return typeof value === 'string' ? tidy(value) : '';
}
