import type { CityInput } from './city-input.ts';

const stars = (count: string): { readonly vi: string; readonly en: string } => ({
  vi: `Khách sạn ${count} sao`,
  en: `${count}-star hotels`,
});

/** What the things are that the city's figures are measured of. The names are ours, but for those of the emergency numbers. */
export const measuredFeeds: CityInput['measuredFeeds'] = [
  { feed: 'traffic', thing: { vi: 'Đoạn đường', en: 'Stretch of road' } },
  {
    feed: 'bus',
    thing: { vi: 'Xe hoặc chuyến xe buýt', en: 'Bus or trip' },
    group: { vi: 'Tuyến xe buýt', en: 'Bus route' },
  },
  {
    feed: 'cameras',
    thing: { vi: 'Camera', en: 'Camera' },
    group: { vi: 'Nhóm camera', en: 'Group of cameras' },
    names: {
      junctions: { vi: 'Camera tại nút giao', en: 'Cameras at junctions' },
      ptz: { vi: 'Camera xoay (PTZ)', en: 'Turning cameras (PTZ)' },
      others: { vi: 'Camera khác', en: 'Other cameras' },
    },
  },
  {
    feed: 'calls',
    thing: { vi: 'Số khẩn cấp', en: 'Emergency number' },
    names: {
      '113': { vi: '113 (Công an)', en: '113 (police)' },
      '114': { vi: '114 (Cứu hỏa, cứu nạn)', en: '114 (fire and rescue)' },
      '115': { vi: '115 (Cấp cứu y tế)', en: '115 (ambulance)' },
    },
  },
  { feed: 'health', thing: { vi: 'Bệnh viện', en: 'Hospital' } },
  {
    feed: 'emergency',
    thing: { vi: 'Khoa cấp cứu', en: 'Emergency department' },
    names: { city: { vi: 'Toàn thành phố', en: 'The whole city' } },
  },
  {
    feed: 'surveillance',
    thing: { vi: 'Bệnh', en: 'Disease' },
    names: { dengue: { vi: 'Sốt xuất huyết', en: 'Dengue fever' } },
  },
  { feed: 'air', thing: { vi: 'Trạm quan trắc', en: 'Station' } },
  { feed: 'weather', thing: { vi: 'Điểm đo mưa', en: 'Rain gauge' } },
  { feed: 'water', thing: { vi: 'Điểm theo dõi ngập', en: 'Watched flood point' } },
  { feed: 'tourism', thing: { vi: 'Điểm tham quan', en: 'Site' } },
  {
    feed: 'hotels',
    thing: { vi: 'Hạng cơ sở lưu trú', en: 'Rank of hotels' },
    names: {
      '5-sao': stars('5'),
      '4-sao': stars('4'),
      '3-sao': stars('3'),
      '2-sao': stars('2'),
      '1-sao': stars('1'),
      'chua-xep-hang': { vi: 'Chưa xếp hạng', en: 'Without a rank' },
    },
  },
  {
    feed: 'arrivals',
    thing: { vi: 'Nguồn khách', en: 'Origin' },
    names: {
      domestic: { vi: 'Trong nước', en: 'From inside the country' },
      international: { vi: 'Quốc tế', en: 'From abroad' },
    },
  },
  { feed: 'security', thing: { vi: 'Sự cố', en: 'Incident' } },
  { feed: 'systems', thing: { vi: 'Hệ thống', en: 'System' } },
  {
    feed: 'help-desk',
    thing: { vi: 'Yêu cầu hoặc hệ thống', en: 'Ticket or system' },
  },
];
