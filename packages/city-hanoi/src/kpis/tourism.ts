import type { KpiInput } from '../city-input.ts';

const tourism = { version: 1, validFrom: '2019-01-01', center: 'tourism' } as const;

const register = {
  vi: 'Số liệu của Sở Du lịch; định nghĩa do sản phẩm quy ước',
  en: 'Figures of the department of tourism; the definitions are ours',
};
const sites = { kind: 'observation', feed: 'tourism', latestHours: 1 } as const;
const presence = {
  vi: 'Dữ liệu theo NGSI-LD TourismPresenceObserved; mức tính là quá đông do sản phẩm quy ước',
  en: 'NGSI-LD TourismPresenceObserved; the share from which a site counts as crowded is ours',
};

/** Share of what a site holds from which it counts as crowded. */
export const crowdedFrom = 0.8;

/** Visitors, rooms and crowds. */
export const tourismKpis: KpiInput[] = [
  {
    ...tourism,
    id: 'tourism.visitors.domestic',
    names: { vi: 'Khách nội địa', en: 'Domestic visitors' },
    meaning: { vi: 'Lượt khách trong nước đến trong kỳ.', en: 'Arrivals from inside the country in the period.' },
    unitOfMeasure: '{visitor}',
    formula: { kind: 'observation', feed: 'arrivals', metric: 'domestic-arrivals', statistic: 'sum' },
    direction: 'up',
    basis: register,
  },
  {
    ...tourism,
    id: 'tourism.visitors.international',
    names: { vi: 'Khách quốc tế', en: 'International visitors' },
    meaning: { vi: 'Lượt khách nước ngoài đến trong kỳ.', en: 'Arrivals from abroad in the period.' },
    unitOfMeasure: '{visitor}',
    formula: { kind: 'observation', feed: 'arrivals', metric: 'international-arrivals', statistic: 'sum' },
    direction: 'up',
    basis: register,
  },
  {
    ...tourism,
    id: 'tourism.rooms.occupied-share',
    names: { vi: 'Công suất phòng', en: 'Rooms occupied' },
    meaning: {
      vi: 'Phòng đã có khách trên tổng số phòng, cộng các hạng theo số mới nhất.',
      en: 'Rooms let over all rooms, added over the ranks by their latest figures.',
    },
    unitOfMeasure: '1',
    formula: { kind: 'observation', feed: 'hotels', metric: 'rooms-let', over: 'rooms', statistic: 'latest-ratio' },
    direction: 'up',
    basis: register,
  },
  {
    ...tourism,
    id: 'tourism.sites.visitors',
    names: { vi: 'Khách đang ở các điểm tham quan', en: 'People at the sites now' },
    meaning: {
      vi: 'Tổng số người theo số đếm mới nhất của các điểm tham quan.',
      en: 'People at the watched sites, by their latest counts.',
    },
    unitOfMeasure: '{visitor}',
    formula: { ...sites, metric: 'visitorCount', statistic: 'latest-sum' },
    direction: 'none',
    basis: { vi: 'Dữ liệu theo NGSI-LD TourismPresenceObserved', en: 'NGSI-LD TourismPresenceObserved' },
  },
  {
    ...tourism,
    id: 'tourism.sites.crowded',
    names: { vi: 'Điểm tham quan quá đông', en: 'Crowded sites' },
    meaning: {
      vi: 'Số điểm tham quan có số khách mới nhất từ 80% sức chứa.',
      en: `Watched sites whose latest count is ${String(crowdedFrom * 100)}% or more of what they hold.`,
    },
    unitOfMeasure: '{point}',
    formula: { ...sites, metric: 'crowding', statistic: 'latest-inside', low: crowdedFrom },
    direction: 'down',
    basis: presence,
  },
];
