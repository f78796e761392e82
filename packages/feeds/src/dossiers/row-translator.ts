import type { Mapping } from '@flagtower/contracts';

import { checkedRecord } from '../checked-record.ts';
import type { Parsed } from '../parsed.ts';
import type { ReadOptions } from '../reader.ts';
import { rejected, remark } from '../reject.ts';
import { caseDraft, type CaseDraft } from './case-draft.ts';
import { contentMemory } from './content-memory.ts';
import { eventDraft } from './event-draft.ts';
import type { Slots } from './mapped-field.ts';
import { rowPlan, type RowNotes, type RowPlan } from './row-plan.ts';

/** Turns rows of mapped columns into records of dossiers; tables and logs share it, so that they agree. */
export interface RowTranslator {
  readonly shape: Mapping['shape'];
  /** Names of the slots of a row. */
  readonly columns: readonly string[];
  /** A row of the mapping's own shape. */
  readonly take: (line: number, row: Slots, out: Parsed[]) => void;
  /** What a row tells of its case alone; for cases that have no events. */
  readonly takeCase: (line: number, row: Slots, out: Parsed[]) => void;
}

/**
 * @throws FlagtowerError `BAD_REQUEST` for a mapping that cannot work: no time, an unknown zone or time format
 */
export function rowTranslator(mapping: Mapping, options: ReadOptions): RowTranslator {
  const plan = rowPlan(mapping, options);
  const wasTold = contentMemory();

  // In a case list every row is a telling of its own: a repeated one is the ledger's to count.
  let last: CaseDraft | null = null;
  const tellCase = (line: number, told: CaseDraft, out: Parsed[]): void => {
    const { draft, notes } = told;
    if (draft === null || told === last) return;
    last = told;
    if (plan.shape === 'cases' || !wasTold(draft.dossier, JSON.stringify(draft)))
      finish(checkedRecord(line, 'row', draft), [...notes.remarks, ...plan.codeRemarks(draft)], out);
  };
  const takeCase: RowTranslator['takeCase'] = (line, row, out) => {
    const told = caseDraft(plan, row);
    if (told.notes.problems.length > 0) refuse(line, told.notes, out);
    else tellCase(line, told, out);
  };
  const caseOf = rememberingLast(plan);
  const takeEvent: RowTranslator['take'] = (line, row, out) => {
    const ofCase = caseOf(row);
    const event = eventDraft(plan, row, ofCase.draft === null ? ofCase.values : {});
    // A row is one item: what is wrong in its case columns refuses its event too, and the row is told once.
    const problems = [...event.notes.problems, ...ofCase.notes.problems];
    if (problems.length > 0 || event.draft === null) {
      refuse(line, { problems, remarks: [] }, out);
      return;
    }
    const { draft } = event;
    finish(checkedRecord(line, 'row', draft), [...event.notes.remarks, ...plan.codeRemarks(draft)], out);
    tellCase(line, ofCase, out);
  };
  return { shape: plan.shape, columns: plan.columns, take: plan.shape === 'events' ? takeEvent : takeCase, takeCase };
}

/** Rows of one case mostly follow each other and repeat its columns: read them once. */
function rememberingLast(plan: RowPlan): (row: Slots) => CaseDraft {
  let lastKey: string | null = null;
  let last: CaseDraft | null = null;
  return (row) => {
    const key = plan.caseSlots.map((slot) => row[slot] ?? '').join('\u001f');
    if (last === null || key !== lastKey) last = caseDraft(plan, row);
    lastKey = key;
    return last;
  };
}

function finish(parsed: Parsed, remarks: readonly string[], out: Parsed[]): void {
  out.push(parsed);
  if (parsed.kind === 'record') for (const name of remarks) out.push(remark(name));
}

function refuse(line: number, { problems }: RowNotes, out: Parsed[]): void {
  const [first] = problems;
  const reason = first?.reason ?? 'missing-field';
  const places = [...new Set(problems.map(({ place }) => place))];
  out.push(rejected(line, reason, places, first?.remedy ?? 'The row tells nothing that could be counted'));
}
