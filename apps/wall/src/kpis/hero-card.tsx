import { calendarDayText, minuteText, numberText, shortNumberText, signedText } from '@flagtower/charts';
import type { KpiCell } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { knownOf, type Cell } from '../cells/cell.ts';
import { useSourceNames } from '../cells/source-names.ts';
import type { KpiCells } from '../cells/use-cells.ts';
import { KpiExport } from '../exporting/kpi-export.tsx';
import { FreshList } from '../freshness/fresh-list.tsx';
import { useFreshness } from '../freshness/use-freshness.ts';
import { Panel } from '../look/panel.tsx';
import { useWords } from '../words/language.tsx';
import { Age } from './age.tsx';
import { Figure } from './figure.tsx';

import './hero-card.css';

/** Received today: the one number that is read across the room. Beside it the day's way, below it the longer periods. */
export function HeroCard({
  kpis,
  zone,
  curve,
}: {
  readonly kpis: KpiCells;
  readonly zone: string;
  readonly curve: ReactNode;
}): ReactNode {
  const words = useWords();
  const nameOf = useSourceNames();
  const cell = kpis.cell('dossiers.received', 'today');
  const today = knownOf(cell);
  const { state } = useFreshness(today?.freshness ?? null);
  return (
    <Panel
      area="hero"
      name={words.hero.title}
      title={words.hero.title}
      aside={<Age freshness={today?.freshness ?? null} source={nameOf(today?.source ?? [])} />}
      menu={
        <KpiExport
          name="received"
          title={words.hero.title}
          cut={kpis.cut}
          cells={(['hour', 'today', 'month', 'year', 'all'] as const).map((period) =>
            kpis.cell('dossiers.received', period),
          )}
        />
      }
    >
      <div className="hero-main" data-state={state}>
        <div>
          <Figure cell={cell} kind="count" size="far" zone={zone} />
          <div className="hero-unit">{words.dossierUnit}</div>
          <UsualGap today={today} zone={zone} />
        </div>
        {curve}
      </div>
      <FreshList of={today === null ? [] : [today]}>
        <dl className="hero-foot">
          <Sum name={words.periods.month} cell={kpis.cell('dossiers.received', 'month')} />
          <Sum name={words.periods.year} cell={kpis.cell('dossiers.received', 'year')} />
          <Sum name={words.periods.all} cell={kpis.cell('dossiers.received', 'all')} />
        </dl>
      </FreshList>
    </Panel>
  );
}

function UsualGap({ today, zone }: { readonly today: KpiCell | null; readonly zone: string }): ReactNode {
  const words = useWords();
  const { state } = useFreshness(today?.freshness ?? null);
  if (state === 'lost' || state === 'none') return null;
  if (today?.value === null || today?.value === undefined) return null;
  if (today.usual === null) return <div className="label">{words.noUsual}</div>;
  const { value, of } = today.usual;
  const gap = signedText(today.value - value, words.locale);
  const { observedAt } = today.freshness;
  if (state === 'stale' && observedAt !== null) {
    return <div className="label nowrap">{words.freshness.gapAt(minuteText(Date.parse(observedAt), zone), gap)}</div>;
  }
  return (
    <div className="label nowrap">
      <span className="gap hero-gap">{gap}</span> {words.againstDay(calendarDayText(of).slice(0, 5))}:{' '}
      {numberText(value, words.locale)}
    </div>
  );
}

function Sum({ name, cell }: { readonly name: string; readonly cell: Cell<KpiCell> }): ReactNode {
  const { locale, broken } = useWords();
  const value = knownOf(cell)?.value ?? null;
  const text = value === null ? (cell.kind === 'broken' ? broken : '—') : shortNumberText(value, locale);
  return (
    <div className="hero-sum nowrap">
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
