import type { CityInput } from '../city-input.ts';
import { incidentKinds } from './incident-kinds.ts';
import { thresholds } from './thresholds.ts';

/**
 * The ladder is a rule of this product: no text that we know of defines stages of a day for the city. That it has five rungs with numbers
 * for names is what Rio de Janeiro’s operations center came to.
 */
const stages: NonNullable<CityInput['incidents']>['stages'] = [
  {
    validFrom: '2019-01-01',
    basis: {
      vi: 'Quy ước của sản phẩm; không có văn bản quy định',
      en: 'Rule of this product; no legal source defines it',
    },
    stages: [
      { stage: 1, names: { vi: 'Bình thường', en: 'Ordinary' }, conditions: [] },
      {
        stage: 2,
        names: { vi: 'Chú ý', en: 'Attention' },
        conditions: [
          { minSeverity: 3, count: 1 },
          { minSeverity: 2, count: 5 },
        ],
      },
      {
        stage: 3,
        names: { vi: 'Cảnh giác', en: 'Alert' },
        conditions: [
          { minSeverity: 4, count: 1 },
          { minSeverity: 3, count: 4 },
        ],
      },
      {
        stage: 4,
        names: { vi: 'Nghiêm trọng', en: 'Serious' },
        conditions: [
          { minSeverity: 4, count: 2 },
          { minSeverity: 3, count: 10 },
        ],
      },
      { stage: 5, names: { vi: 'Khủng hoảng', en: 'Crisis' }, conditions: [{ minSeverity: 4, count: 4 }] },
    ],
  },
];

/** How notices, measured values and people’s words become incidents of the city. */
export const incidents: CityInput['incidents'] = {
  kinds: incidentKinds,
  thresholds,
  // Small ones come and go by themselves, a little late, so that what comes back is no new line; what was serious waits a day for somebody.
  closesItselfAfterMinutes: { 1: 10, 2: 10, 3: 1440, 4: 1440 },
  stages,
  basis: {
    vi: 'Loại sự cố, trung tâm phụ trách, khoảng cách gộp và thang cấp độ là quy ước của sản phẩm; mỗi ngưỡng nêu nguồn riêng',
    en: 'Kinds, owners, distances and the ladder are rules of this product; thresholds name their sources',
  },
};
