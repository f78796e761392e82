import { cefExtension } from './cef-extension.ts';
import { cefSeverity, type CefSeverity } from './cef-severity.ts';

/** An event of the Common Event Format. Its name and whatever describes it in words are not read. */
export interface CefEvent {
  readonly vendor: string;
  readonly product: string;
  readonly signatureId: string;
  readonly severity: CefSeverity;
  /** What the extension says, by key: only what is no person, no address and no prose. */
  readonly values: ReadonlyMap<string, string>;
  /** Keys that were there and are never read. */
  readonly unread: number;
}

/** Why an event cannot be taken: which part, and whether it is wrong or told in two ways. */
export interface BrokenCef {
  readonly part: string;
  readonly reason: 'not-parseable' | 'bad-value';
}

const versions = /^CEF:[01]$/;
const headerFields = 7;

/** @returns `null` where the text holds no CEF at all */
export function cefEvent(text: string): CefEvent | BrokenCef | null {
  if (!text.startsWith('CEF:')) return null;
  const header = headerOf(text);
  if (header === null) return { part: 'CEF header', reason: 'not-parseable' };
  const [version = '', vendor = '', product = '', , signatureId = '', , severityText = ''] = header.fields;
  if (!versions.test(version)) return { part: 'CEF version', reason: 'not-parseable' };
  const severity = cefSeverity(severityText);
  if (severity === null) return { part: 'severity', reason: 'bad-value' };
  const extension = cefExtension(text.slice(header.end));
  if ('twice' in extension) return { part: extension.twice, reason: 'bad-value' };
  return { vendor, product, signatureId, severity, ...extension };
}

const escaped = /\\([\\|])/g;

/** The fields between the first seven bars; `\|` and `\\` stand for a bar and a backslash. */
function headerOf(text: string): { readonly fields: readonly string[]; readonly end: number } | null {
  const fields: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length && fields.length < headerFields; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    if (sign !== '|') continue;
    fields.push(text.slice(from, at).replaceAll(escaped, '$1').trim());
    from = at + 1;
  }
  return fields.length === headerFields ? { fields, end: from } : null;
}
