import { useQuery } from '@tanstack/react-query';

import { readJson } from '../stream/read-json.ts';
import { cellsSchema } from './cells-schema.ts';
import type { CellCollection } from './unit-feature.ts';

/**
 * Cells of the units of a day: of the whole city those right below it, of a unit its own children where it has some.
 * `null` until the service gave them.
 */
export function useLevelCells(day: string, unit: string | null): CellCollection | null {
  const { data } = useQuery({
    queryKey: ['level-cells', day, unit],
    queryFn: ({ signal }) =>
      readJson(
        `/v1/map/units?${new URLSearchParams({ on: day, ...(unit === null ? {} : { within: unit }) }).toString()}`,
        cellsSchema,
        { signal },
      ),
    staleTime: Infinity,
  });
  return data ?? null;
}
