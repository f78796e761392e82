import { momentText } from '@flagtower/charts';
import type { CityView, FeedEntity, NoticeCell } from '@flagtower/contracts';
import { useMemo, type ReactNode } from 'react';

import { knownCells, useFeed } from './cells/use-cells.ts';
import { centerWords } from './centers/center-words.ts';
import { currentUnits } from './city/current-units.ts';
import { ExportMenu } from './exporting/export-menu.tsx';
import { Panel } from './look/panel.tsx';
import { noticeLevel } from './notices/notice-level.ts';
import { overdueLevel } from './ranking/overdue-level.ts';
import { UnitMap } from './unit-map/unit-map.tsx';
import { useWords } from './words/language.tsx';

/** Stands for "no feed": nobody tells of it, so nothing is drawn. */
const NO_FEED = 'none';

/** The things and notices of a center that have a place, on the city's cells. */
export function CenterMap({
  city,
  feed,
  notices,
}: {
  readonly city: CityView;
  /** `null`: the center measures nothing that has a place. */
  readonly feed: string | null;
  readonly notices: readonly NoticeCell[];
}): ReactNode {
  const { locale } = useWords();
  const words = centerWords[locale];
  const { all, cut } = useFeed(feed ?? NO_FEED);
  const things = knownCells(all).map(([, entity]) => entity);
  const units = useMemo(() => currentUnits(city), [city]);
  const told = notices
    .map(({ source }) => source)
    .toSorted()
    .join(' ');
  const noticesOf = useMemo(() => new Set(told.split(' ')), [told]);
  return (
    <Panel
      area="map"
      name={words.map}
      title={words.map}
      measured={words.mapMeasured(String(things.length), String(notices.length))}
      menu={
        <ExportMenu
          title={words.map}
          view={(stamp) => ({
            ...stamp(cut, things[0]?.freshness ?? null, []),
            name: 'map',
            title: words.map,
            unit: words.mapMeasured(String(things.length), String(notices.length)),
            columns: [
              { name: words.mapColumns.thing, kind: 'text' },
              { name: words.mapColumns.lon, kind: 'number', digits: 5 },
              { name: words.mapColumns.lat, kind: 'number', digits: 5 },
              { name: words.mapColumns.at, kind: 'text' },
            ],
            rows: things.map((thing) => rowOf(thing, city.zone)),
          })}
        />
      }
    >
      <UnitMap
        city={city}
        units={units}
        unitLevel={overdueLevel}
        noticeLevel={noticeLevel}
        vehicleFeed={feed ?? NO_FEED}
        noticesOf={noticesOf}
        isGround
      />
    </Panel>
  );
}

function rowOf({ entity, point, occurredAt }: FeedEntity, zone: string): (string | number | null)[] {
  return [entity, point?.[0] ?? null, point?.[1] ?? null, momentText(Date.parse(occurredAt), zone)];
}
