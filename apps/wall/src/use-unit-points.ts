import type { CityView, KpiValue, MapLayer } from '@flagtower/contracts';
import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';

import { currentUnits } from './city/current-units.ts';
import type { MapPoint } from './map-layers/map-point.ts';
import { useStream } from './stream/stream-context.ts';
import { thingsQuery } from './things/things-requests.ts';

/** Layers by unit: their figures are asked for over HTTP, and again every now and then. */
export function useUnitPoints(
  city: CityView,
  layers: readonly MapLayer[],
): {
  /** The same function until the figures changed; `null`: nothing was answered yet. */
  readonly pointsOf: (layer: string) => readonly MapPoint[] | null;
  readonly valueOf: (layer: string, unit: string) => number | null;
} {
  const { ledger } = useStream();
  const units = useMemo(() => currentUnits(city), [city]);
  const byUnit = useMemo(
    () => layers.flatMap(({ id, shape, tells }) => (tells.kind === 'units' ? [{ id, shape, kpi: tells.kpi }] : [])),
    [layers],
  );
  // Combined results are the same arrays until a figure in them changed.
  const answers = useQueries({
    queries: byUnit.map(({ kpi }) => thingsQuery(ledger, kpi, { by: 'unit', page: 0 })),
    combine: (results) => results.map(({ data }) => data?.values.flatMap(unitFigure) ?? null),
  });
  const known = useMemo(
    () =>
      new Map(
        byUnit.map(({ id, shape }, at) => {
          const values = answers[at] ?? null;
          return [id, { shape, values: values === null ? null : new Map(values) }];
        }),
      ),
    [byUnit, answers],
  );
  const pointsOf = useCallback(
    (layer: string): readonly MapPoint[] | null => {
      const figures = known.get(layer);
      if (figures === undefined || figures.values === null) return null;
      const { shape, values } = figures;
      const most = Math.max(1, ...[...values.values()].map((value) => value ?? 0));
      return [...values].flatMap(([unit, value]): MapPoint[] => {
        const at = units.get(unit)?.point ?? null;
        if (at === null || value === null || value === 0) return [];
        return [{ layer, key: unit, at, shape, level: 'normal', scale: 0.6 + Math.sqrt(value / most), age: 'live' }];
      });
    },
    [known, units],
  );
  const valueOf = useCallback((layer: string, unit: string) => known.get(layer)?.values?.get(unit) ?? null, [known]);
  return { pointsOf, valueOf };
}

function unitFigure({ key, value }: KpiValue): [unit: string, value: number | null][] {
  const unit = key['unit'];
  return unit === undefined ? [] : [[unit, value]];
}
