import { z } from 'zod';

const textSchema = z.union([z.string(), z.number().transform(String)]).nullish();

const noteSchema = z.object({ datetime: textSchema, type: textSchema });

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
  extended_attributes: z.object({ channel: textSchema }).nullish().catch(null),
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
    'extended_attributes.channel': request.extended_attributes?.channel,
  };
  return new Map(Object.entries(told).map(([name, value]) => [`case:${name}`, value ?? '']));
}

/**
 * What each note says, with an id of our own. Notes of one kind and moment are told apart by counting them: they come
 * in one list with their request, so neither order nor repetition of requests changes the count.
 */
export function noteValues(request: Request): readonly Named[] {
  const counts = new Map<string, number>();
  return (request.notes ?? []).map(({ datetime, type }) => {
    const key = `${type ?? ''}@${datetime ?? ''}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return new Map([
      ['datetime', datetime ?? ''],
      ['type', type ?? ''],
      ['id', count === 1 ? key : `${key}#${count}`],
    ]);
  });
}
