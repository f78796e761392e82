import { calendarDayText, shareText } from '@flagtower/charts';
import type { SeriesPoint, Target } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { knownOf } from '../cells/cell.ts';
import { ledgerDay } from '../cells/ledger-day.ts';
import { knownCells, type Cells, type KpiCells } from '../cells/use-cells.ts';
import { ExportMenu } from '../exporting/export-menu.tsx';
import { kpiTable } from '../exporting/kpi-table.ts';
import { Panel } from '../look/panel.tsx';
import { Spark } from '../look/spark.tsx';
import { useWords } from '../words/language.tsx';
import { Age } from './age.tsx';
import { Figure } from './figure.tsx';
import { Gap } from './gap.tsx';
import { paceAt } from './pace.ts';
import { ShareInAll } from './share-in-all.tsx';

const WINDOW_DAYS = 30;

/** Share of dossiers sent online today, against where it should stand today on its way to the target. */
export function OnlineCard({
  kpis,
  days,
  target,
  nowMs,
  zone,
}: {
  readonly kpis: KpiCells;
  readonly days: Cells<SeriesPoint>;
  /** The city's target with its start; `null`: none set, or not known yet. */
  readonly target: Target | null;
  readonly nowMs: number | null;
  readonly zone: string;
}): ReactNode {
  const words = useWords();
  const cell = kpis.cell('dossiers.online-rate', 'today');
  const known = knownOf(cell);
  const aim = known?.target ?? target;
  const at = (ms: number): number | null => (target === null ? null : paceAt(target, ledgerDay(ms, zone)));
  const pace = nowMs === null ? null : at(nowMs);
  const start = nowMs === null ? null : at(nowMs - WINDOW_DAYS * 86_400_000);
  const values = knownCells(days.all)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .slice(-WINDOW_DAYS)
    .map(([, point]) => point.value);
  return (
    <Panel
      area="online"
      name={words.online.title}
      title={words.online.title}
      aside={<Age freshness={known?.freshness ?? null} source={null} />}
      menu={
        <ExportMenu
          title={words.online.unit}
          view={(stamp) =>
            kpiTable(words, stamp, {
              name: 'online-rate',
              title: words.online.unit,
              cut: kpis.cut,
              cells: (['today', 'month', 'year', 'all'] as const).map((period) =>
                kpis.cell('dossiers.online-rate', period),
              ),
            })
          }
        />
      }
    >
      <Figure cell={cell} kind="share" size="far-2" zone={zone} />
      <Gap
        cell={known}
        reference={pace ?? aim?.value ?? null}
        against={pace === null ? 'target' : 'pace'}
        zone={zone}
      />
      <ShareInAll cell={kpis.cell('dossiers.online-rate', 'all')} />
      <div className="card-spark">
        <Spark
          values={values}
          pace={pace === null || start === null ? null : [start, pace]}
          target={aim?.value ?? null}
          width={290}
          height={64}
          label={words.online.window(String(WINDOW_DAYS))}
        />
      </div>
      <div className="card-foot note">
        <span>{words.online.window(String(WINDOW_DAYS))}</span>
        <span className="card-target">
          {aim === null
            ? words.noTarget
            : words.targetBy(shareText(aim.value, words.locale, 0), calendarDayText(aim.by))}
        </span>
      </div>
    </Panel>
  );
}
