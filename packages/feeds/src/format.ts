import { z } from 'zod';

/** The encodings that we read; `ndjson` is our own record schema, a line each or a JSON list. */
export const formatSchema = z.enum([
  'csv',
  'xlsx',
  'json',
  'catalogue',
  'xes',
  'ocel-json',
  'ocel-xml',
  'open311',
  'gtfs-rt',
  'gtfs',
  'cap',
  'datex2',
  'ngsi',
  'fhir',
  'cpsv-ap',
  'rss',
  'syslog',
  'ndjson',
]);
export type Format = z.infer<typeof formatSchema>;
