import { codeSchema } from '@flagtower/contracts';

import { checkedRecord } from '../checked-record.ts';
import type { Parsed } from '../parsed.ts';
import { rejected } from '../reject.ts';
import { countIn, type Tally } from '../tally.ts';
import { instantText, type ReadMoment } from '../times/moment.ts';
import { partsAt, textAt } from '../xml/element-parts.ts';
import type { AlertXml } from './alert-xml.ts';
import { areasOf } from './cap-area.ts';
import { certaintyOf, lifeTime, severityOf, textsOf, urgencyOf, worstFirst } from './cap-info.ts';

const statuses = ['actual', 'exercise', 'test', 'system', 'draft'] as const;
const needed = ['identifier', 'sender', 'sent', 'status', 'msgType', 'scope'] as const;
const maxReferences = 500;
const maxIdentityChars = 400;

/**
 * One alert as one notice. Its identity is `sender,identifier`, as `references` write it, and its version the time it
 * was sent; an `Update` or `Cancel` has an identity of its own and names the alerts that it replaces, so that it does
 * not matter which of them comes first.
 * @param read reads CAP's times; an offset is their duty, a zone only helps those who forget it
 */
export function noticeOf(alert: AlertXml, read: ReadMoment, tally: Tally): Parsed | null {
  const { line } = alert;
  if (alert.tooLarge) return rejected(line, 'too-large', [], `Split the alert at line ${line}: it has too many parts`);
  const missing = needed.filter((name) => textAt(alert, name) === '');
  if (missing.length > 0)
    return rejected(line, 'missing-field', missing, `Add ${missing[0]} to the alert at line ${line}`);
  const refusal = refusalOf(alert);
  if (refusal !== null) return refusal;
  const sent = read(textAt(alert, 'sent'), 'start');
  if (sent === null)
    return rejected(line, 'bad-time', ['sent'], `Write sent as 2026-11-24T10:42:07+07:00, line ${line}`);
  const msgType = textAt(alert, 'msgType');
  if (msgType !== 'Alert' && msgType !== 'Update' && msgType !== 'Cancel') {
    // Acknowledgements and error reports go between systems: they are no alerts.
    countIn(tally, `message-${msgType.toLowerCase()}`);
    return null;
  }
  return toldNotice(alert, sent.epochMs, read, tally);
}

function refusalOf(alert: AlertXml): Parsed | null {
  const { line } = alert;
  if (!['Alert', 'Update', 'Cancel', 'Ack', 'Error'].includes(textAt(alert, 'msgType')))
    return rejected(line, 'unknown-kind', ['msgType'], `Use Alert, Update or Cancel as msgType at line ${line}`);
  if (statusOf(alert) === undefined)
    return rejected(line, 'bad-value', ['status'], `Use Actual, Exercise, System, Test or Draft at line ${line}`);
  // A notice's words are kept because they are public; what is meant for a few has no place here.
  if (textAt(alert, 'scope').toLowerCase() !== 'public')
    return rejected(line, 'not-allowed', ['scope'], `Only public alerts are kept: see scope at line ${line}`);
  return null;
}

function statusOf(alert: AlertXml): (typeof statuses)[number] | undefined {
  const status = textAt(alert, 'status').toLowerCase();
  return statuses.find((it) => it === status);
}

function toldNotice(alert: AlertXml, sentMs: number, read: ReadMoment, tally: Tally): Parsed {
  const { line, signed } = alert;
  const sent = instantText(sentMs);
  const msgType = textAt(alert, 'msgType');
  const infos = worstFirst(partsAt(alert, 'info'));
  const life = lifeTime(infos, sent, read, tally);
  if (life === null)
    return rejected(line, 'bad-time', ['expires'], `Write expires as 2026-11-24T10:42:07+07:00, line ${line}`);
  count(alert, infos.length, tally);

  const [worst] = infos;
  const category = worst === undefined ? '' : textAt(worst, 'category');
  return checkedRecord(line, 'the alert at line', {
    kind: 'notice',
    recordId: identityOf(textAt(alert, 'sender'), textAt(alert, 'identifier')),
    version: sentMs,
    occurredAt: sent,
    noticeType: 'alert',
    category: codeSchema.safeParse(category).success ? category : 'Other',
    severity: worst === undefined ? 'unknown' : severityOf(worst),
    urgency: worst === undefined ? 'unknown' : urgencyOf(worst),
    certainty: worst === undefined ? 'unknown' : certaintyOf(worst),
    status: statusOf(alert) ?? 'system',
    ...life,
    ended: msgType === 'Cancel',
    supersedes: msgType === 'Alert' ? [] : referencesOf(alert, tally),
    sender: textAt(alert, 'sender'),
    // A Cancel may come without a block: the alerts it ends have the words.
    texts: infos.length === 0 ? [{ language: 'und', event: msgType }] : textsOf(infos, tally),
    areas: areasOf(infos, tally),
    signed,
  });
}

function identityOf(sender: string, identifier: string): string {
  return `${sender},${identifier}`;
}

/** `references` holds triples `sender,identifier,sent` between blanks. */
function referencesOf(alert: AlertXml, tally: Tally): string[] {
  const identities = new Set<string>();
  for (const triple of textAt(alert, 'references')
    .split(/\s+/)
    .filter((it) => it !== '')) {
    const [sender = '', identifier = '', sent = ''] = triple.split(',');
    const identity = identityOf(sender, identifier);
    if (sender === '' || identifier === '' || sent === '' || identity.length > maxIdentityChars)
      countIn(tally, 'reference-not-readable');
    else identities.add(identity);
  }
  return [...identities].slice(0, maxReferences);
}

function count(alert: AlertXml, infos: number, tally: Tally): void {
  countIn(tally, 'alerts');
  countIn(tally, 'infos', infos);
  if (infos === 0) countIn(tally, 'alerts-without-info');
  if (alert.signed) countIn(tally, 'signatures-not-checked');
}
