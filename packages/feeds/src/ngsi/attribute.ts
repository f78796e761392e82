import { z } from 'zod';

/** An attribute in whatever encoding it came. */
export interface Attribute {
  readonly value: unknown;
  /** As told; `null`: it tells none. */
  readonly unitCode: string | null;
  /** When this very value was observed; `null`: it does not say. */
  readonly observedAt: string | null;
}

const timeSchema = z.union([z.string(), z.object({ '@value': z.string() }).transform((it) => it['@value'])]);
const plainTextSchema = z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)]);

/** NGSI-LD says `value`, `object` or `languageMap`; NGSI-v2 `value` with `metadata`. */
const normalisedSchema = z.looseObject({
  type: z.string(),
  value: z.unknown(),
  unitCode: plainTextSchema.optional().catch(undefined),
  observedAt: timeSchema.optional().catch(undefined),
  metadata: z
    .looseObject({
      unitCode: plainTextSchema.optional().catch(undefined),
      dateObserved: plainTextSchema.optional().catch(undefined),
      TimeInstant: plainTextSchema.optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});
const typedValueSchema = z.object({ '@value': z.unknown() });

/** An attribute may come several times, from several sensors: the first one counts. */
export function attributeOf(told: unknown): Attribute {
  const first: unknown = Array.isArray(told) && isNormalised(told[0]) ? told[0] : told;
  const normalised = normalisedSchema.safeParse(first);
  if (!normalised.success || !isNormalised(first)) return { value: bare(first), unitCode: null, observedAt: null };
  const { value, unitCode, observedAt, metadata } = normalised.data;
  return {
    value: bare(value),
    unitCode: unitCode ?? metadata?.unitCode ?? null,
    observedAt: observedAt ?? metadata?.dateObserved ?? metadata?.TimeInstant ?? null,
  };
}

/** A GeoJSON shape has a type too, and is a value itself. */
function isNormalised(told: unknown): boolean {
  return typeof told === 'object' && told !== null && 'type' in told && 'value' in told;
}

function bare(value: unknown): unknown {
  const typed = typedValueSchema.safeParse(value);
  return typed.success ? typed.data['@value'] : value;
}
