import { checkedRecord, type RecordDraft } from '../checked-record.ts';
import type { Parsed } from '../parsed.ts';
import { rejected } from '../reject.ts';
import { countIn, type Tally } from '../tally.ts';
import { instantText, toldMoment, type Moment, type ReadMoment } from '../times/moment.ts';
import type { FoundElement } from '../xml/element-finder.ts';
import { partsAt, textAt } from '../xml/element-parts.ts';
import { identityOf, statedOf, type Stated } from './news-item.ts';

const published = ['pubDate', 'published', 'date', 'updated'] as const;
const replyTimes = ['replyBy', 'repliedAt', 'replyWaivedAt'] as const;

export interface NewsReading {
  readonly feed: string;
  /** Reads ISO times and those of mails. */
  readonly read: ReadMoment;
  readonly tally: Tally;
}

/**
 * One item: a reading `item` of its topic, one `tone` where the source states it, and a case where it waits for a reply. An item that is
 * told again says the same; what became of its reply is a later version of its case.
 */
export function newsRecords(item: FoundElement, reading: NewsReading): Parsed[] {
  const { line } = item;
  const { tally } = reading;
  if (item.tooLarge)
    return [rejected(line, 'too-large', [], `Shorten the item at line ${line}: it has too many parts`)];
  const id = identityOf(item);
  if (id === null)
    return [rejected(line, 'missing-field', ['guid'], `Add guid (Atom: id) or a link to the item at line ${line}`)];
  const dated = published.find((name) => textAt(item, name) !== '');
  if (dated === undefined)
    return [rejected(line, 'missing-field', ['pubDate'], `Add pubDate (Atom: published) to the item at line ${line}`)];
  const at = reading.read(textAt(item, dated), 'start');
  if (at === null)
    return [
      rejected(line, 'bad-time', [dated], `Write ${dated} as RFC 822 or as 2026-11-24T10:42:07+07:00, line ${line}`),
    ];
  countIn(tally, 'items');
  const stated = statedOf(item, tally);
  return [...readings(line, { id, at, stated, feed: reading.feed }), ...replyCase(item, { id, at, stated }, reading)];
}

interface Item {
  readonly id: string;
  readonly at: Moment;
  readonly stated: Stated;
}

function readings(line: number, { id, at, stated, feed }: Item & { readonly feed: string }): Parsed[] {
  const occurredAt = instantText(at.epochMs);
  const measured = { kind: 'observation', occurredAt, feed, entity: stated.topic } as const;
  const drafts: RecordDraft[] = [
    { ...measured, recordId: `${id}|item`, metric: 'item', value: 1, unitOfMeasure: '{item}' },
  ];
  if (stated.tone !== null)
    drafts.push({ ...measured, recordId: `${id}|tone`, metric: 'tone', value: stated.tone, unitOfMeasure: '1' });
  return drafts.map((draft) => checkedRecord(line, 'the item at line', draft));
}

type Reply = Partial<Record<(typeof replyTimes)[number], Moment>>;

function replyCase(item: FoundElement, { id, at, stated }: Item, { read, tally }: NewsReading): Parsed[] {
  const { line } = item;
  const told = replyTimes.filter((name) => textAt(item, name) !== '');
  if (told.length === 0 && partsAt(item, 'replyNeeded').length === 0) return [];
  const reply: Reply = {};
  for (const name of told) {
    const moment = read(textAt(item, name), name === 'replyBy' ? 'end' : 'start');
    if (moment === null)
      return [rejected(line, 'bad-time', [name], `Write ${name} as 2026-11-24T10:42:07+07:00, line ${line}`)];
    reply[name] = moment;
  }
  if (reply.replyBy === undefined) countIn(tally, 'no-due');
  const steps = stepsOf(at, reply);
  const lastMs = Math.max(...steps.map(({ moment }) => moment.epochMs));
  const updatedMs = read(textAt(item, 'updated'), 'start')?.epochMs ?? 0;
  const draft: RecordDraft = {
    kind: 'dossier-event',
    recordId: `case:${id}`,
    version: Math.max(lastMs, updatedMs, 0),
    occurredAt: instantText(lastMs),
    caseKind: 'press-item',
    dossier: id,
    steps: steps.map(({ step, moment }) => ({ step, ...toldMoment(moment) })),
    dating: 'correction',
    procedure: stated.topic,
    ...(reply.replyBy === undefined ? {} : { due: toldMoment(reply.replyBy) }),
  };
  return [checkedRecord(line, 'the item at line', draft)];
}

interface Step {
  readonly step: 'received' | 'handled' | 'withdrawn';
  readonly moment: Moment;
}

/** What was answered is handled, also where the answer had been waived before. */
function stepsOf(received: Moment, { repliedAt, replyWaivedAt }: Reply): readonly Step[] {
  const receipt: Step = { step: 'received', moment: received };
  if (repliedAt !== undefined) return [receipt, { step: 'handled', moment: repliedAt }];
  return replyWaivedAt === undefined ? [receipt] : [receipt, { step: 'withdrawn', moment: replyWaivedAt }];
}
