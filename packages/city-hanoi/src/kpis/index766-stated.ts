import type { KpiInput } from '../city-input.ts';
import { index766 } from '../index766/index766.ts';

interface StatedFigure {
  indicator: string;
  names: KpiInput['names'];
  unitOfMeasure: string;
  direction: KpiInput['direction'];
  counted: string | null;
}

const { items, parts } = index766;

const figures: StatedFigure[] = [
  {
    indicator: 'total',
    names: { vi: 'Chỉ số 766: tổng điểm', en: 'Index 766: total points' },
    unitOfMeasure: '{point}',
    direction: 'up',
    counted: null,
  },
  {
    indicator: 'rank',
    names: { vi: 'Chỉ số 766: thứ hạng toàn quốc', en: 'Index 766: national rank' },
    unitOfMeasure: '{rank}',
    direction: 'down',
    counted: null,
  },
  ...parts.map(({ id, names }): StatedFigure => ({
    indicator: id,
    names: { vi: `Chỉ số 766, điểm: ${names.vi}`, en: `Index 766, points: ${names.en}` },
    unitOfMeasure: '{point}',
    direction: 'up',
    counted: null,
  })),
  ...items
    .filter(({ maxPoints }) => maxPoints > 0)
    .map(({ item, names, counted }): StatedFigure => ({
      indicator: item,
      names: { vi: `Chỉ số 766, tỷ lệ ${item}: ${names.vi}`, en: `Index 766, ratio ${item}: ${names.en}` },
      unitOfMeasure: '1',
      direction: 'up',
      counted: counted ?? null,
    })),
];

/** Results of the index of Decision 766 as they are stated: points of the whole and its parts, ratios of its items. */
export const index766Stated: KpiInput[] = figures.map(({ indicator, names, unitOfMeasure, direction, counted }) => ({
  id: `report.index766.${indicator}`,
  version: 1,
  validFrom: '2022-06-23',
  names,
  meaning: {
    vi: `${names.vi}, theo báo cáo; không phải số đếm được.`,
    en: `${names.en}, as reported; not counted by us.`,
  },
  center: 'public-service',
  unitOfMeasure,
  formula: { kind: 'stated', indicator: `index766.${indicator}`, cadence: 'month', counted },
  direction,
  basis: {
    vi: 'Quyết định số 766/QĐ-TTg ngày 23/6/2022, theo cách chấm điểm của Cổng Dịch vụ công quốc gia',
    en: 'Decision 766/QĐ-TTg of 23 June 2022, as the national portal scores it',
  },
}));
