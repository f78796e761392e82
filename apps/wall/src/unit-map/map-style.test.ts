import { palettes } from '@flagtower/charts';
import {
  expression,
  latest,
  validateStyleMin,
  type StylePropertySpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';

import { fillColor, mapLayers, mapStyle, type MapLook } from './map-style.ts';

const look: MapLook = {
  palette: palettes.dark,
  border: palettes.dark.g0,
  breaks: [2, 4, 6, 8, 10],
  fontPx: 15,
  unit: 1,
};

/** What MapLibre would paint: the expression is compiled and evaluated by MapLibre's own code. */
function painted(layer: 'fill' | 'circle' | 'line', property: string, value: unknown, properties: object): string {
  const specs: Record<string, unknown> = latest[`paint_${layer}`];
  const spec = specs[property] as StylePropertySpecification;
  const compiled = expression.createPropertyExpression(value, property, spec);
  if (compiled.result === 'error') throw new RangeError(compiled.value.map(({ message }) => message).join('; '));
  const result: unknown = compiled.value.evaluate({ zoom: 9 }, { type: 'Polygon', properties });
  return String(result);
}

const fill = (rate: number | null) => painted('fill', 'fill-color', fillColor(look), { rate });

test('the style is valid by the specification', () => {
  expect(validateStyleMin(mapStyle(look, undefined))).toEqual([]);
});

test('each step of the ramp starts exactly at its break', () => {
  const steps = [0, 1.999, 2, 4, 5.999, 6, 8, 10, 1000].map(fill);

  const [lowest, second, third, fourth, fifth, highest] = palettes.dark.ramp.map((color) =>
    painted('fill', 'fill-color', color, {}),
  );
  expect(steps).toEqual([lowest, lowest, second, third, third, fourth, fifth, highest, highest]);
});

test('a rate that is not known is no colour at all, least of all the lowest step', () => {
  expect(fill(null)).toBe(painted('fill', 'fill-color', 'rgba(0, 0, 0, 0)', {}));
  expect(fill(null)).not.toBe(fill(0));
});

test('only what is not known is hatched', () => {
  const hatched = mapLayers(look).find(({ id }) => id === 'unit-unknown');

  expect(hatched).toMatchObject({ filter: ['==', ['get', 'rate'], null], paint: { 'fill-pattern': 'hatch' } });
});

test('a status outline lies on a wider casing in the colour of the cell borders', () => {
  const layers = mapLayers(look);
  const [casing, outline] = ['outline-casing', 'outline'].map((name) => layers.findIndex(({ id }) => id === name));

  expect(casing).toBeLessThan(outline ?? -1);
  expect(layers[casing ?? -1]).toMatchObject({ paint: { 'line-color': palettes.dark.g0, 'line-width': 7 } });
  expect(layers[outline ?? -1]).toMatchObject({ paint: { 'line-width': 3 } });
});

test.each([
  ['live', '0.9', '0'],
  ['late', '0', '1'],
])('a %s vehicle has a fill of %s and a ring of %s px', (state, opacity, ring) => {
  const paint = mapLayers(look).find(({ id }) => id === 'vehicles')?.paint as Record<string, unknown>;

  expect(painted('circle', 'circle-opacity', paint['circle-opacity'], { state })).toBe(opacity);
  expect(painted('circle', 'circle-stroke-width', paint['circle-stroke-width'], { state })).toBe(ring);
});

test('every layer draws from a source that is there, and no address leads out of the page', () => {
  const style = mapStyle(look, { 'Flagtower Sans': '/assets/face.woff2' });

  expect(
    style.layers
      .map((layer) => 'source' in layer && layer.source)
      .filter((source) => !(String(source) in style.sources)),
  ).toEqual([]);
  expect(JSON.stringify(style)).not.toMatch(/https?:/);
  expect(style).not.toHaveProperty('glyphs');
});
