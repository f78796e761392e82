import type { CityInput } from './city-input.ts';
import { cityCode } from './units/units.ts';

const article =
  'Kinh tế & Đô thị, đầu năm 2019: “Xây dựng chính quyền điện tử: Thiết thực, cụ thể để mọi người dân cùng tham gia”';

interface Figure {
  indicator: string;
  /** `null`: the article speaks of it without a number. */
  value: number | null;
  bound?: 'more-than';
  unitOfMeasure: string;
  /** What the article says beyond the number. */
  says?: string;
}

/** A share of 1 is the article's “all”. It names no period: the figures are taken as the standing on the last day of 2018. */
const figures: Figure[] = [
  { indicator: 'services.online', value: 1055, unitOfMeasure: '{service}' },
  { indicator: 'services.online-share', value: 0.55, unitOfMeasure: '1' },
  { indicator: 'services.level3', value: 916, unitOfMeasure: '{service}' },
  { indicator: 'services.level4', value: 139, unitOfMeasure: '{service}' },
  { indicator: 'onestop.coverage', value: 1, unitOfMeasure: '1' },
  { indicator: 'onestop.accounts', value: 11_000, bound: 'more-than', unitOfMeasure: '{account}' },
  { indicator: 'dossiers.received.total', value: 311_000, bound: 'more-than', unitOfMeasure: '{dossier}' },
  { indicator: 'dossiers.received.commune', value: 279_000, bound: 'more-than', unitOfMeasure: '{dossier}' },
  { indicator: 'dossiers.online-share', value: null, unitOfMeasure: '1', says: 'ngày càng tăng, không nêu số' },
  { indicator: 'ioc.steering', value: 1, unitOfMeasure: '1' },
];

/** What the city’s press stated of e-government at the end of 2018. */
export const reports: CityInput['reports'] = figures.map(({ says, ...figure }) => ({
  ...figure,
  kind: 'report',
  recordId: `kinh-te-do-thi-2019/${figure.indicator}`,
  occurredAt: '2018-12-31T16:59:59.999Z',
  unit: cityCode,
  period: { from: '2018-12-31', to: '2018-12-31' },
  statedBy: says === undefined ? article : `${article} (${says})`,
}));
