import { minuteMomentText, numberText, type ExportedView } from '@flagtower/charts';
import type { SourceCell, Unit } from '@flagtower/contracts';
import { textIn } from '@flagtower/domain';
import type { ReactNode } from 'react';

import { shortName } from '../cells/source-names.ts';
import { knownCells, useNotices, useSources } from '../cells/use-cells.ts';
import { ExportMenu } from '../exporting/export-menu.tsx';
import { sourceLevels } from '../freshness/source-level.ts';
import { useFreshness } from '../freshness/use-freshness.ts';
import { Mark } from '../look/mark.tsx';
import { Panel } from '../look/panel.tsx';
import { useLedgerNow } from '../stream/use-server-clock.ts';
import { useWords } from '../words/language.tsx';
import { noticeSender, noticeText } from '../words/notice-text.ts';
import { standingWarnings, warningSources, type Warning } from './standing-warnings.ts';
import { areaText, WarningRow } from './warning-row.tsx';
import { warningWords } from './warning-words.ts';

import './warnings-panel.css';

interface WarningsPanelProps {
  readonly units: ReadonlyMap<string, Unit>;
  readonly zone: string;
}

/**
 * Public warnings in force, worst first, each with what to do. The list itself says whether its sources speak: an empty list of a silent
 * source is no good news.
 */
export function WarningsPanel({ units, zone }: WarningsPanelProps): ReactNode {
  const words = useWords();
  const mine = warningWords[words.locale];
  const notices = useNotices();
  const told = useSources();
  const nowMs = useLedgerNow();
  const warnings = standingWarnings(knownCells(notices.all), nowMs);
  const sources = warningSources(
    knownCells(told.all).map(([, source]) => source),
    warnings,
  );
  const [worst] = warnings;
  const isLoading = notices.cut === null || told.cut === null;
  const title =
    worst === undefined
      ? mine.name
      : mine.message(numberText(warnings.length, words.locale), mine.severity[worst[1].severity]);
  return (
    <Panel
      area="warnings"
      name={mine.name}
      title={title}
      measured={mine.measured}
      menu={
        <ExportMenu
          title={mine.name}
          view={(stamp) => ({
            ...stamp(
              notices.cut,
              null,
              sources.map(({ id }) => id),
            ),
            ...warningsTable(warnings, { units, zone, locale: words.locale }),
          })}
        />
      }
    >
      {/* A keyboard scrolls what it can reach. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above */}
      <div className="warnings" tabIndex={0}>
        {isLoading ? (
          <p className="label">{words.loading}</p>
        ) : (
          <Sources sources={sources} isEmpty={worst === undefined} zone={zone} />
        )}
        {worst === undefined ? null : (
          <ol className="warning-rows">
            {warnings.map(([id, notice]) => (
              <WarningRow key={id} id={id} notice={notice} units={units} zone={zone} nowMs={nowMs} />
            ))}
          </ol>
        )}
      </div>
    </Panel>
  );
}

function Sources({
  sources,
  isEmpty,
  zone,
}: {
  readonly sources: readonly SourceCell[];
  readonly isEmpty: boolean;
  readonly zone: string;
}): ReactNode {
  const mine = warningWords[useWords().locale];
  if (sources.length === 0)
    return (
      <p className="label warning-sources">
        <Mark level="none" name={null} size={16} /> {mine.noSource}
      </p>
    );
  return (
    <div className="warning-sources">
      {sources.map((source) => (
        <SourceLine key={source.id} source={source} isEmpty={isEmpty} zone={zone} />
      ))}
    </div>
  );
}

/** Silence since when: then neither "none" nor a list is the whole truth. */
function SourceLine({
  source,
  isEmpty,
  zone,
}: {
  readonly source: SourceCell;
  readonly isEmpty: boolean;
  readonly zone: string;
}): ReactNode {
  const { locale, freshness: texts } = useWords();
  const mine = warningWords[locale];
  const { freshness } = source;
  const { state, ageText } = useFreshness(freshness);
  const name = shortName(source.names[locale]);
  if (state === 'live' || state === 'late')
    return (
      <p className={isEmpty ? 'label' : 'note'} data-state={state}>
        {isEmpty ? (
          <>
            <Mark level="normal" name={null} size={16} /> {mine.none}
            {'. '}
          </>
        ) : null}
        <span className="note">
          {mine.told(name, [texts.states[state], ageText].filter((part) => part !== '').join(' '))}
        </span>
      </p>
    );
  const text =
    freshness.observedAt === null
      ? mine.neverHeard(name)
      : mine.silent(name, minuteMomentText(Date.parse(freshness.observedAt), zone));
  return (
    <p className="label warning-silent" data-state={state}>
      <Mark level={sourceLevels[state]} name={texts.states[state]} size={16} /> {isEmpty ? `${mine.unknown}. ` : ''}
      {text}
    </p>
  );
}

type Table = Pick<ExportedView, 'name' | 'title' | 'unit' | 'columns' | 'rows'>;

function warningsTable(
  warnings: readonly Warning[],
  { units, zone, locale }: WarningsPanelProps & { readonly locale: 'vi' | 'en' },
): Table {
  const mine = warningWords[locale];
  const { columns } = mine;
  const moment = (at: string | null): string | null => (at === null ? null : minuteMomentText(Date.parse(at), zone));
  return {
    name: 'warnings',
    title: mine.name,
    unit: mine.measured,
    columns: Object.values(columns).map((name) => ({ name, kind: 'text' as const })),
    rows: warnings.map(([, notice]) => [
      noticeText(notice, locale),
      mine.severity[notice.severity],
      mine.urgency[notice.urgency],
      mine.certainty[notice.certainty],
      areaText(notice, units, locale),
      moment(notice.startsAt),
      moment(notice.endsAt),
      textIn(notice.texts, locale)?.instruction ?? null,
      noticeSender(notice, locale),
    ]),
  };
}
