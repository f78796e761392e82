import { minuteText, momentText, numberText, spanText, type ExportedView } from '@flagtower/charts';
import type { Cut, FreshnessState, SourceCell } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { ledgerDay } from '../cells/ledger-day.ts';
import { shortName } from '../cells/source-names.ts';
import { ExportMenu } from '../exporting/export-menu.tsx';
import { RowValue } from '../freshness/row-value.tsx';
import { useFreshness } from '../freshness/use-freshness.ts';
import type { Level } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { Panel } from '../look/panel.tsx';
import { PageLink } from '../navigation/page-link.tsx';
import { useLedgerNow } from '../stream/use-server-clock.ts';
import { useWords } from '../words/language.tsx';
import type { Words } from '../words/words.ts';
import { troubleLevel } from './center-tasks.ts';
import { centerWords } from './center-words.ts';

import './center-sources.css';

/** Only whether it is still today depends on it. */
const LOOK_AGAIN_MS = 60_000;

interface CenterSourcesProps {
  readonly sources: readonly SourceCell[];
  readonly cut: Cut | null;
  readonly zone: string;
  /** Where a source is looked after; `null`: there is no such page. */
  readonly hrefOf: (source: string) => string | null;
}

/** How the sources of a center keep their word; without one, that there is none. */
export function CenterSources({ sources, cut, zone, hrefOf }: CenterSourcesProps): ReactNode {
  const words = useWords();
  const mine = centerWords[words.locale];
  return (
    <Panel
      area="sources"
      name={mine.sources}
      title={sources.length === 0 && cut !== null ? mine.noSource : mine.sources}
      measured={null}
      menu={
        <ExportMenu
          title={mine.sources}
          view={(stamp) => ({
            ...stamp(
              cut,
              null,
              sources.map(({ id }) => id),
            ),
            ...sourcesTable(sources, zone, words),
          })}
        />
      }
    >
      {sources.length === 0 ? (
        <p className="label notices-none">
          <Mark level="none" name={null} size={16} /> {cut === null ? words.loading : mine.noSourceLong}
        </p>
      ) : (
        <ul className="center-sources">
          {sources.map((source) => (
            <SourceRow key={source.id} source={source} zone={zone} href={hrefOf(source.id)} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function SourceRow({
  source,
  zone,
  href,
}: {
  readonly source: SourceCell;
  readonly zone: string;
  readonly href: string | null;
}): ReactNode {
  const words = useWords();
  const mine = centerWords[words.locale];
  const nowMs = useLedgerNow(LOOK_AGAIN_MS);
  const { state, ageText } = useFreshness(source.freshness);
  const name = shortName(source.names[words.locale]);
  return (
    <li className="center-source" data-state={state}>
      <Mark level={levelOf(state)} name={words.freshness.states[state]} size={16} />
      <span className="center-source-name">{href === null ? name : <PageLink href={href}>{name}</PageLink>}</span>
      <span className="note nowrap center-source-age">
        {[words.freshness.states[state], ageText].filter((part) => part !== '').join(' ')}
      </span>
      <span className="note center-source-about">
        {[cadenceOf(source, words), lastText(source, { zone, nowMs }, words)].join(' · ')}
      </span>
      <span className="note nowrap center-source-age">
        <RowValue freshness={source.freshness}>{mine.accepted(numberText(source.accepted, words.locale))}</RowValue>
        {source.quarantined > 0 ? ` · ${mine.quarantined(numberText(source.quarantined, words.locale))}` : ''}
      </span>
    </li>
  );
}

function levelOf(state: FreshnessState): Level {
  return state === 'none' ? 'none' : (troubleLevel(state) ?? 'normal');
}

function cadenceOf({ freshness }: SourceCell, words: Words): string {
  return freshness.cadenceSeconds === null
    ? words.freshness.noCadence
    : words.freshness.cadence(spanText(freshness.cadenceSeconds * 1000, words.locale));
}

/** The age of contact is not the age of data: a source that answers with nothing was heard, and has told no record. */
function lastText(
  { lastRecordAt, lastContactAt }: SourceCell,
  { zone, nowMs }: { readonly zone: string; readonly nowMs: number | null },
  { locale }: Words,
): string {
  const mine = centerWords[locale];
  if (lastRecordAt !== null) {
    const lastMs = Date.parse(lastRecordAt);
    const isToday = nowMs !== null && ledgerDay(lastMs, zone) === ledgerDay(nowMs, zone);
    return mine.lastHeard((isToday ? minuteText : momentText)(lastMs, zone));
  }
  return lastContactAt === null ? mine.neverHeard : mine.noRecord;
}

type Table = Pick<ExportedView, 'name' | 'title' | 'unit' | 'columns' | 'rows'>;

function sourcesTable(sources: readonly SourceCell[], zone: string, words: Words): Table {
  const { sources: title, columns } = centerWords[words.locale];
  return {
    name: 'center-sources',
    title,
    unit: title,
    columns: [
      { name: columns.source, kind: 'text' },
      { name: columns.state, kind: 'text' },
      { name: columns.cadence, kind: 'text' },
      { name: columns.last, kind: 'text' },
      { name: columns.accepted, kind: 'number' },
      { name: columns.quarantined, kind: 'number' },
    ],
    rows: sources.map((source) => [
      source.names[words.locale],
      words.freshness.states[source.freshness.state],
      cadenceOf(source, words),
      source.lastRecordAt === null ? null : momentText(Date.parse(source.lastRecordAt), zone),
      source.accepted,
      source.quarantined,
    ]),
  };
}
