import { z } from 'zod';

const textSchema = z.union([z.string(), z.number().transform(String)]).nullish();

/** What a city adds of its own: texts and numbers by name, of which a mapping takes those that it names. */
const attributesSchema = z.record(z.string(), z.unknown()).nullish().catch(null);

const noteSchema = z.object({ datetime: textSchema, type: textSchema, extended_attributes: attributesSchema });

/** What we take of a request. Address, position, description, names and media are not even read. */
export const requestSchema = z.object({
  service_request_id: textSchema,
  status: textSchema,
  service_name: textSchema,
  service_code: textSchema,
  agency_responsible: textSchema,
  requested_datetime: textSchema,
  updated_datetime: textSchema,
  expected_datetime: textSchema,
  extended_attributes: attributesSchema,
  notes: z.array(noteSchema).max(10_000).nullish(),
});
export type Request = z.infer<typeof requestSchema>;

/** Values by the names that a mapping uses. */
export type Named = ReadonlyMap<string, string>;

/** What the request itself says; every name begins with `case:`. */
export function requestValues(request: Request): Named {
  const closedByNote = (request.notes ?? []).some(({ type }) => type === 'closed');
  const closed = request.status === 'closed' && !closedByNote ? request.updated_datetime : null;
  const told = {
    service_request_id: request.service_request_id,
    status: request.status,
    service_name: request.service_name,
    service_code: request.service_code,
    agency_responsible: request.agency_responsible,
    requested_datetime: request.requested_datetime,
    updated_datetime: request.updated_datetime,
    expected_datetime: request.expected_datetime,
    closed_datetime: closed,
    ...attributeValues(request.extended_attributes),
  };
  return new Map(Object.entries(told).map(([name, value]) => [`case:${name}`, value ?? '']));
}

/** Texts and numbers, each under `extended_attributes.`; whatever else an attribute holds is left out. */
function attributeValues(attributes: Request['extended_attributes']): Record<string, string> {
  const told = Object.entries(attributes ?? {}).flatMap(([name, value]) => {
    const text = textSchema.safeParse(typeof value === 'boolean' ? String(value) : value).data ?? null;
    return text === null ? [] : [[`extended_attributes.${name}`, text] as const];
  });
  return Object.fromEntries(told);
}

/**
 * What each note says, with an id of our own. Notes of one kind and moment are told apart by counting them: they come
 * in one list with their request, so neither order nor repetition of requests changes the count.
 */
export function noteValues(request: Request): readonly Named[] {
  const counts = new Map<string, number>();
  return (request.notes ?? []).map(({ datetime, type, extended_attributes: attributes }) => {
    const key = `${type ?? ''}@${datetime ?? ''}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return new Map([
      ...Object.entries(attributeValues(attributes)),
      ['datetime', datetime ?? ''],
      ['type', type ?? ''],
      ['id', count === 1 ? key : `${key}#${count}`],
    ]);
  });
}
