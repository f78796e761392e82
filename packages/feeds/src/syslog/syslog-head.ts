/** Whether a text begins as syslog of RFC 5424 does, counted or not, or as a CEF event. */
export function isSyslogHead(text: string): boolean {
  return /^(?:(?:[1-9]\d{0,6} )?<(?:0|[1-9]\d{0,2})>1 |CEF:[01]\|)/.test(text);
}
