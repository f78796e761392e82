import { FlagtowerError } from '@flagtower/contracts';

import { capReader } from './cap/cap-reader.ts';
import { catalogueReader } from './catalogue/catalogue-reader.ts';
import { cpsvApReader } from './cpsv-ap/cpsv-ap-reader.ts';
import { csvReader } from './csv/csv-reader.ts';
import { datex2Reader } from './datex2/datex2-reader.ts';
import { fhirReader } from './fhir/fhir-reader.ts';
import { formatSchema, type Format } from './format.ts';
import { gtfsRtReader } from './gtfs-rt/gtfs-rt-reader.ts';
import { gtfsReader } from './gtfs/gtfs-reader.ts';
import { jsonReader } from './json/json-reader.ts';
import { ndjsonReader } from './ndjson/ndjson-reader.ts';
import { ngsiReader } from './ngsi/ngsi-reader.ts';
import { ocelJsonReader } from './ocel/ocel-json-reader.ts';
import { ocelXmlReader } from './ocel/ocel-xml-reader.ts';
import { open311Reader } from './open311/open311-reader.ts';
import type { Reader } from './reader.ts';
import { rssReader } from './rss/rss-reader.ts';
import { syslogReader } from './syslog/syslog-reader.ts';
import { xesReader } from './xes/xes-reader.ts';
import { xlsxReader } from './xlsx/xlsx-reader.ts';

const readers: Readonly<Record<Format, Reader>> = {
  csv: csvReader,
  xlsx: xlsxReader,
  json: jsonReader,
  catalogue: catalogueReader,
  xes: xesReader,
  'ocel-json': ocelJsonReader,
  'ocel-xml': ocelXmlReader,
  open311: open311Reader,
  'gtfs-rt': gtfsRtReader,
  gtfs: gtfsReader,
  cap: capReader,
  datex2: datex2Reader,
  ngsi: ngsiReader,
  fhir: fhirReader,
  'cpsv-ap': cpsvApReader,
  rss: rssReader,
  syslog: syslogReader,
  ndjson: ndjsonReader,
};

/** @throws FlagtowerError `UNKNOWN_FORMAT` for a name that is not in `formatSchema` */
export function readerOf(format: string): Reader {
  const known = formatSchema.safeParse(format);
  if (known.success) return readers[known.data];
  throw new FlagtowerError('UNKNOWN_FORMAT', 'No reader for this format', {
    remedy: `Give one of ${formatSchema.options.join(', ')}`,
    place: 'format',
  });
}
