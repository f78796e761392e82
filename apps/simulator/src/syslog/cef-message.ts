import type { CaseRecord } from '../cases/case-record.ts';

/** Levels of CEF for the severities of incidents; an event that closes a case does not tell one. */
const levels: Readonly<Record<string, string>> = { thap: '2', 'trung-binh': '5', cao: '8', 'nghiem-trong': '10' };
const unknown = 'Unknown';

/** What a security center's event management would say of a telling: RFC 5424 (local0, notice) with an event of CEF. */
export function cefMessage({ dossier, occurredAt, steps, procedure, unit, due }: CaseRecord): string {
  const isOpening = steps.some(({ step }) => step === 'received');
  const began = steps.find(({ step }) => step === 'submitted');
  const extension = [
    `externalId=${dossier}`,
    `act=${isOpening ? 'open' : 'close'}`,
    `rt=${Date.parse(occurredAt)}`,
    ...(began === undefined ? [] : [`start=${Date.parse(began.at)}`]),
    ...(unit === undefined ? [] : [`cs1=${unit}`, 'cs1Label=unit']),
    ...(due === undefined || due === null
      ? []
      : [`deviceCustomDate1=${Date.parse(due.at)}`, 'deviceCustomDate1Label=due']),
  ];
  const event = ['CEF:0', 'Flagtower', 'Simulated city', '1', 'incident', isOpening ? 'Incident' : 'Incident closed'];
  const severity = levels[procedure ?? ''] ?? unknown;
  return `<133>1 ${occurredAt} soc.example flagtower - incident - ${[...event, severity, extension.join(' ')].join('|')}`;
}

/** What a relay says when nothing happens. @param at epoch milliseconds */
export function markMessage(at: number): string {
  return `<46>1 ${new Date(at).toISOString()} soc.example flagtower - - - -- MARK --`;
}
