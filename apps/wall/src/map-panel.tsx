import type { ExportedView, Illustration } from '@flagtower/charts';
import type { CityView, RankedUnit, Unit } from '@flagtower/contracts';
import { useRef, type ReactNode } from 'react';

import { knownCells, useRanking } from './cells/use-cells.ts';
import { ExportMenu } from './exporting/export-menu.tsx';
import type { Stamped } from './exporting/export-stamp.ts';
import { Panel } from './look/panel.tsx';
import { noticeLevel } from './notices/notice-level.ts';
import { overdueLevel } from './ranking/overdue-level.ts';
import { UnitMap } from './unit-map/unit-map.tsx';
import { useWords } from './words/language.tsx';
import type { Words } from './words/words.ts';

const VEHICLES = 'bus';

/** The middle of the scene: the city as a map of facts. */
export function MapPanel({
  city,
  units,
  sources,
  vehicles = VEHICLES,
}: {
  readonly city: CityView | null;
  readonly units: ReadonlyMap<string, Unit>;
  /** Who told of dossiers. */
  readonly sources: readonly string[];
  /** The feed whose things move on it; a name of none: nothing moves. */
  readonly vehicles?: string;
}): ReactNode {
  const words = useWords();
  const { all, cut } = useRanking('units');
  const picture = useRef<(() => Illustration) | null>(null);
  const ranked = knownCells(all).map(([, unit]) => unit);
  return (
    <Panel
      area="map"
      name={words.map.title}
      title={words.map.title}
      measured={cut === null ? words.loading : words.map.measured(String(ranked.length))}
      menu={
        <ExportMenu
          title={words.map.title}
          illustration={() => picture.current?.() ?? null}
          view={(stamp) => unitsTable(ranked, units, words, stamp(cut, ranked[0]?.freshness ?? null, sources))}
        />
      }
    >
      {city === null ? (
        <p className="label">{words.map.loading}</p>
      ) : (
        <UnitMap
          city={city}
          units={units}
          unitLevel={overdueLevel}
          noticeLevel={noticeLevel}
          vehicleFeed={vehicles}
          picture={picture}
        />
      )}
    </Panel>
  );
}

function unitsTable(
  ranked: readonly RankedUnit[],
  units: ReadonlyMap<string, Unit>,
  { map, locale }: Words,
  stamped: Stamped,
): ExportedView {
  const { columns } = map;
  return {
    ...stamped,
    name: 'units',
    title: map.title,
    unit: map.measured(String(ranked.length)),
    columns: [
      { name: columns.unit, kind: 'text' },
      { name: columns.rate, kind: 'number', digits: 2 },
      { name: columns.received, kind: 'number' },
      { name: columns.open, kind: 'number' },
      { name: columns.overdue, kind: 'number' },
    ],
    rows: ranked.map((unit) => [
      units.get(unit.unit)?.names[locale] ?? unit.unit,
      unit.receivedPer10k,
      unit.received,
      unit.open,
      unit.overdue,
    ]),
  };
}
