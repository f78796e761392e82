import type { ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { CopyLink } from './copy-link.tsx';
import { DossierList } from './dossier-list.tsx';
import { useDrillFrame } from './drill-frame.ts';
import { drillWords } from './drill-words.ts';
import { LevelCards } from './level-cards.tsx';
import { LevelChannels } from './level-channels.tsx';
import { LevelRanking } from './level-ranking.tsx';
import { PeriodBar } from './period-bar.tsx';
import { PlaceSearch } from './place-search.tsx';
import { grouped } from './ranking-order.ts';
import { useUp } from './use-up.ts';

import './drill.css';

/** A level: where we are, when, the figures, their way through time, the children, the map, and the dossiers. */
export function LevelPage({
  units,
  trend,
  map,
  isUpdating,
}: {
  readonly units: Parameters<typeof PlaceSearch>[0]['units'];
  readonly trend: ReactNode;
  readonly map: ReactNode;
  /** What is shown is of the address before. */
  readonly isUpdating: boolean;
}): ReactNode {
  const { locale } = useWords();
  const words = drillWords[locale];
  const { answer, place, search } = useDrillFrame();
  useUp();
  const isCity = place.unit === null && place.group === null && place.procedure === null;
  return (
    <main className="drill" data-updating={isUpdating} aria-busy={isUpdating}>
      <div className="drill-head">
        <Breadcrumb />
        <PlaceSearch units={units} />
        <CopyLink />
      </div>
      <PeriodBar />
      {isUpdating ? <output className="drill-updating note">{words.updating}…</output> : null}
      <LevelCards />
      <div className="drill-panels">
        {trend}
        <LevelChannels />
        <Units />
        {map}
        <Procedures />
        {isCity && answer.level.units !== null && search.list === undefined ? null : <DossierList />}
      </div>
    </main>
  );
}

function Units(): ReactNode {
  const { locale } = useWords();
  const { answer, names } = useDrillFrame();
  const { units } = answer.level;
  if (units === null) return null;
  return (
    <LevelRanking
      area="level-units"
      title={drillWords[locale].ranking.units}
      {...units}
      nameOf={names.unit}
      placeOf={(code) => ({ kind: 'level', unit: code, group: null, procedure: null })}
    />
  );
}

/** Groups of a unit; of a group its procedures; of a procedure nothing more. */
function Procedures(): ReactNode {
  const { locale } = useWords();
  const { ranking } = drillWords[locale];
  const { answer, names, place } = useDrillFrame();
  const { procedures } = answer.level;
  const shared = { area: 'level-procedures', rest: null, reasons: [] };
  if (place.procedure !== null) return null;
  if (place.group !== null)
    return (
      <LevelRanking
        {...shared}
        title={ranking.procedures}
        rows={procedures}
        nameOf={names.procedure}
        placeOf={(code) => ({ ...place, procedure: code })}
      />
    );
  return (
    <LevelRanking
      {...shared}
      title={ranking.groups}
      rows={grouped(procedures, names.groupOf)}
      nameOf={names.group}
      placeOf={(code) => ({ ...place, group: code })}
    />
  );
}
