import type { KpiInput } from '../city-input.ts';

/** Public alerts and incidents. */
export const noticeKpis: KpiInput[] = [
  {
    id: 'notices.active',
    version: 1,
    validFrom: '2019-01-01',
    names: { vi: 'Cảnh báo đang hiệu lực', en: 'Notices active' },
    meaning: {
      vi: 'Cảnh báo và sự cố đã bắt đầu, chưa hết hạn và chưa bị hủy.',
      en: 'Alerts and incidents that have begun, have not run out and were not cancelled.',
    },
    center: 'emergency',
    unitOfMeasure: '{notice}',
    formula: { kind: 'notices' },
    direction: 'down',
    basis: {
      vi: 'OASIS CAP 1.2: effective, expires, Update và Cancel',
      en: 'OASIS CAP 1.2: effective, expires, Update and Cancel',
    },
  },
];
