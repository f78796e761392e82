import { isoTime } from '../times/iso-time.ts';
import { structuredData, type StructuredData } from './structured-data.ts';

/** A message of RFC 5424; `null` stands for its NILVALUE. */
export interface SyslogMessage {
  readonly facility: number;
  readonly severity: number;
  /** ISO 8601 with its offset. */
  readonly timestamp: string | null;
  readonly hostname: string | null;
  readonly appName: string | null;
  readonly procId: string | null;
  readonly msgId: string | null;
  readonly data: StructuredData;
  /** Without byte order mark; empty where there is none. */
  readonly text: string;
}

/** What of a message cannot be understood: the part's name in RFC 5424. */
export interface Unreadable {
  readonly part: string;
}

const priForm = String.raw`<(0|[1-9]\d{0,2})>`;
const headerForm = new RegExp(
  String.raw`^${priForm}1 ([!-~]{1,40}) ([!-~]{1,255}) ([!-~]{1,48}) ([!-~]{1,128}) ([!-~]{1,32}) `,
);
const headerParts = ['PRI', 'VERSION', 'TIMESTAMP', 'HOSTNAME', 'APP-NAME', 'PROCID', 'MSGID'] as const;
/** How appliances write what is older than the standard; only what carries CEF is read, for it brings its own times. */
const olderHeader = new RegExp(String.raw`^${priForm}[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [!-~]{1,255} (?=CEF:)`);
const timestampForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)$/;
const mostPri = 191;
const byteOrderMark = '\uFEFF';

/** Strict: the standard's grammar, and nothing that it forbids. UTF-8 throughout, as its structured data and a marked MSG are. */
export function syslogMessage(bytes: Uint8Array): SyslogMessage | Unreadable {
  const text = decoded(bytes);
  if (text === null) return { part: 'encoding' };
  const older = olderHeader.exec(text);
  if (older !== null) return olderMessage(Number(older[1]), text.slice(older[0].length));
  const match = headerForm.exec(text);
  if (match === null) return { part: brokenPart(text) };
  const [whole, pri, timestamp = '', hostname = '', appName = '', procId = '', msgId = ''] = match;
  const value = Number(pri);
  if (value > mostPri) return { part: 'PRI' };
  if (!isTimestamp(timestamp)) return { part: 'TIMESTAMP' };
  const content = contentOf(text, whole.length);
  if ('part' in content) return content;
  return {
    ...priorityOf(value),
    timestamp: told(timestamp),
    hostname: told(hostname),
    appName: told(appName),
    procId: told(procId),
    msgId: told(msgId),
    ...content,
  };
}

function priorityOf(value: number): Pick<SyslogMessage, 'facility' | 'severity'> {
  return { facility: value >> 3, severity: value & 7 };
}

function told(part: string): string | null {
  return part === '-' ? null : part;
}

function isTimestamp(text: string): boolean {
  return text === '-' || (timestampForm.test(text) && isoTime(text) !== null);
}

function contentOf(text: string, from: number): Pick<SyslogMessage, 'data' | 'text'> | Unreadable {
  const read = structuredData(text, from);
  if (read === null) return { part: 'STRUCTURED-DATA' };
  const rest = text.slice(read.end);
  if (rest !== '' && !rest.startsWith(' ')) return { part: 'MSG' };
  return { data: read.data, text: rest.slice(rest.startsWith(` ${byteOrderMark}`) ? 2 : 1) };
}

function olderMessage(value: number, text: string): SyslogMessage | Unreadable {
  if (value > mostPri) return { part: 'PRI' };
  const nil = { timestamp: null, hostname: null, appName: null, procId: null, msgId: null };
  return { ...priorityOf(value), ...nil, data: new Map(), text };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The first part of the header that is not as it has to be. */
function brokenPart(text: string): string {
  if (!new RegExp(`^${priForm}`).test(text)) return 'PRI';
  const parts = text.slice(text.indexOf('>') + 1).split(' ', headerParts.length);
  const longest = [1, 40, 255, 48, 128, 32];
  const wrong = longest.findIndex((most, index) => {
    const part = parts[index] ?? '';
    return part === '' || part.length > most || !/^[!-~]*$/.test(part) || (index === 0 && part !== '1');
  });
  return headerParts[wrong + 1] ?? 'STRUCTURED-DATA';
}
