import { createContext, use } from 'react';

import { pageHref } from '../navigation/page-href.ts';
import { pathOf, type DrillPlace, type LevelPlace } from './drill-place.ts';
import type { LevelAnswer } from './drill-requests.ts';
import { writtenSearch, type DrillSearch } from './drill-search.ts';
import type { LevelNames } from './level-names.ts';

/** What all parts of a level's page share. */
export interface DrillFrame {
  readonly place: LevelPlace;
  readonly search: DrillSearch;
  readonly answer: LevelAnswer;
  readonly names: LevelNames;
  readonly zone: string;
  /** The address of another place or of other words; what is left out stays as it is. */
  readonly href: (change: { readonly place?: DrillPlace; readonly search?: Partial<DrillSearch> }) => string;
  /** The figure of chart, map and ranking. */
  readonly measure: string;
}

export const DrillFrameContext = createContext<DrillFrame | null>(null);

/** @throws RangeError outside of a level's page */
export function useDrillFrame(): DrillFrame {
  const frame = use(DrillFrameContext);
  if (frame === null) throw new RangeError('no level above');
  return frame;
}

/** An address of the drill-down. Another place shows no list and explains nothing of the one before. */
export function drillHref(
  here: { readonly place: DrillPlace; readonly search: DrillSearch },
  change: { readonly place?: DrillPlace; readonly search?: Partial<DrillSearch> },
): string {
  const left = change.place === undefined ? {} : { list: undefined, part: undefined, why: undefined };
  const search = { ...here.search, ...left, ...change.search };
  return pageHref(pathOf(change.place ?? here.place), writtenSearch(search), location.search);
}
