import { calendarDayText, shareText } from '@flagtower/charts';
import type { SeriesPoint, Target } from '@flagtower/contracts';
import { paceOn, type WorkingDays } from '@flagtower/domain';
import type { ReactNode } from 'react';

import { knownOf } from '../cells/cell.ts';
import { ledgerDay } from '../cells/ledger-day.ts';
import { knownCells, type Cells, type KpiCells } from '../cells/use-cells.ts';
import { KpiExport } from '../exporting/kpi-export.tsx';
import { useFreshness } from '../freshness/use-freshness.ts';
import { Panel } from '../look/panel.tsx';
import { Spark } from '../look/spark.tsx';
import { useWords } from '../words/language.tsx';
import type { Words } from '../words/words.ts';
import { Age, cadenceText } from './age.tsx';
import { Figure } from './figure.tsx';
import { Gap } from './gap.tsx';
import { ShareInAll } from './share-in-all.tsx';

const KPI = 'dossiers.online-rate';
const PERIODS = ['today', 'month', 'year', 'all'] as const;
const WINDOW_DAYS = 30;

/** Share of dossiers sent online today, against where it should stand today on its way to the target. */
export function OnlineCard({
  kpis,
  days,
  target,
  calendar,
  nowMs,
  zone,
}: {
  readonly kpis: KpiCells;
  readonly days: Cells<SeriesPoint>;
  /** The city's target with its start; `null`: none set, or not known yet. */
  readonly target: Target | null;
  /** `null`: the city is not known yet. */
  readonly calendar: WorkingDays | null;
  readonly nowMs: number | null;
  readonly zone: string;
}): ReactNode {
  const words = useWords();
  const cell = kpis.cell(KPI, 'today');
  const known = knownOf(cell);
  const aim = known?.target ?? target;
  const { state } = useFreshness(known?.freshness ?? null);
  const way = nowMs === null || calendar === null ? null : paceWindow(target, calendar, { nowMs, zone });
  return (
    <Panel
      area="online"
      name={words.online.title}
      title={words.online.title}
      aside={<Age freshness={known?.freshness ?? null} source={null} />}
      menu={
        <KpiExport
          name="online-rate"
          title={words.online.unit}
          cut={kpis.cut}
          cells={PERIODS.map((period) => kpis.cell(KPI, period))}
        />
      }
    >
      <Figure cell={cell} kind="share" size="far-2" zone={zone} />
      <Gap
        cell={known}
        reference={way?.[1] ?? aim?.value ?? null}
        against={way === null ? 'target' : 'pace'}
        zone={zone}
      />
      <ShareInAll cell={kpis.cell(KPI, 'all')} />
      <div className="card-spark" data-state={state}>
        <Spark
          values={lastDays(days)}
          pace={way}
          target={aim?.value ?? null}
          width={290}
          height={64}
          label={words.online.window(String(WINDOW_DAYS))}
        />
      </div>
      <div className="card-foot note">
        <span>
          {state === 'late' ? cadenceText(known?.freshness ?? null, words) : words.online.window(String(WINDOW_DAYS))}
        </span>
        <span className="card-target">{targetText(aim, words)}</span>
      </div>
    </Panel>
  );
}

/** The pace at the window's start and now; `null` without a target that has a start. */
function paceWindow(
  target: Target | null,
  calendar: WorkingDays,
  { nowMs, zone }: { readonly nowMs: number; readonly zone: string },
): [number, number] | null {
  if (target === null) return null;
  const start = paceOn(target, ledgerDay(nowMs - WINDOW_DAYS * 86_400_000, zone), calendar);
  const now = paceOn(target, ledgerDay(nowMs, zone), calendar);
  return start === null || now === null ? null : [start, now];
}

function lastDays({ all }: Cells<SeriesPoint>): (number | null)[] {
  return knownCells(all)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .slice(-WINDOW_DAYS)
    .map(([, point]) => point.value);
}

function targetText(aim: Pick<Target, 'value' | 'by'> | null, { noTarget, targetBy, locale }: Words): string {
  return aim === null ? noTarget : targetBy(shareText(aim.value, locale, 0), calendarDayText(aim.by));
}
