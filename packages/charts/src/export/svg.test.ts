import { expect, test } from 'vitest';

import { palettes } from '../palette.ts';
import { chartDrawing } from './chart-drawing.ts';
import type { ExportedView } from './exported-view.ts';
import { svgOf } from './svg.ts';

const view: ExportedView = {
  name: 'x',
  language: 'vi',
  title: 'Một & hai <ba>',
  unit: 'hồ sơ',
  cut: 'Số liệu đến 10:42',
  source: 'Nguồn: một cửa',
  mark: 'Dữ liệu mô phỏng',
  columns: [
    { name: 'Đơn vị', kind: 'text' },
    { name: 'Tỷ lệ', kind: 'share' },
  ],
  rows: [
    ['Láng', 0.5],
    ['Hồng Hà', null],
  ],
};
const look = { palette: palettes.light, fontFamily: 'sans-serif', fontFaces: '' };

test('the picture carries title, unit, cut, source and the simulated mark', () => {
  const svg = svgOf(view, null, look);

  for (const text of ['Một &amp; hai &lt;ba&gt;', 'hồ sơ', 'Số liệu đến 10:42', 'Nguồn: một cửa', 'Dữ liệu mô phỏng']) {
    expect(svg).toContain(text);
  }
});

test('a table shows shares as on the screen and a dash for what is not known', () => {
  const svg = svgOf(view, null, look);

  expect(svg).toContain('>50,0%<');
  expect(svg).toContain('>—<');
});

test('a real ledger has no frame for a mark', () => {
  expect(svgOf({ ...view, mark: null }, null, look)).not.toContain('stroke-dasharray');
});

test('a chart is drawn without a screen and takes the middle of the picture', () => {
  const drawing = chartDrawing({
    option: { xAxis: { type: 'category', data: ['a'] }, yAxis: {}, series: [{ type: 'bar', data: [1] }] },
    width: 300,
    height: 200,
  });

  const svg = svgOf(view, drawing, look);

  expect(svg.match(/<svg/g)).toHaveLength(2);
  expect(svg).not.toContain('Láng');
});

test('what a panel draws by hand is cut at its layer and takes the place of the table', () => {
  const layer = { x: 5, y: 6, width: 70, height: 80 };
  const outline = { x: 1, y: 2, fill: null, stroke: '#fff', strokeWidth: 3, dash: [6, 4], opacity: 0.5 };

  const svg = svgOf(
    view,
    { width: 300, height: 200, layers: [{ box: layer, items: [{ kind: 'path', d: 'M0 0H9', ...outline }] }] },
    look,
  );

  expect(svg).toContain('<svg x="5" y="6" width="70" height="80" overflow="hidden">');
  expect(svg).toContain('d="M0 0H9" fill="none" opacity="0.5" stroke="#fff" stroke-width="3"');
  expect(svg).not.toContain('Láng');
});
