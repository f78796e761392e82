import { dayText } from '@flagtower/charts';
import type { KpiDefinition, ListedReport } from '@flagtower/contracts';
import { standingReports } from '@flagtower/domain';
import type { ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import { reportWords } from './report-words.ts';
import { PeriodText, StatedValueText } from './stated-cell.tsx';

export interface StatedDefinition {
  readonly definition: KpiDefinition;
  readonly indicator: string;
  readonly counted: KpiDefinition | null;
}

/** The figures of a city that are stated, in the order of its catalogue. */
export function statedDefinitions(kpis: readonly KpiDefinition[]): StatedDefinition[] {
  return kpis.flatMap((definition) => {
    const { formula } = definition;
    if (formula.kind !== 'stated') return [];
    const counted = kpis.find(({ id }) => id === formula.counted) ?? null;
    return [{ definition, indicator: formula.indicator, counted }];
  });
}

/** What stands of everything that was stated, by figure, each with what it corrected. */
export function ReportList({
  reports,
  definitions,
  find,
  zone,
}: {
  readonly reports: readonly ListedReport[];
  readonly definitions: readonly StatedDefinition[];
  readonly find: string;
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const words = reportWords[locale];
  const groups = definitions
    .map((stated) => ({ stated, told: reports.filter(({ indicator }) => indicator === stated.indicator) }))
    .map(({ stated, told }) => ({
      stated,
      told,
      standing: standingReports(told)
        .filter((report) => isFound(find, stated, report))
        .toSorted((a, b) => (a.period.to < b.period.to ? 1 : -1)),
    }))
    .filter(({ standing }) => standing.length > 0);
  const columns = ['figure', 'unit', 'period', 'value', 'source', 'who'] as const;
  return (
    <section className="work-section" aria-label={words.list}>
      <h2>{words.list}</h2>
      {groups.length === 0 ? (
        <p className="label">{words.none}</p>
      ) : (
        <div className="table-scroll">
          <table className="work-table report-table">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col" className={column === 'value' ? 'number' : undefined}>
                    {words.columns[column]}
                  </th>
                ))}
              </tr>
            </thead>
            {groups.map(({ stated, standing, told }) => (
              <tbody key={stated.indicator}>
                {standing.map((report, index) => (
                  <tr key={`${report.unit} ${report.period.from} ${report.period.to}`}>
                    {index === 0 ? <FigureHead stated={stated} rows={standing.length} /> : null}
                    <ReportCells report={report} corrected={correctedBy(report, told)} zone={zone} />
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
    </section>
  );
}

/** Diacritics do not matter: `bao cao` finds `báo cáo`. */
function bare(text: string): string {
  return text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replaceAll(/\p{M}/gu, '');
}

function isFound(find: string, { definition, indicator }: StatedDefinition, report: ListedReport): boolean {
  const { names } = definition;
  const { unitNames, statedBy } = report;
  const words = [indicator, names.vi, names.en, unitNames.vi, unitNames.en, statedBy].map(bare);
  return bare(find)
    .split(/\s+/)
    .every((word) => words.some((text) => text.includes(word)));
}

function correctedBy(report: ListedReport, told: readonly ListedReport[]): ListedReport[] {
  return told
    .filter(
      ({ unit, period, version }) => unit === report.unit && version < report.version && isSame(period, report.period),
    )
    .toSorted((a, b) => b.version - a.version);
}

function isSame(one: ListedReport['period'], other: ListedReport['period']): boolean {
  return one.from === other.from && one.to === other.to;
}

function FigureHead({ stated, rows }: { readonly stated: StatedDefinition; readonly rows: number }): ReactNode {
  const { locale } = useWords();
  const { definition, indicator, counted } = stated;
  return (
    <th scope="rowgroup" rowSpan={rows} id={indicator} title={definition.meaning[locale]}>
      {definition.names[locale]}
      {counted === null ? null : <div className="note">{reportWords[locale].counted(counted.names[locale])}</div>}
    </th>
  );
}

function ReportCells({
  report,
  corrected,
  zone,
}: {
  readonly report: ListedReport;
  readonly corrected: readonly ListedReport[];
  readonly zone: string;
}): ReactNode {
  const { locale } = useWords();
  const words = reportWords[locale];
  return (
    <>
      <td>{report.unitNames[locale]}</td>
      <td className="nowrap">
        <PeriodText period={report.period} />
      </td>
      <td className="number">
        <StatedValueText told={report} />
      </td>
      <td className="report-source">{report.statedBy}</td>
      <td className="report-who">
        <Who report={report} zone={zone} />
        {corrected.length === 0 ? null : (
          <details>
            <summary>{words.corrected(String(corrected.length))}</summary>
            <ul className="report-history">
              {corrected.map((before) => (
                <li key={before.version}>
                  <StatedValueText told={before} /> · {before.statedBy} · <Who report={before} zone={zone} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
    </>
  );
}

function Who({ report, zone }: { readonly report: ListedReport; readonly zone: string }): ReactNode {
  const { locale } = useWords();
  const words = reportWords[locale];
  const { author, approver, seq, recordedAt } = report;
  if (author === null || approver === null || seq === null || recordedAt === null)
    return <span className="note">{words.ofProfile}</span>;
  return (
    <>
      {words.who(author, approver)}{' '}
      <span className="note nowrap">{words.record(String(seq), dayText(Date.parse(recordedAt), zone))}</span>
    </>
  );
}
