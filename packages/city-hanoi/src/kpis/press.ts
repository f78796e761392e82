import type { KpiInput } from '../city-input.ts';
import { sum } from './term.ts';

const item = {
  version: 1,
  validFrom: '2019-01-01',
  center: 'press',
  caseKind: 'press-item',
  basis: {
    vi: 'RSS 2.0, Atom 1.0: tin bài, chuyên mục và sắc thái do nguồn nêu; định nghĩa do sản phẩm quy ước',
    en: 'RSS 2.0, Atom 1.0: an item, its category and the tone that its source states; the definitions are ours',
  },
} as const;

/** What the press writes about the city, and what the city answers. */
export const pressKpis: KpiInput[] = [
  {
    ...item,
    id: 'press.items',
    names: { vi: 'Tin bài về Thành phố', en: 'Press items' },
    meaning: {
      vi: 'Tin bài xuất hiện trong kỳ; chia theo chủ đề và theo giờ.',
      en: 'Items that appeared in the period; by topic and by hour where it is broken down.',
    },
    unitOfMeasure: '{item}',
    formula: { kind: 'observation', feed: 'press', metric: 'item', statistic: 'count' },
    direction: 'none',
  },
  ...(
    [
      ['negative', -1, 'Tỷ lệ tin bài tiêu cực', 'Negative items', 'tiêu cực', 'negative', 'down'],
      ['positive', 1, 'Tỷ lệ tin bài tích cực', 'Positive items', 'tích cực', 'positive', 'none'],
    ] as const
  ).map(([word, tone, vi, en, toneVi, toneEn, direction]): KpiInput => ({
    ...item,
    id: `press.${word}-share`,
    names: { vi, en },
    meaning: {
      vi: `Phần tin bài ${toneVi} trong số tin bài mà nguồn nêu sắc thái.`,
      en: `Share of the items in the period whose source states a tone that are ${toneEn}.`,
    },
    unitOfMeasure: '1',
    formula: { kind: 'observation', feed: 'press', metric: 'tone', statistic: 'within', low: tone, high: tone },
    direction,
  })),
  {
    ...item,
    id: 'press.replies.needed',
    names: { vi: 'Tin bài cần trả lời', en: 'Items that need a reply' },
    meaning: {
      vi: 'Tin bài xuất hiện trong kỳ mà Thành phố cần trả lời.',
      en: 'Items of the period to which the city owes a reply.',
    },
    unitOfMeasure: '{item}',
    formula: { kind: 'flow', terms: sum('received') },
    direction: 'none',
  },
  {
    ...item,
    id: 'press.replies.open',
    names: { vi: 'Tin bài đang chờ trả lời', en: 'Items waiting for a reply' },
    meaning: { vi: 'Tin bài cần trả lời mà chưa được trả lời.', en: 'Items that need a reply and have none yet.' },
    unitOfMeasure: '{item}',
    formula: { kind: 'state', terms: sum('open') },
    direction: 'down',
  },
  {
    ...item,
    id: 'press.replies.near-due',
    names: { vi: 'Tin bài sắp hết hạn trả lời', en: 'Replies due within 24 hours' },
    meaning: {
      vi: 'Tin bài chờ trả lời mà thời hạn còn không quá 24 giờ.',
      en: 'Items waiting for a reply whose deadline is at most 24 hours away.',
    },
    unitOfMeasure: '{item}',
    formula: { kind: 'state', terms: sum('near-due') },
    direction: 'down',
  },
  {
    ...item,
    id: 'press.replies.overdue',
    names: { vi: 'Tin bài quá hạn trả lời', en: 'Replies overdue' },
    meaning: {
      vi: 'Tin bài chờ trả lời mà thời hạn đã qua.',
      en: 'Items waiting for a reply whose deadline has passed.',
    },
    unitOfMeasure: '{item}',
    formula: { kind: 'state', terms: sum('overdue') },
    direction: 'down',
  },
  {
    ...item,
    id: 'press.replies.on-time-rate.handled',
    names: { vi: 'Tỷ lệ trả lời đúng hạn', en: 'Replies within the deadline' },
    meaning: {
      vi: 'Tin bài được trả lời không muộn hơn thời hạn trên số tin bài đã trả lời có thời hạn.',
      en: 'Items answered at or before their deadline over answered ones that had one.',
    },
    unitOfMeasure: '1',
    formula: {
      kind: 'share',
      numerator: sum('handled-on-time'),
      denominator: sum('handled-on-time', 'handled-late'),
    },
    direction: 'up',
  },
];
