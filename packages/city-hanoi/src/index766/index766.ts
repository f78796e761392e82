import type { CityInput } from '../city-input.ts';
import { itemOf } from './item-facts.ts';
import { itemsOfProcedures } from './items-of-procedures.ts';
import { itemsOfServices } from './items-of-services.ts';

/**
 * The index of Decision 766/QĐ-TTg of 23 June 2022. Groups and their points are those of official and press summaries; items
 * and their scoring are the portal’s. Numbers are those of the calculation note, where 3 is online and 4 digitisation: the
 * Decision orders the two the other way. No source was found for an item 3.4.
 */
export const index766: NonNullable<CityInput['index766']> = {
  basis: {
    vi: 'Quyết định 766/QĐ-TTg ngày 23/6/2022: Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, doanh nghiệp',
    en: 'Decision 766/QĐ-TTg of 23 June 2022: index of direction, administration and quality of service to people and businesses',
  },
  groups: [
    { group: 'I', names: { vi: 'Công khai, minh bạch', en: 'Transparency' } },
    { group: 'II', names: { vi: 'Tiến độ, kết quả giải quyết', en: 'Progress and results' } },
    { group: 'III', names: { vi: 'Số hóa hồ sơ', en: 'Digitisation' } },
    { group: 'IV', names: { vi: 'Cung cấp dịch vụ trực tuyến', en: 'Online service' } },
    { group: 'V', names: { vi: 'Mức độ hài lòng', en: 'Satisfaction' } },
  ],
  parts: [
    { id: 'transparency', group: 'I', names: { vi: 'Công khai, minh bạch', en: 'Transparency' }, maxPoints: 18 },
    {
      id: 'progress',
      group: 'II',
      names: { vi: 'Tiến độ, kết quả giải quyết', en: 'Progress and results' },
      maxPoints: 20,
    },
    { id: 'digitisation', group: 'III', names: { vi: 'Số hóa hồ sơ', en: 'Digitisation' }, maxPoints: 22 },
    {
      id: 'services',
      group: 'IV',
      names: { vi: 'Dịch vụ công trực tuyến', en: 'Online public services' },
      maxPoints: 12,
    },
    { id: 'payment', group: 'IV', names: { vi: 'Thanh toán trực tuyến', en: 'Online payment' }, maxPoints: 10 },
    { id: 'satisfaction', group: 'V', names: { vi: 'Mức độ hài lòng', en: 'Satisfaction' }, maxPoints: 18 },
  ],
  items: [...itemsOfProcedures, ...itemsOfServices].map(itemOf),
};
