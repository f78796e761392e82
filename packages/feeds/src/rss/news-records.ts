import { checkedRecord, type RecordDraft } from '../checked-record.ts';
import type { Parsed } from '../parsed.ts';
import { rejected } from '../reject.ts';
import { countIn, type Tally } from '../tally.ts';
import { instantText, type Moment, type ReadMoment } from '../times/moment.ts';
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
  const at = publishedAt(item, reading);
  if (at === null) return [noTime(item)];
  countIn(tally, 'items');
  const stated = statedOf(item, tally);
  return [...readings(line, { id, at, stated, feed: reading.feed }), ...replyCase(item, { id, at, stated }, reading)];
}

function publishedAt(item: FoundElement, { read }: NewsReading): Moment | null {
  const text = published.map((name) => textAt(item, name)).find((each) => each !== '');
  return text === undefined ? null : read(text, 'start');
}

function noTime(item: FoundElement): Parsed {
  const { line } = item;
  const name = published.find((each) => textAt(item, each) !== '');
  return name === undefined
    ? rejected(line, 'missing-field', ['pubDate'], `Add pubDate (Atom: published) to the item at line ${line}`)
    : rejected(line, 'bad-time', [name], `Write ${name} as RFC 822 or as 2026-11-24T10:42:07+07:00, line ${line}`);
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

function replyCase(item: FoundElement, { id, at, stated }: Item, { read, tally }: NewsReading): Parsed[] {
  const { line } = item;
  const isNeeded = partsAt(item, 'replyNeeded').length > 0;
  const told = replyTimes.filter((name) => textAt(item, name) !== '');
  if (!isNeeded && told.length === 0) return [];
  const moments = new Map<string, Moment>();
  for (const name of told) {
    const moment = read(textAt(item, name), name === 'replyBy' ? 'end' : 'start');
    if (moment === null)
      return [rejected(line, 'bad-time', [name], `Write ${name} as 2026-11-24T10:42:07+07:00, line ${line}`)];
    moments.set(name, moment);
  }
  const [due, replied, waived] = replyTimes.map((name) => moments.get(name));
  if (due === undefined) countIn(tally, 'no-due');
  const updated = read(textAt(item, 'updated'), 'start');
  const steps = [
    { step: 'received' as const, moment: at },
    ...(replied === undefined ? [] : [{ step: 'handled' as const, moment: replied }]),
    ...(waived === undefined || replied !== undefined ? [] : [{ step: 'withdrawn' as const, moment: waived }]),
  ];
  const version = Math.max(...steps.map(({ moment }) => moment.epochMs), updated?.epochMs ?? 0, 0);
  const draft: RecordDraft = {
    kind: 'dossier-event',
    recordId: `case:${id}`,
    version,
    occurredAt: instantText(Math.max(...steps.map(({ moment }) => moment.epochMs))),
    caseKind: 'press-item',
    dossier: id,
    steps: steps.map(({ step, moment }) => ({
      step,
      at: instantText(moment.epochMs),
      precision: moment.precision,
    })),
    dating: 'correction',
    procedure: stated.topic,
    ...(due === undefined ? {} : { due: { at: instantText(due.epochMs), precision: due.precision } }),
  };
  return [checkedRecord(line, 'the item at line', draft)];
}
