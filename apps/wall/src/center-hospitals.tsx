import type { CityView, MapBand } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { feedThingName } from './city/thing-names.ts';
import type { CareFigures } from './hospitals/care-figures.ts';
import { HospitalsPanel } from './hospitals/hospitals-panel.tsx';
import type { Level } from './look/level.ts';
import { bandIndex } from './map-layers/layer-bands.ts';
import { entityPath } from './navigation/center-path.ts';
import { pageHref } from './navigation/page-href.ts';
import { useWords } from './words/language.tsx';

/** The hospitals of a center, judged by the bands of the layer that shows them on its map. */
export function CenterHospitals({
  city,
  center,
  care,
  sources,
}: {
  readonly city: CityView;
  readonly center: string;
  readonly care: CareFigures;
  readonly sources: readonly string[];
}): ReactNode {
  const { locale } = useWords();
  const bands = bandsOf(city, care);
  return (
    <HospitalsPanel
      care={care}
      levelOf={(share): Level => bands[bandIndex(bands, share)]?.level ?? 'normal'}
      nameOf={(hospital) => feedThingName(city, care.occupied, hospital, locale)}
      hrefOf={(hospital, feed) => pageHref(entityPath(center, hospital), { feed }, location.search)}
      zone={city.zone}
      sources={sources}
    />
  );
}

function bandsOf({ mapLayers }: CityView, { beds }: CareFigures): readonly MapBand[] {
  for (const { tells } of mapLayers)
    if (tells.kind === 'readings' && tells.feed === beds.feed && tells.metric === beds.taken && tells.over === beds.all)
      return tells.bands;
  return [];
}
