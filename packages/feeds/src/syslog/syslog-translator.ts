import { timingSafeEqual } from 'node:crypto';

import { cefEvent, type CefEvent } from '../cef/cef-event.ts';
import { rowTranslator } from '../dossiers/row-translator.ts';
import { cefIncidents } from '../mappings/cef-incidents.ts';
import type { Parsed } from '../parsed.ts';
import type { ReadOptions } from '../reader.ts';
import { rejected, remark } from '../reject.ts';
import { detectTime } from './detect-time.ts';
import { syslogMessage, type SyslogMessage } from './syslog-message.ts';

/** A secret that a message has to carry in its structured data. */
export interface SyslogToken {
  /** SD-ID, such as `key@12345` with the city's own enterprise number. */
  readonly element: string;
  readonly parameter: string;
  readonly secret: string;
}

/** Turns the messages of one source into records. */
export type SyslogTranslator = (bytes: Uint8Array, line: number, out: Parsed[]) => void;

const mark = '-- MARK --';

/**
 * A message that carries CEF is an event of a security incident; `-- MARK --` is a sign of life. All else is refused: what a log line
 * means, nobody has told us.
 * @param token `null`: none is asked for
 * @throws FlagtowerError `BAD_REQUEST` for a mapping that cannot work
 */
export function syslogTranslator(options: ReadOptions, token: SyslogToken | null): SyslogTranslator {
  const mapping = options.mapping ?? cefIncidents.mapping;
  const translator = rowTranslator(mapping, options);
  const detected = detectTime(options);
  return (bytes, line, out) => {
    const message = isBareCef(bytes) ? syslogMessage(Buffer.concat([bareHeader, bytes])) : syslogMessage(bytes);
    if ('part' in message) {
      const remedy = `The message is not of RFC 5424: look at its ${message.part}`;
      out.push(rejected(line, 'not-parseable', [message.part], remedy));
    } else if (token !== null && !isTrusted(message, token)) {
      out.push(
        rejected(line, 'not-allowed', ['STRUCTURED-DATA'], 'The message does not carry the secret of its source'),
      );
    } else if (message.text.trim() === mark) out.push(remark('signs-of-life'));
    else takeEvent(message, line, out);
  };

  function takeEvent(message: SyslogMessage, line: number, out: Parsed[]): void {
    const event = cefEvent(message.text);
    if (event === null) {
      out.push(rejected(line, 'unknown-kind', ['MSG'], 'The message carries no CEF event, and no other is understood'));
      return;
    }
    if ('part' in event) {
      out.push(rejected(line, event.reason, [event.part], `The CEF event cannot be read: look at its ${event.part}`));
      return;
    }
    const first = out.length;
    const named = valuesOf(message, event);
    translator.take(
      line,
      translator.columns.map((column) => named.get(column) ?? ''),
      out,
    );
    if (event.unread > 0) out.push(remark('cef-keys-not-read', event.unread));
    out.push(...detected(line, out.slice(first), event.values.get('start')));
  }
}

/** What a mapping may name. */
function valuesOf(message: SyslogMessage, event: CefEvent): ReadonlyMap<string, string> {
  const { vendor, product, signatureId, severity } = event;
  return new Map([
    ...event.values,
    ['vendor', vendor],
    ['product', product],
    ['signatureId', signatureId],
    ['severity', severity],
    ['syslog:timestamp', message.timestamp ?? ''],
    ['syslog:msgid', message.msgId ?? ''],
  ]);
}

function isTrusted({ data }: SyslogMessage, { element, parameter, secret }: SyslogToken): boolean {
  const wanted = Buffer.from(secret);
  return (data.get(element)?.get(parameter) ?? []).some((told) => {
    const given = Buffer.from(told);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}

const cefHead = Buffer.from('CEF:');

/** Files of appliances often hold the events alone. */
function isBareCef(bytes: Uint8Array): boolean {
  return cefHead.equals(bytes.subarray(0, cefHead.length));
}

const bareHeader = Buffer.from('<14>1 - - - - - - ');
