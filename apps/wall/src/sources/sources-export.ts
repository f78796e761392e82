import { momentText, numberText, shareText, spanText, type ExportedView, type Language } from '@flagtower/charts';
import type { FreshnessState, SourceBoardRow } from '@flagtower/contracts';

import { sourceWords } from './source-words.ts';
import { troubleTold } from './trouble-words.ts';

/** The whole board as a table, for whoever calls the owners. */
export function sourcesTable(
  rows: readonly SourceBoardRow[],
  {
    language,
    zone,
    states,
  }: { readonly language: Language; readonly zone: string; readonly states: Readonly<Record<FreshnessState, string>> },
): Pick<ExportedView, 'columns' | 'rows'> {
  const words = sourceWords[language];
  const { columns } = words;
  const moment = (at: string | null): string | null => (at === null ? null : momentText(Date.parse(at), zone));
  return {
    columns: [
      ...(['source', 'state', 'since', 'trouble', 'cadence', 'contact', 'record', 'complete'] as const).map((name) => ({
        name: columns[name],
        kind: 'text' as const,
      })),
      ...(['accepted', 'duplicates', 'quarantined', 'waiting', 'dropped', 'reminders'] as const).map((name) => ({
        name: columns[name],
        kind: 'number' as const,
      })),
    ],
    rows: rows.map((row) => [
      row.names[language],
      row.pausedAt === null ? states[row.freshness.state] : `${states[row.freshness.state]}, ${words.paused}`,
      moment(row.since),
      troubleText(row, language, zone),
      row.freshness.cadenceSeconds === null ? null : spanText(row.freshness.cadenceSeconds * 1000, language),
      moment(row.lastContactAt),
      moment(row.lastRecordAt),
      completeText(row, language),
      row.accepted,
      row.duplicates,
      row.quarantined,
      row.waiting,
      row.dropped,
      row.reminders,
    ]),
  };
}

function troubleText(row: SourceBoardRow, language: Language, zone: string): string | null {
  const trouble = troubleTold(row, language, zone);
  return trouble === null ? null : `${trouble.told} ${trouble.remedy}`;
}

function completeText({ contacts }: SourceBoardRow, language: Language): string | null {
  if (contacts === null || contacts.expected === 0) return null;
  const { seen, expected } = contacts;
  const counts = sourceWords[language].seen(numberText(seen, language), numberText(expected, language));
  return `${shareText(seen / expected, language)} (${counts})`;
}
