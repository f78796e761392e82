import { isCapHead } from './cap/cap-head.ts';
import { isCatalogueHead } from './catalogue/catalogue-head.ts';
import { isCpsvApJson, isCpsvApTurtle } from './cpsv-ap/cpsv-ap-head.ts';
import { isDatex2Head } from './datex2/datex2-head.ts';
import { isFhirHead } from './fhir/fhir-head.ts';
import type { Format } from './format.ts';
import { isGtfsRtHead } from './gtfs-rt/gtfs-rt-head.ts';
import { isGtfsHead } from './gtfs/gtfs-head.ts';
import { headText, unpackedHead } from './head.ts';
import { isNgsiHead } from './ngsi/ngsi-head.ts';
import { isRssHead } from './rss/rss-head.ts';
import { isSyslogHead } from './syslog/syslog-head.ts';
import { isXlsxHead } from './xlsx/xlsx-head.ts';

export interface Detected {
  readonly format: Format;
  readonly gzip: boolean;
}

const BY_ENDING: readonly (readonly [RegExp, Format])[] = [
  [/\.xes$/, 'xes'],
  [/\.jsonocel$/, 'ocel-json'],
  [/\.xmlocel$/, 'ocel-xml'],
  [/\.(ndjson|jsonl)$/, 'ndjson'],
  [/\.(csv|tsv)$/, 'csv'],
  [/\.json$/, 'json'],
];

/** What an ending promises is believed only where the content is of the kind that it can be. */
const ENDINGS_OF: Readonly<Record<'xml' | 'json' | 'text', ReadonlySet<Format>>> = {
  xml: new Set(['xes', 'ocel-xml']),
  json: new Set(['ocel-json', 'ndjson', 'json']),
  text: new Set(['csv']),
};

function byEnding(fileName: string | null, kind: keyof typeof ENDINGS_OF): Format | null {
  const bare = (fileName ?? '').toLowerCase().replace(/\.gz$/, '');
  const promised = BY_ENDING.find(([ending]) => ending.test(bare))?.[1];
  return promised !== undefined && ENDINGS_OF[kind].has(promised) ? promised : null;
}

function ofXml(text: string): Format | null {
  const log = /<(?:[\w.-]+:)?log[\s>/]/.exec(text);
  if (log === null) return null;
  const rest = text.slice(log.index);
  if (/<(?:[\w.-]+:)?(object-types|event-types|objects)[\s>/]/.test(rest)) return 'ocel-xml';
  return /xes|<(?:[\w.-]+:)?(trace|extension|global|classifier)[\s>/]/.test(rest) ? 'xes' : null;
}

const RECORD_KINDS = 'dossier-event|observation|notice|report|catalogue-item';

function ofJson(text: string): Format | null {
  if (new RegExp(`"kind"\\s*:\\s*"(${RECORD_KINDS})"`).test(text)) return 'ndjson';
  if (/"(service_request_id|service_requests)"\s*:/.test(text)) return 'open311';
  if (text.startsWith('{') && /"(objectTypes|eventTypes|relationships)"\s*:/.test(text)) return 'ocel-json';
  if (isFhirHead(text)) return 'fhir';
  if (isCpsvApJson(text)) return 'cpsv-ap';
  return isNgsiHead(text) ? 'ngsi' : null;
}

function ofText(text: string): Format | null {
  const [line = ''] = text.split(/[\r\n]/, 1);
  if (/[\0\uFFFD]/.test(line) || !/[,;\t|]/.test(line)) return null;
  return isCatalogueHead(text) ? 'catalogue' : 'csv';
}

/**
 * What a file is, by its first bytes (64 KiB are enough); its name only helps where the content could be several things.
 * @returns `null` where it is nothing that we read
 * @throws FlagtowerError `BAD_FILE` when it begins like gzip and is none
 */
export function detectFormat(head: Uint8Array, fileName: string | null): Detected | null {
  const { bytes, gzip } = unpackedHead(head);
  const format = formatOf(bytes, fileName);
  return format === null ? null : { format, gzip };
}

function formatOf(bytes: Uint8Array, fileName: string | null): Format | null {
  if (isXlsxHead(bytes)) return 'xlsx';
  if (isGtfsHead(bytes)) return 'gtfs';
  if (isGtfsRtHead(bytes)) return 'gtfs-rt';
  const text = headText(bytes);
  if (isSyslogHead(text)) return 'syslog';
  if (text.startsWith('<')) return ofMarkup(bytes, text, fileName);
  if (/^[[{]/.test(text)) return ofJson(text) ?? byEnding(fileName, 'json');
  if (isCpsvApTurtle(text)) return 'cpsv-ap';
  return text.includes('\0') ? null : (ofText(text) ?? byEnding(fileName, 'text'));
}

/** An address that gives a web page instead of a file is the commonest mistake of all. */
function ofMarkup(bytes: Uint8Array, text: string, fileName: string | null): Format | null {
  if (isCapHead(bytes)) return 'cap';
  if (isDatex2Head(bytes)) return 'datex2';
  if (isRssHead(bytes)) return 'rss';
  if (/<service_requests[\s>/]/.test(text)) return 'open311';
  return /^<(!doctype\s+)?html/i.test(text) ? null : (ofXml(text) ?? byEnding(fileName, 'xml'));
}
