import type { CityInput, TargetInput } from './city-input.ts';
import { communeRows } from './units/communes-2025.ts';
import { cityCode } from './units/units.ts';

/** What was aimed at together, newest first. */
export const programmes: CityInput['programmes'] = [
  {
    id: 'one-stop-2025',
    names: {
      vi: 'Tiếp nhận một cửa của chính quyền hai cấp, 2025',
      en: 'One-stop reception of the two-tier city, 2025',
    },
    basis: {
      vi: 'Chỉ tiêu của Thành phố theo báo Lao Động và báo Nông nghiệp và Môi trường, tháng 7/2025',
      en: 'City targets as told by the newspapers Lao Động and Nông nghiệp và Môi trường, July 2025',
    },
  },
  {
    id: 'e-government-2019',
    names: { vi: 'Xây dựng chính quyền điện tử, 2019', en: 'E-government, 2019' },
    basis: {
      vi: 'Nhiệm vụ năm 2019 theo báo Kinh tế & Đô thị, đầu năm 2019, và Kế hoạch 39/KH-UBND ngày 12/02/2019',
      en: 'Tasks of 2019 as told by the newspaper Kinh tế & Đô thị in early 2019, and Plan 39/KH-UBND of 12 February 2019',
    },
  },
];

const drive = {
  vi: 'Đợt cao điểm tiếp nhận một cửa của Thành phố, tháng 7/2025: cấp xã đạt ít nhất 60% trực tuyến, 100% đúng hạn',
  en: 'City drive for one-stop reception, July 2025: communes at least 60% online, 100% on time',
};
const plan2019 = {
  vi: 'Nhiệm vụ chính quyền điện tử năm 2019 của Thành phố (Kế hoạch số 39/KH-UBND và báo chí đầu năm 2019)',
  en: 'City tasks for e-government in 2019 (Plan 39/KH-UBND and the press of early 2019)',
};

/** The two-tier city began on 1 July 2025; the press gives one day for everything. */
const in2025 = {
  from: null,
  validFrom: '2025-07-01',
  by: '2025-07-30',
  basis: drive,
  basisKind: 'press',
  programme: 'one-stop-2025',
} as const;
const everyCommune = communeRows.map(([code]) => code);

/** The city's own shares are held to the communes' target: it has no other. */
const targets2025: TargetInput[] = [
  ...[cityCode, ...everyCommune].flatMap((unit) => [
    { ...in2025, kpi: 'dossiers.online-rate', unit, value: 0.6 },
    { ...in2025, kpi: 'dossiers.on-time-rate.handled', unit, value: 1 },
  ]),
  ...everyCommune.map((unit) => ({ ...in2025, kpi: 'report.dossiers.full-process-share', unit, value: 0.2 })),
  { ...in2025, kpi: 'report.service-centre.online-share', unit: cityCode, value: 0.8 },
  { ...in2025, kpi: 'report.service-centre.full-process-share', unit: cityCode, value: 0.2 },
];

interface Aim {
  indicator: string;
  unit: string;
  value: number;
  upTo?: number;
  scope?: { vi: string; en: string };
  /** The standing that the article gives beside the target. */
  from?: { day: string; value: number };
  by?: string;
  says: { vi: string; en: string };
}

const bacTuLiem = '021';
const baDinh = '001';

