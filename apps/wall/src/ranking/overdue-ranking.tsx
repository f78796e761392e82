import { numberText, shareText, type ExportedView } from '@flagtower/charts';
import type { RankedUnit, Unit } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { knownCells, useRanking } from '../cells/use-cells.ts';
import { ExportMenu } from '../exporting/export-menu.tsx';
import type { Stamped } from '../exporting/export-stamp.ts';
import { FreshList } from '../freshness/fresh-list.tsx';
import { RowValue } from '../freshness/row-value.tsx';
import { Mark } from '../look/mark.tsx';
import { Panel } from '../look/panel.tsx';
import { Spark } from '../look/spark.tsx';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import type { Words } from '../words/words.ts';
import { overdueLevel } from './overdue-level.ts';
import { rankingTitle } from './ranking-title.ts';

import './overdue-ranking.css';

/** Units with most overdue dossiers: bars from a common zero, sorted by count, marked by share. */
export function OverdueRanking({
  units,
  total,
  rows,
  sources,
}: {
  readonly units: ReadonlyMap<string, Unit>;
  /** Overdue in the whole city; `null`: not known. */
  readonly total: number | null;
  readonly rows: number;
  /** Who told of dossiers. */
  readonly sources: readonly string[];
}): ReactNode {
  const words = useWords();
  const { all, cut } = useRanking('overdue');
  const nameOf = (code: string): string => units.get(code)?.names[words.locale] ?? code;
  const worst = knownCells(all)
    .map(([, unit]) => unit)
    .toSorted((one, other) => other.overdue - one.overdue || (one.unit < other.unit ? -1 : 1));
  const most = worst[0]?.overdue ?? 0;
  const title = rankingTitle(
    worst.map(({ unit, overdue }) => ({ name: nameOf(unit), overdue })),
    total,
    words,
  );
  return (
    <Panel
      area="ranking"
      name={words.ranking.title}
      title={title}
      measured={
        <>
          <span>{words.ranking.measured}</span>
          <span className="ranking-right">{words.ranking.right}</span>
        </>
      }
      menu={
        <ExportMenu
          title={words.ranking.title}
          view={(stamp) => rankingTable(worst, nameOf, words, stamp(cut, worst[0]?.freshness ?? null, sources))}
        />
      }
    >
      {worst.length === 0 ? (
        <p className="label">{emptyText(cut !== null, total, words)}</p>
      ) : (
        <FreshList of={worst}>
          <ol className="ranking-rows">
            {worst.slice(0, rows).map((unit) => (
              <Row key={unit.unit} unit={unit} name={nameOf(unit.unit)} most={most} words={words} />
            ))}
          </ol>
        </FreshList>
      )}
    </Panel>
  );
}

/** "None overdue" only where somebody told of dossiers at all. */
function emptyText(isTold: boolean, total: number | null, { loading, freshness, ranking }: Words): string {
  if (!isTold) return loading;
  return total === null ? freshness.noneLong : ranking.none;
}

function Row({
  unit,
  name,
  most,
  words,
}: {
  readonly unit: RankedUnit;
  readonly name: string;
  readonly most: number;
  readonly words: Words;
}): ReactNode {
  const level = overdueLevel(unit);
  const width = most === 0 ? 0 : (unit.overdue / most) * 100;
  return (
    <li className="ranking-row">
      <Mark level={level} name={words.marks[level]} size={15} />
      <PageLink
        className="ranking-name clip"
        href={pageHref(`/drill/${encodeURIComponent(unit.unit)}`, { measure: 'dossiers.overdue' }, location.search)}
      >
        {name}
      </PageLink>
      <svg className="ranking-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width={width} height="10" fill={level === 'warning' ? 'var(--gold)' : 'var(--ink2)'} />
      </svg>
      <RowValue freshness={unit.freshness}>{numberText(unit.overdue, words.locale)}</RowValue>
      <span className="ranking-share label">
        {unit.overdueShare === null ? '—' : shareText(unit.overdueShare, words.locale)}
      </span>
      <Spark values={unit.spark ?? []} width={84} height={20} weight={1.4} label={`${name}, 14`} />
    </li>
  );
}

function rankingTable(
  worst: readonly RankedUnit[],
  nameOf: (code: string) => string,
  { ranking: { title, columns } }: Words,
  stamped: Stamped,
): ExportedView {
  return {
    ...stamped,
    name: 'overdue-units',
    title,
    unit: columns.overdue,
    columns: [
      { name: columns.unit, kind: 'text' },
      { name: columns.overdue, kind: 'number' },
      { name: columns.share, kind: 'share' },
      { name: columns.open, kind: 'number' },
      { name: columns.nearDue, kind: 'number' },
    ],
    rows: worst.map((unit) => [nameOf(unit.unit), unit.overdue, unit.overdueShare, unit.open, unit.nearDue]),
  };
}
