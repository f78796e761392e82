import { mapShapeSchema, type CityView, type MapLayer } from '@flagtower/contracts';
import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { z } from 'zod';

import { currentUnits } from './city/current-units.ts';
import type { MapPoint } from './map-layers/map-point.ts';
import { useStream } from './stream/stream-context.ts';
import { thingsQuery } from './things/things-requests.ts';

const layerFiguresSchema = z.array(
  z.tuple([z.string(), mapShapeSchema, z.array(z.tuple([z.string(), z.number().nullable()])).nullable()]),
);

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
  const byUnit = layers.flatMap(({ id, shape, tells }) =>
    tells.kind === 'units' ? [{ id, shape, kpi: tells.kpi }] : [],
  );
  const answers = useQueries({
    queries: byUnit.map(({ kpi }) => thingsQuery(ledger, kpi, { by: 'unit', page: 0 })),
    combine: (results) => results.map(({ data }) => data?.values ?? null),
  });
  const told = JSON.stringify(
    byUnit.map(({ id, shape }, at) => [
      id,
      shape,
      answers[at]?.flatMap(({ key, value }) => (key['unit'] === undefined ? [] : [[key['unit'], value]])) ?? null,
    ]),
  );
  const known = useMemo(() => {
    const parsed = layerFiguresSchema.parse(JSON.parse(told));
    return new Map(
      parsed.map(([id, shape, values]) => [id, { shape, values: values === null ? null : new Map(values) }]),
    );
  }, [told]);
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
