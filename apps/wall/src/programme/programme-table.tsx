import { bareText, calendarDayText } from '@flagtower/charts';
import type { ProgrammeRow } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useSourceNames } from '../cells/source-names.ts';
import { ColumnHeads } from '../look/column-heads.tsx';
import { levelColor } from '../look/level.ts';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import type { ShownCut } from './counted-href.ts';
import { CountedValue, Counterpart, DetailLink } from './figure-links.tsx';
import { programmeWords } from './programme-words.ts';
import { asOfText, fromText, gapText, paceText, targetText, valueText } from './row-text.ts';
import { StateMark } from './state-mark.tsx';
import { WayBullet } from './way-bullet.tsx';

const columns = ['figure', 'value', 'target', 'way', 'pace', 'projected', 'state'] as const;
const columnsWithout = ['figure', 'value'] as const;

/** Rows of one programme, or those without a target. */
export function ProgrammeTable({
  rows,
  cut,
  zone,
  name,
}: {
  readonly rows: readonly ProgrammeRow[];
  readonly cut: ShownCut;
  readonly zone: string;
  /** Of the table, for those who do not see its heading. */
  readonly name: string;
}): ReactNode {
  const { locale } = useWords();
  const words = programmeWords[locale];
  const hasTargets = rows.some(({ target }) => target !== null);
  return (
    <table className="work-table programme-table" data-targets={hasTargets} aria-label={name}>
      <ColumnHeads names={(hasTargets ? columns : columnsWithout).map((column) => words.columns[column])} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-kpi={row.kpi} data-state={row.state ?? 'none'}>
            <FigureCell row={row} cut={cut} />
            <ValueCell row={row} cut={cut} zone={zone} />
            {row.target === null ? null : <TargetCells row={row} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FigureCell({ row, cut }: { readonly row: ProgrammeRow; readonly cut: ShownCut }): ReactNode {
  const { locale } = useWords();
  const words = programmeWords[locale];
  const { names, meaning, unitNames, target, kind } = row;
  return (
    <th scope="row" title={meaning[locale]}>
      {names[locale]}
      <div className="note">
        {unitNames[locale]}
        {target?.scope === null || target === null ? '' : ` · ${target.scope[locale]}`}
      </div>
      {kind === 'stated' ? (
        <PageLink className="note" href={pageHref('/reports', { find: names[locale] }, location.search)}>
          {words.history}
        </PageLink>
      ) : (
        <DetailLink row={row} cut={cut} />
      )}
    </th>
  );
}

function ValueCell({
  row,
  cut,
  zone,
}: {
  readonly row: ProgrammeRow;
  readonly cut: ShownCut;
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const words = programmeWords[locale];
  const nameOf = useSourceNames();
  const { counterpart, value, stated } = row;
  const other =
    counterpart === null || counterpart.value === null
      ? null
      : words.beside(counterpart.names[locale], bareText(counterpart.value, row.unitOfMeasure, locale));
  return (
    <td data-label={words.columns.value}>
      <div className={value === null ? 'label' : 'programme-value'}>
        {row.kind === 'counted' && value !== null ? (
          <CountedValue figure={{ kpi: row.kpi, unit: row.unit, period: 'year' }} cut={cut}>
            {valueText(row, locale)}
          </CountedValue>
        ) : (
          valueText(row, locale)
        )}
      </div>
      <div className="note">{asOfText(row, zone, locale)}</div>
      {value === null && stated === null ? null : (
        <div className="note">{fromText(row, locale, (id) => nameOf([id]))}</div>
      )}
      {other === null ? null : (
        <div className="note">
          <Counterpart row={row} cut={cut}>
            {other}
          </Counterpart>
        </div>
      )}
    </td>
  );
}

function TargetCells({ row }: { readonly row: ProgrammeRow }): ReactNode {
  const { locale } = useWords();
  const words = programmeWords[locale];
  const { target, state, reason, unitOfMeasure, projected } = row;
  if (target === null || state === null) return null;
  const isLate = projected !== null && projected > target.by;
  return (
    <>
      <td data-label={words.columns.target}>
        <div className="programme-value">{targetText(target, unitOfMeasure, locale)}</div>
        <div className="note nowrap">{words.by(calendarDayText(target.by))}</div>
      </td>
      <td data-label={words.columns.way} className="programme-way">
        <WayBullet row={row} />
      </td>
      <td data-label={words.columns.pace} data-empty={row.pace === null}>
        <PaceWords row={row} />
      </td>
      <td data-label={words.columns.projected} data-empty={projected === null} className="nowrap">
        {projected === null ? (
          <span className="note">{state === 'met' ? '' : words.noTrend}</span>
        ) : (
          <span style={{ color: isLate ? levelColor('watch') : undefined }}>{calendarDayText(projected)}</span>
        )}
      </td>
      <td data-label={words.columns.state}>
        <StateMark state={state} />
        {reason === null ? null : <div className="note">{words.reasons[reason]}</div>}
      </td>
    </>
  );
}

function PaceWords({ row }: { readonly row: ProgrammeRow }): ReactNode {
  const { locale } = useWords();
  const words = programmeWords[locale];
  const { pace, gap, unitOfMeasure, valueDay, state } = row;
  if (pace === null) return <span className="note">{words.noPace}</span>;
  return (
    <>
      <div>{words.pace(paceText(pace, unitOfMeasure, locale))}</div>
      {gap === null || valueDay === null ? null : (
        <div style={{ color: state === 'behind' ? levelColor('warning') : undefined }}>
          {words.gap(gapText(gap, unitOfMeasure, locale), calendarDayText(valueDay))}
        </div>
      )}
    </>
  );
}
