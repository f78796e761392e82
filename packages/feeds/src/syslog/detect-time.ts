import { checkedRecord } from '../checked-record.ts';
import type { Parsed } from '../parsed.ts';
import type { ReadOptions } from '../reader.ts';
import { remark } from '../reject.ts';
import { momentReader } from '../times/moment.ts';

const defaultFeed = 'security';

/**
 * How long an incident had gone unseen, in seconds: from its `start` to the moment in which it was opened. Its entity is the severity, for
 * a figure by case would be one of nothing.
 */
export function detectTime({
  zone,
  feed,
}: Pick<ReadOptions, 'zone' | 'feed'>): (line: number, told: readonly Parsed[], start: string | undefined) => Parsed[] {
  const read = momentReader(['iso'], zone);
  return (line, told, start) => {
    const began = read(start ?? '', 'start');
    const opening = told
      .flatMap((it) => (it.kind === 'record' && it.record.kind === 'dossier-event' ? [it.record] : []))
      .flatMap((record) => record.steps.map((step) => ({ ...step, record })))
      .find(({ step }) => step === 'received');
    if (began === null || opening === undefined) return [];
    const { record, at } = opening;
    const seconds = Math.round((Date.parse(at) - began.epochMs) / 1000);
    if (seconds < 0) return [remark('detected-before-start')];
    const observation = checkedRecord(line, 'message', {
      kind: 'observation',
      recordId: `detect-time|${record.dossier}|${at}`,
      version: record.version,
      occurredAt: at,
      feed: feed ?? defaultFeed,
      entity: record.procedure ?? 'unknown',
      metric: 'detect-time',
      value: seconds,
      unitOfMeasure: 's',
    });
    return [observation];
  };
}
