import { codeSchema, type Notice } from '@flagtower/contracts';

import { checkedRecord } from '../checked-record.ts';
import type { Parsed } from '../parsed.ts';
import { rejected } from '../reject.ts';
import { countIn } from '../tally.ts';
import { ownWords } from '../text/own-words.ts';
import { instantText } from '../times/moment.ts';
import type { FoundElement } from '../xml/element-finder.ts';
import { partsAt, textAt } from '../xml/element-parts.ts';
import { areasOf } from './places.ts';
import type { Publication } from './publication.ts';
import { severityOf, situationRecord, type SituationRecord } from './situation-record.ts';
import { situationTexts } from './situation-texts.ts';

const statuses: Readonly<Record<string, Notice['status']>> = ownWords({
  real: 'actual',
  test: 'test',
  exercise: 'exercise',
  securityExercise: 'exercise',
  technicalExercise: 'exercise',
});
const certainties: Readonly<Record<string, Notice['certainty']>> = ownWords({
  certain: 'observed',
  probable: 'likely',
  riskOf: 'possible',
  improbable: 'unlikely',
});
/** Told to nobody outside: a situation that is marked so is not taken. Others are told without their words. */
const closedTo = new Set(['internalUse', 'restrictedToAuthorities', 'restrictedToAuthoritiesAndTrafficOperators']);

/**
 * A situation as one notice, whatever number of records it has: its message replaces all that an earlier one said of it,
 * so a record that is left out is over. Version and moment are the latest of its version times.
 */
export function situationNotice(situation: FoundElement, publication: Publication): Parsed {
  const { line } = situation;
  if (situation.tooLarge)
    return rejected(line, 'too-large', [], `Split the situation at line ${line}: it has too many parts`);
  const confidentiality = textAt(situation, 'headerInformation', 'confidentiality');
  if (closedTo.has(confidentiality))
    return rejected(line, 'not-allowed', ['confidentiality'], `The situation at line ${line} is not for publication`);
  const records = partsAt(situation, 'situationRecord').map((record) => situationRecord(record, publication.read));
  count(records, publication);
  const [first] = records;
  if (first === undefined)
    return rejected(
      line,
      'missing-field',
      ['situationRecord'],
      `Add a situationRecord to the situation at line ${line}`,
    );
  const unreadable = [...new Set(records.flatMap((record) => record.unreadable))];
  if (unreadable.length > 0)
    return rejected(line, 'bad-time', unreadable, `Write ${unreadable.join(', ')} as 2026-11-24T10:42:07+07:00`);
  return toldSituation(situation, [first, ...records.slice(1)], publication);
}

function toldSituation(
  situation: FoundElement,
  records: readonly [SituationRecord, ...SituationRecord[]],
  publication: Publication,
): Parsed {
  const [first] = records;
  const toldAt = versionMs(situation, records, publication);
  const toldText = toldAt === null ? '' : instantText(toldAt);
  const running = records.filter(({ ended }) => !ended);
  const timed = running.length > 0 ? running : records;
  const status = textAt(situation, 'headerInformation', 'informationStatus');
  const certainty = textAt(first.element, 'probabilityOfOccurrence');
  const cause = textAt(first.element, 'cause', 'causeType');
  return checkedRecord(situation.line, 'the situation at line', {
    kind: 'notice',
    recordId: situation.attributes['id'] ?? '',
    version: toldAt ?? 0,
    occurredAt: toldText,
    noticeType: isRoadworks(first.type, cause) ? 'roadworks' : 'incident',
    category: codeSchema.safeParse(first.type).success ? first.type : 'Other',
    ...(codeSchema.safeParse(cause).success && { cause }),
    severity: worstOf(situation, records),
    urgency: 'unknown',
    certainty: certainties[certainty] ?? 'unknown',
    status: status === '' ? 'actual' : (statuses[status] ?? 'system'),
    startsAt: startOf(timed, toldText, publication),
    endsAt: endOf(timed),
    ended: running.length === 0,
    supersedes: [],
    sender: publication.creator,
    texts: situationTexts(first.type, situation, publication),
    areas: areasOf(
      records.map(({ element }) => element),
      publication.tally,
    ),
    signed: false,
  });
}

/** `null`: nobody says when. */
function versionMs(
  situation: FoundElement,
  records: readonly SituationRecord[],
  { read, atMs, tally }: Publication,
): number | null {
  const own = read(textAt(situation, 'situationVersionTime'), 'start')?.epochMs ?? null;
  const told = [own, ...records.map(({ toldAtMs }) => toldAtMs)].filter((it) => it !== null);
  if (told.length > 0) return Math.max(...told);
  countIn(tally, 'version-time-missing');
  return atMs;
}

function startOf(records: readonly SituationRecord[], toldText: string, { tally }: Publication): string {
  const starts = records.flatMap(({ startMs }) => (startMs === null ? [] : [startMs]));
  if (starts.length > 0) return instantText(Math.min(...starts));
  countIn(tally, 'start-missing');
  return toldText;
}

/** `null` where one of its parts is open-ended. */
function endOf(records: readonly SituationRecord[]): string | null {
  const ends = records.map(({ endMs }) => endMs).filter((it) => it !== null);
  return ends.length < records.length ? null : instantText(Math.max(...ends));
}

const roadworksTypes = new Set(['MaintenanceWorks', 'ConstructionWorks', 'Roadworks']);

function isRoadworks(type: string, cause: string): boolean {
  return roadworksTypes.has(type) || cause === 'roadMaintenance';
}

const worstFirst = ['extreme', 'severe', 'moderate', 'minor'] as const;

function worstOf(situation: FoundElement, records: readonly SituationRecord[]): Notice['severity'] {
  const told = new Set([severityOf(textAt(situation, 'overallSeverity')), ...records.map(({ severity }) => severity)]);
  return worstFirst.find((severity) => told.has(severity)) ?? 'unknown';
}

function count(records: readonly SituationRecord[], { tally }: Publication): void {
  countIn(tally, 'situations');
  countIn(tally, 'situation-records', records.length);
  for (const { type } of records) countIn(tally, `record:${/^\w{1,60}$/.test(type) ? type : 'unknown'}`);
}
