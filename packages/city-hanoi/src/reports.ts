import { reportSchema, type Report } from '@flagtower/contracts';

import { cityCode } from './units.ts';

const article =
  'Kinh tế & Đô thị, early 2019: “Xây dựng chính quyền điện tử: Thiết thực, cụ thể để mọi người dân cùng tham gia”';

interface Figure {
  indicator: string;
  value: number;
  unitOfMeasure: string;
}

/** The article names no period for the sums: they are taken as the standing on the last day of 2018. */
const figures: Figure[] = [
  { indicator: 'services.online', value: 1055, unitOfMeasure: '{service}' },
  { indicator: 'services.online-share', value: 0.55, unitOfMeasure: '1' },
  { indicator: 'services.level3', value: 916, unitOfMeasure: '{service}' },
  { indicator: 'services.level4', value: 139, unitOfMeasure: '{service}' },
  { indicator: 'onestop.coverage', value: 1, unitOfMeasure: '1' },
  { indicator: 'onestop.accounts', value: 11_000, unitOfMeasure: '{account}' },
  { indicator: 'dossiers.received.total', value: 311_000, unitOfMeasure: '{dossier}' },
  { indicator: 'dossiers.received.commune', value: 279_000, unitOfMeasure: '{dossier}' },
  { indicator: 'ioc.steering', value: 1, unitOfMeasure: '1' },
];

/**
 * What the city’s press stated of e-government at the end of 2018. “More than” is not told by a number: the figures of
 * accounts and dossiers are lower bounds, and their share of 1 means “all”.
 */
export const statedFigures: readonly Report[] = figures.map((figure) =>
  reportSchema.parse({
    kind: 'report',
    recordId: `kinh-te-do-thi-2019/${figure.indicator}`,
    occurredAt: '2018-12-31T16:59:59.999Z',
    indicator: figure.indicator,
    unit: cityCode,
    period: { from: '2018-12-31', to: '2018-12-31' },
    value: figure.value,
    unitOfMeasure: figure.unitOfMeasure,
    statedBy: article,
  }),
);
