import type { ExportedCell, ExportedView } from '@flagtower/charts';
import type { Index766Answer } from '@flagtower/contracts';

import type { Stamped } from '../exporting/export-stamp.ts';
import { indexWords } from './index-words.ts';
import { scoredItems, statedPeriodText } from './point-text.ts';
import { rankedItems } from './ranking-panel.tsx';

const text = { kind: 'text' } as const;
const points = { kind: 'number', digits: 2 } as const;
const share = { kind: 'share', digits: 1 } as const;

type Base = Pick<ExportedView, 'title' | 'unit' | 'source'> & Stamped;

function baseOf(stamp: Stamped, title: string): Base {
  const words = indexWords[stamp.language];
  return { ...stamp, title, unit: words.exportUnit, source: words.exportSource };
}

/** Every criterion, as the table of the page shows it: lowest and highest possible points are columns of their own. */
export function itemsView(stamp: Stamped, title: string, answer: Index766Answer): ExportedView {
  const { language } = stamp;
  const words = indexWords[language];
  return {
    ...baseOf(stamp, title),
    name: 'index-766',
    columns: [
      { name: words.item, ...text },
      { name: words.criterion, ...text },
      { name: words.ratio, ...share },
      { name: words.origin, ...text },
      { name: `${words.score} (min)`, ...points },
      { name: `${words.score} (max)`, ...points },
      { name: words.of, ...points },
      { name: words.confidence, ...text },
    ],
    rows: answer.index.parts.flatMap(({ id }) =>
      scoredItems(answer, id).map(({ item, score }): ExportedCell[] => [
        item.item,
        item.names[language],
        score.ratio,
        words.origins[score.origin],
        score.points.lowest,
        score.points.highest,
        item.maxPoints,
        words.confidences[item.confidence],
      ]),
    ),
  };
}

export function gainsView(stamp: Stamped, title: string, answer: Index766Answer): ExportedView {
  const { language } = stamp;
  const words = indexWords[language];
  return {
    ...baseOf(stamp, `${words.gains} · ${title}`),
    name: 'index-766-gains',
    columns: [
      { name: words.item, ...text },
      { name: words.criterion, ...text },
      { name: `${words.score} (min)`, ...points },
      { name: `${words.score} (max)`, ...points },
    ],
    rows: answer.gains.map(({ item, points: toWin }) => [
      item,
      answer.index.items.find((one) => one.item === item)?.names[language] ?? null,
      toWin.lowest,
      toWin.highest,
    ]),
  };
}

export function rankingView(
  stamp: Stamped,
  title: string,
  answer: Index766Answer,
  nameOf: (unit: string) => string,
): ExportedView {
  const words = indexWords[stamp.language];
  const items = rankedItems(answer);
  return {
    ...baseOf(stamp, `${words.ranking} · ${title}`),
    name: 'index-766-ranking',
    columns: [
      { name: words.place, kind: 'number' },
      { name: words.unit, ...text },
      { name: words.certainPoints, ...points },
      ...items.map((item) => ({ name: item, ...share })),
    ],
    rows: answer.ranking.map(({ unit, points: scored, ratios }, index) => [
      index + 1,
      nameOf(unit),
      scored.lowest,
      ...items.map((item) => ratios[item] ?? null),
    ]),
  };
}

export function historyView(stamp: Stamped, title: string, { history }: Index766Answer): ExportedView {
  const words = indexWords[stamp.language];
  return {
    ...baseOf(stamp, `${words.history} · ${title}`),
    name: 'index-766-published',
    columns: [
      { name: words.month, ...text },
      { name: words.score, ...points },
      { name: words.source, ...text },
    ],
    rows: history.map(({ period, value, statedBy }) => [statedPeriodText(period), value, statedBy]),
  };
}
