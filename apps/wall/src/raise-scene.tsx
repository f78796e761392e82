import type { ReactNode } from 'react';

import type { PlaceMapProps } from './incidents/place-map-props.ts';
import { pointText, typedPoint } from './incidents/raise-draft.ts';
import { RaisePage } from './incidents/raise-page.tsx';
import { raiseWords } from './incidents/raise-words.ts';
import { useMapCells } from './unit-map/map-cells.ts';
import { PointMap } from './unit-map/point-map.tsx';
import { useWords } from './words/language.tsx';

/** `/incidents/new` with the city's map in its form. */
export function RaiseScene(): ReactNode {
  return <RaisePage placeMap={PlaceMap} />;
}

/** Where it is, picked on the map; nothing while there is no map. */
function PlaceMap({ city, typed, onType }: PlaceMapProps): ReactNode {
  const { map } = raiseWords[useWords().locale];
  const cells = useMapCells();
  if (city === null || cells === null) return null;
  return (
    <figure className="raise-map">
      <figcaption className="note">{map.how}</figcaption>
      <PointMap
        cells={cells}
        center={city.map.center}
        point={typedPoint(typed.point) ?? null}
        unit={typed.unit}
        words={map}
        onPick={(point) => onType({ point: pointText(point) })}
      />
    </figure>
  );
}
