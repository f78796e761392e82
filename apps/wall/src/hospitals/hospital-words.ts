import type { Language } from '@flagtower/charts';

interface HospitalWords {
  readonly name: string;
  readonly measured: string;
  /** How many hospitals have no bed free, of how many that told. */
  readonly message: (full: string, of: string) => string;
  readonly none: string;
  readonly beds: (taken: string, all: string) => string;
  readonly wait: (span: string) => string;
  readonly noWait: string;
  readonly absent: (reason: string) => string;
  readonly columns: Readonly<Record<'hospital' | 'share' | 'taken' | 'beds' | 'wait' | 'at', string>>;
}

export const hospitalWords: Readonly<Record<Language, HospitalWords>> = {
  vi: {
    name: 'Bệnh viện, nơi thiếu giường nhất trước',
    measured: 'Giường đang sử dụng (vạch: 100%) và thời gian chờ cấp cứu',
    message: (full, of) => `${full}/${of} bệnh viện hết giường`,
    none: 'Chưa có bệnh viện nào báo; không phải giường trống.',
    beds: (taken, all) => `${taken}/${all} giường`,
    wait: (span) => `chờ ${span}`,
    noWait: 'không báo thời gian chờ',
    absent: (reason) => `không có số: ${reason}`,
    columns: {
      hospital: 'Bệnh viện',
      share: 'Tỷ lệ giường đang sử dụng',
      taken: 'Giường đang sử dụng',
      beds: 'Giường',
      wait: 'Thời gian chờ cấp cứu (giây)',
      at: 'Lúc',
    },
  },
  en: {
    name: 'Hospitals, those most in need first',
    measured: 'Beds occupied (tick: 100%) and the wait for emergency care',
    message: (full, of) => `${full} of ${of} hospitals are full`,
    none: 'No hospital reports; that does not mean free beds.',
    beds: (taken, all) => `${taken} of ${all} beds`,
    wait: (span) => `wait ${span}`,
    noWait: 'no wait told',
    absent: (reason) => `no figure: ${reason}`,
    columns: {
      hospital: 'Hospital',
      share: 'Share of beds occupied',
      taken: 'Beds occupied',
      beds: 'Beds',
      wait: 'Wait in the emergency department (s)',
      at: 'At',
    },
  },
};
