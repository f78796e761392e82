import { readFileSync } from 'node:fs';

import { palettes, type Palette } from '@flagtower/charts';
import { expect, test } from 'vitest';

const [dark = '', light = ''] = readFileSync(new URL('tokens.css', import.meta.url), 'utf8').split(
  "[data-theme='light']",
);

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light1 = 0, dark1 = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light1 + 0.05) / (dark1 + 0.05);
}

test.each([
  ['dark', dark, palettes.dark],
  ['light', light, palettes.light],
] as const)('the %s style sheet and the charts have the same colours', (_theme, css, palette) => {
  const missing = Object.entries(palette).filter(
    ([name, color]) => typeof color === 'string' && !css.includes(`--${name}: ${color.toLowerCase()};`),
  );

  expect(missing).toEqual([]);
});

const texts = ['ink', 'ink2', 'ink3', 'son', 'gold', 'pearl', 'jade', 'violet'] as const satisfies (keyof Palette)[];

test.each(texts)('%s can be read on every ground of both themes', (text) => {
  const ratios = [palettes.dark, palettes.light].flatMap((palette) =>
    [palette.g0, palette.g1, palette.g2].map((ground) => Math.round(contrast(palette[text], ground) * 10) / 10),
  );

  expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
});
