import type { KpiInput } from '../city-input.ts';

const cap = {
  vi: 'OASIS CAP 1.2: effective, expires, Update và Cancel',
  en: 'OASIS CAP 1.2: effective, expires, Update and Cancel',
};

/** Public alerts and incidents. */
export const noticeKpis: KpiInput[] = [
  {
    id: 'alerts.active',
    version: 1,
    validFrom: '2019-01-01',
    names: { vi: 'Cảnh báo đang hiệu lực', en: 'Warnings in force' },
    meaning: {
      vi: 'Cảnh báo (CAP) đã bắt đầu, chưa hết hạn và chưa bị hủy hay thay thế.',
      en: 'Warnings (CAP) that have begun, have not run out and were neither cancelled nor replaced.',
    },
    center: 'emergency',
    unitOfMeasure: '{notice}',
    formula: { kind: 'notices', noticeType: 'alert' },
    direction: 'down',
    basis: cap,
  },
  {
    id: 'notices.active',
    version: 1,
    validFrom: '2019-01-01',
    names: { vi: 'Cảnh báo và sự cố đang diễn ra', en: 'Warnings and incidents in force' },
    meaning: {
      vi: 'Cảnh báo và sự cố đã bắt đầu, chưa hết hạn và chưa bị hủy.',
      en: 'Alerts and incidents that have begun, have not run out and were not cancelled.',
    },
    center: 'emergency',
    unitOfMeasure: '{notice}',
    formula: { kind: 'notices' },
    direction: 'down',
    basis: cap,
  },
];
