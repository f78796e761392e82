import type { ExportedView } from '@flagtower/charts';
import { index766AnswerSchema, instantSchema, unitCodeSchema, type Index766Answer } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { ExportMenu } from '../exporting/export-menu.tsx';
import type { ExportStamp, Stamped } from '../exporting/export-stamp.ts';
import { PeriodPage, type ShownPeriod } from '../period/period-page.tsx';
import { unitNameIn } from '../period/unit-name.ts';
import { useWords } from '../words/language.tsx';
import { GainsPanel } from './gains-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { gainsView, historyView, itemsView, rankingView } from './index-views.ts';
import { indexWords } from './index-words.ts';
import { ItemsPanel } from './items-panel.tsx';
import { RankingPanel } from './ranking-panel.tsx';
import { TotalPanel } from './total-panel.tsx';

import './index-page.css';

/** The index of Decision 766 of a unit: what is certain, what is open, and what would raise it most. */
export function IndexPage(): ReactNode {
  const { locale } = useWords();
  return (
    <PeriodPage path="/index-766" title={indexWords[locale].title} source="/v1/index-766" schema={index766AnswerSchema}>
      {(shown) => <Index {...shown} />}
    </PeriodPage>
  );
}

function Index({ answer, units, unitName, periodName, href, cutLine }: ShownPeriod<Index766Answer>): ReactNode {
  const { locale } = useWords();
  const mine = indexWords[locale];
  const nameOf = (unit: string): string => unitNameIn(units, unit, locale);
  const title = mine.caption(unitName, periodName);
  const menu = (name: string, view: (stamped: Stamped) => ExportedView): ReactNode => (
    <ExportMenu title={name} view={(stamp) => view(stampOf(stamp, answer))} />
  );
  return (
    <>
      <div className="report-line">
        <h2 className="index-caption">{title}</h2>
        {cutLine}
      </div>
      <div className="index-grid">
        <div className="index-column">
          <TotalPanel answer={answer} menu={menu(mine.total, (stamped) => itemsView(stamped, title, answer))} />
          <ItemsPanel answer={answer} menu={menu(mine.items, (stamped) => itemsView(stamped, title, answer))} />
        </div>
        <div className="index-column">
          <GainsPanel answer={answer} menu={menu(mine.gains, (stamped) => gainsView(stamped, title, answer))} />
          <RankingPanel
            answer={answer}
            nameOf={nameOf}
            hrefOf={(unit) => href({ unit: unitCodeSchema.parse(unit) })}
            menu={menu(mine.ranking, (stamped) => rankingView(stamped, title, answer, nameOf))}
          />
          <HistoryPanel answer={answer} menu={menu(mine.history, (stamped) => historyView(stamped, title, answer))} />
        </div>
      </div>
    </>
  );
}

function stampOf(stamp: ExportStamp, { at, knownSeq }: Index766Answer): Stamped {
  return stamp({ at: instantSchema.parse(at), knownSeq }, null, []);
}
