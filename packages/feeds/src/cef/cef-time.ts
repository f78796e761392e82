import { instantText } from '../times/moment.ts';
import { monthNumber } from '../times/month-number.ts';

const written = /^([A-Za-z]{3}) (\d{1,2}) (\d{4}) (\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?)(?: (UTC|GMT|Z))?$/;
const lastMs = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * A time of the Common Event Format as ISO 8601: milliseconds since 1970, or `MMM dd yyyy HH:mm:ss[.SSS]`. What is in another form comes
 * back as it is; without a year, or with the letters of a zone that several have, nobody knows which moment it is.
 */
export function cefTime(text: string): string {
  if (/^\d{9,15}$/.test(text)) return Number(text) <= lastMs ? instantText(Number(text)) : text;
  const [, month = '', day = '', year = '', time = '', zone] = written.exec(text) ?? [];
  const number = monthNumber(month);
  if (number === 0) return text;
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return `${date}T${time}${zone === undefined ? '' : 'Z'}`;
}
