import type { Formula } from '@flagtower/contracts';

import type { Statistic } from './reading-sums.ts';

interface Names {
  readonly vi: string;
  readonly en: string;
}

const latest = {
  vi: 'số mới nhất của mỗi đối tượng',
  en: 'the newest value of each thing',
} as const;
const told = { vi: 'các số đã báo trong kỳ', en: 'the values told in the period' } as const;

const words: Readonly<Record<Statistic, Names>> = {
  'latest-mean': { vi: `Trung bình ${latest.vi}.`, en: `The mean of ${latest.en}.` },
  'latest-count': {
    vi: 'Đếm các đối tượng có số mới nhất.',
    en: 'The things whose newest value is told, counted.',
  },
  'latest-sum': { vi: `Cộng ${latest.vi}.`, en: `The sum of ${latest.en}.` },
  'latest-max': { vi: `Lấy số lớn nhất trong ${latest.vi}.`, en: `The greatest of ${latest.en}.` },
  'latest-inside': {
    vi: 'Đếm các đối tượng có số mới nhất nằm trong khoảng, kể cả hai đầu.',
    en: 'The things whose newest value lies within the bounds, both included, counted.',
  },
  'latest-ratio': {
    vi: 'Cộng số mới nhất ở tử số rồi chia cho tổng số mới nhất ở mẫu số, của các đối tượng báo cả hai.',
    en: 'The sum of the newest values above the line over the sum of those below, of the things that told both.',
  },
  mean: { vi: `Trung bình ${told.vi}.`, en: `The mean of ${told.en}.` },
  median: {
    vi: `Xếp ${told.vi} theo độ lớn rồi lấy số ở giữa.`,
    en: `The middle one of ${told.en}, in the order of their size.`,
  },
  max: { vi: `Lấy số lớn nhất trong ${told.vi}.`, en: `The greatest of ${told.en}.` },
  sum: { vi: `Cộng ${told.vi}.`, en: `The sum of ${told.en}.` },
  count: { vi: `Đếm ${told.vi}.`, en: `${capital(told.en)}, counted.` },
  entities: { vi: 'Đếm các đối tượng khác nhau đã báo trong kỳ.', en: 'The different things that told in the period.' },
  within: {
    vi: 'Phần các số đã báo trong kỳ nằm trong khoảng, kể cả hai đầu.',
    en: 'The share of the values told in the period that lie within the bounds, both included.',
  },
};

/** How readings or notices make a figure, in a sentence each. */
export function ruleInWords(formula: Extract<Formula, { kind: 'observation' | 'notices' }>): Names {
  if (formula.kind === 'notices' && formula.statistic === 'clear-time')
    return {
      vi: 'Xếp thời gian từ lúc bắt đầu đến lúc kết thúc của các tin báo kết thúc trong kỳ rồi lấy số ở giữa.',
      en: 'The middle one of the times from beginning to end, of the notices that were over in the period.',
    };
  if (formula.kind === 'notices')
    return {
      vi: 'Đếm các tin báo đã bắt đầu và chưa kết thúc, theo lần báo cuối cùng của từng tin.',
      en: 'The notices that have begun and not ended, by the last telling of each, counted.',
    };
  const { statistic, latestHours = 24 } = formula;
  if (!statistic.startsWith('latest-')) return words[statistic];
  const age = ageInWords(latestHours);
  return {
    vi: `${words[statistic].vi} Số cũ hơn ${age.vi} không còn được tính.`,
    en: `${words[statistic].en} What is older than ${age.en} takes no part.`,
  };
}

function ageInWords(hours: number): Names {
  const minutes = String(Math.round(hours * 60));
  return Number.isInteger(hours)
    ? { vi: `${String(hours)} giờ`, en: `${String(hours)} ${hours === 1 ? 'hour' : 'hours'}` }
    : { vi: `${minutes} phút`, en: `${minutes} minutes` };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