const aims: Aim[] = [
  {
    indicator: 'services.online-share',
    unit: cityCode,
    value: 0.8,
    upTo: 1,
    scope: {
      vi: 'ở từng khối: sở, ngành; quận, huyện, thị xã; xã, phường, thị trấn',
      en: 'at each of departments, districts and communes',
    },
    from: { day: '2018-12-31', value: 0.55 },
    says: {
      vi: '80–100% thủ tục đạt mức độ 3, 4 ở từng khối sở, ngành; quận, huyện, thị xã; xã, phường, thị trấn',
      en: '80 to 100% of procedures at level 3 or 4, at each of departments, districts and communes',
    },
  },
  {
    indicator: 'integration.core-systems',
    unit: cityCode,
    value: 0.5,
    says: {
      vi: '50% hệ thống và cơ sở dữ liệu cốt lõi kết nối, chia sẻ với cơ sở dữ liệu quốc gia',
      en: 'half of the core systems and databases connected and sharing with national databases',
    },
  },
  {
    indicator: 'it-zones.invested',
    unit: cityCode,
    value: 1,
    upTo: 2,
    says: { vi: 'đầu tư 1–2 khu công nghệ thông tin tập trung', en: '1 or 2 concentrated IT zones invested in' },
  },
  {
    indicator: 'ioc.centers',
    unit: cityCode,
    value: 8,
    says: {
      vi: '8 trung tâm chức năng; ưu tiên giao thông, du lịch và thông tin y tế',
      en: '8 functional centers; traffic, tourism and health information first',
    },
  },
  {
    indicator: 'kiosk.installed',
    unit: cityCode,
    value: 1,
    by: '2019-03-31',
    says: {
      vi: 'ki-ốt tại tất cả chung cư từ 17 tầng trở lên, trong quý I',
      en: 'kiosks in all apartment buildings of 17 floors and more, first quarter',
    },
  },
  {
    indicator: 'bac-tu-liem.video',
    unit: bacTuLiem,
    value: 1,
    says: {
      vi: '100% phường họp trực tuyến được với Thành phố, sở, ngành và quận',
      en: 'all wards with online conferencing to city, departments and district',
    },
  },
  {
    indicator: 'bac-tu-liem.edocs',
    unit: bacTuLiem,
    value: 1,
    says: { vi: '100% văn bản trao đổi qua mạng', en: 'all documents exchanged electronically' },
  },
  {
    indicator: 'bac-tu-liem.online',
    unit: bacTuLiem,
    value: 1,
    says: { vi: '100% hồ sơ mức độ 3, 4 đăng ký trực tuyến', en: 'all dossiers of level 3 and 4 registered online' },
  },
  {
    indicator: 'bac-tu-liem.at-home',
    unit: bacTuLiem,
    value: 0.65,
    says: { vi: '65% trong số đó đăng ký tại nhà', en: '65% of them registered at home' },
  },
  {
    indicator: 'bac-tu-liem.ebidding',
    unit: bacTuLiem,
    value: 0.5,
    says: {
      vi: 'ít nhất 50% gói chào hàng cạnh tranh và gói thầu quy mô nhỏ đấu thầu qua mạng',
      en: 'at least half of competitive-quotation and small packages tendered online',
    },
  },
  {
    indicator: 'bac-tu-liem.e-groups',
    unit: bacTuLiem,
    value: 1,
    says: {
      vi: 'mỗi phường thêm ít nhất 1 tổ dân phố điện tử',
      en: 'at least 1 new electronic residential group a ward',
    },
  },
  {
    indicator: 'ba-dinh.online',
    unit: baDinh,
    value: 0.9,
    says: {
      vi: 'ít nhất 90% hồ sơ mức độ 3 đăng ký trực tuyến',
      en: 'at least 90% of level 3 dossiers registered online',
    },
  },
  {
    indicator: 'ba-dinh.readiness',
    unit: baDinh,
    value: 1,
    says: {
      vi: 'cả 14 phường được đánh giá sẵn sàng cho chính quyền điện tử',
      en: 'all 14 wards rated ready for e-government',
    },
  },
  {
    indicator: 'ba-dinh.online-meetings',
    unit: baDinh,
    value: 0.5,
    says: {
      vi: '50% cuộc họp toàn quận với các phường được tổ chức trực tuyến',
      en: 'half of the district-wide meetings with wards held online',
    },
  },
];

/** The tasks are those “of 2019”: they stand from the year's first day. */
const targets2019: TargetInput[] = aims.map(
  ({ indicator, unit, value, upTo = null, scope = null, from = null, by = '2019-12-31', says }) => ({
    kpi: `report.${indicator}`,
    unit,
    value,
    upTo,
    scope,
    from,
    validFrom: '2019-01-01',
    by,
    basis: { vi: `${plan2019.vi}: ${says.vi}`, en: `${plan2019.en}: ${says.en}` },
    basisKind: 'press',
    programme: 'e-government-2019',
  }),
);

export const targets: TargetInput[] = [...targets2025, ...targets2019];
