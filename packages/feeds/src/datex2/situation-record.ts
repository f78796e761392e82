import type { Severity } from '@flagtower/contracts';

import { ownWords } from '../text/own-words.ts';
import type { ReadMoment } from '../times/moment.ts';
import type { XmlElement } from '../xml/element-finder.ts';
import { partsAt, partsBelow, textAt } from '../xml/element-parts.ts';

/** What decides when a part of a situation holds; times in epoch milliseconds. */
export interface SituationRecord {
  readonly element: XmlElement;
  readonly type: string;
  /** `situationRecordVersionTime`, else the time of creation: `version` may stay 1 while the content changes. */
  readonly toldAtMs: number | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** By a word: suspended, or the life-cycle's own end or cancel. */
  readonly ended: boolean;
  readonly severity: Severity;
  /** Names of time fields that cannot be read. */
  readonly unreadable: readonly string[];
}

const severities: Readonly<Record<string, Severity>> = ownWords({
  highest: 'extreme',
  high: 'severe',
  medium: 'moderate',
  low: 'minor',
  lowest: 'minor',
});

/** `none` is told of what does not hinder anybody: it has no severity to show. */
export function severityOf(word: string): Severity {
  return severities[word] ?? 'unknown';
}

export function situationRecord(element: XmlElement, read: ReadMoment): SituationRecord {
  const unreadable: string[] = [];
  const timeAt = (edge: 'start' | 'end', ...path: readonly string[]): number | null => {
    const text = textAt(element, ...path);
    if (text === '') return null;
    const moment = read(text, edge);
    if (moment === null) unreadable.push(path.at(-1) ?? '');
    return moment?.epochMs ?? null;
  };
  const validity = ['validity', 'validityTimeSpecification'] as const;
  const toldAtMs = timeAt('start', 'situationRecordVersionTime');
  return {
    element,
    type: element.type,
    toldAtMs: toldAtMs ?? timeAt('start', 'situationRecordCreationTime'),
    startMs: timeAt('start', ...validity, 'overallStartTime'),
    endMs: timeAt('end', ...validity, 'overallEndTime'),
    ended: isEnded(element),
    severity: severityOf(textAt(element, 'severity')),
    unreadable,
  };
}

function isEnded(element: XmlElement): boolean {
  if (textAt(element, 'validity', 'validityStatus') === 'suspended') return true;
  return partsBelow(element, 'lifeCycleManagement').some((management) =>
    ['end', 'cancel'].some((word) => partsAt(management, word).some(({ text }) => /^\s*(true|1)\s*$/.test(text))),
  );
}
