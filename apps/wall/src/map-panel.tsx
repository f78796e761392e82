import type { CityView, Unit } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { knownCells, useRanking } from './cells/use-cells.ts';
import { ExportMenu } from './exporting/export-menu.tsx';
import { Panel } from './look/panel.tsx';
import { useWords } from './words/language.tsx';

/** The middle of the scene: the city as a map of facts. */
export function MapPanel({
  units,
}: {
  readonly city: CityView | null;
  readonly units: ReadonlyMap<string, Unit>;
}): ReactNode {
  const words = useWords();
  const { all, cut } = useRanking('units');
  const ranked = knownCells(all).map(([, unit]) => unit);
  const { columns } = words.map;
  return (
    <Panel
      area="map"
      name={words.map.title}
      title={words.map.title}
      measured={words.map.measured(String(ranked.length))}
      menu={
        <ExportMenu
          title={words.map.title}
          view={(stamp) => ({
            ...stamp(cut, ranked[0]?.freshness ?? null, []),
            name: 'units',
            title: words.map.title,
            unit: words.map.measured(String(ranked.length)),
            columns: [
              { name: columns.unit, kind: 'text' },
              { name: columns.rate, kind: 'number', digits: 2 },
              { name: columns.received, kind: 'number' },
              { name: columns.open, kind: 'number' },
              { name: columns.overdue, kind: 'number' },
            ],
            rows: ranked.map((unit) => [
              units.get(unit.unit)?.names[words.locale] ?? unit.unit,
              unit.receivedPer10k,
              unit.received,
              unit.open,
              unit.overdue,
            ]),
          })}
        />
      }
    >
      <div className="map-frame">
        <p className="label">{words.map.loading}</p>
      </div>
    </Panel>
  );
}
