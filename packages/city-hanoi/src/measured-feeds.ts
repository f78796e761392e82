import type { CityInput } from './city-input.ts';

const stars = (count: string): { readonly vi: string; readonly en: string } => ({
  vi: `Khách sạn ${count} sao`,
  en: `${count}-star hotels`,
});

/** Those of the simulated city; none of them exists. A real ledger names its hospitals by their own ids. */
const simulatedHospitals = Object.fromEntries(
  Array.from({ length: 42 }, (_, index) => {
    const no = String(index + 1).padStart(2, '0');
    return [`Location/SIM-BV-${no}`, { vi: `Bệnh viện mô phỏng ${no}`, en: `Simulated hospital ${no}` }];
  }),
);

/** What the things are that the city's figures are measured of. The names are ours, but for those of the emergency numbers. */
export const measuredFeeds: CityInput['measuredFeeds'] = [
  { feed: 'traffic', thing: { vi: 'Đoạn đường', en: 'Stretch of road' } },
  {
    feed: 'bus',
    thing: { vi: 'Xe hoặc chuyến xe buýt', en: 'Bus or trip' },
    group: { vi: 'Tuyến xe buýt', en: 'Bus route' },
  },
  { feed: 'cameras', thing: { vi: 'Camera', en: 'Camera' } },
  {
    feed: 'calls',
    thing: { vi: 'Số khẩn cấp', en: 'Emergency number' },
    names: {
      '113': { vi: '113 (Công an)', en: '113 (police)' },
      '114': { vi: '114 (Cứu hỏa, cứu nạn)', en: '114 (fire and rescue)' },
      '115': { vi: '115 (Cấp cứu y tế)', en: '115 (ambulance)' },
    },
  },
  { feed: 'health', thing: { vi: 'Bệnh viện', en: 'Hospital' }, names: simulatedHospitals },
  {
    feed: 'emergency',
    thing: { vi: 'Khoa cấp cứu', en: 'Emergency department' },
    names: { ...simulatedHospitals, city: { vi: 'Toàn thành phố', en: 'The whole city' } },
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
  {
    feed: 'security',
    caseKind: 'security-incident',
    thing: { vi: 'Mức độ nghiêm trọng', en: 'Severity' },
    names: {
      'nghiem-trong': { vi: 'Nghiêm trọng', en: 'Critical' },
      cao: { vi: 'Cao', en: 'High' },
      'trung-binh': { vi: 'Trung bình', en: 'Medium' },
      thap: { vi: 'Thấp', en: 'Low' },
      // The words of CEF, for sources that speak it.
      'very-high': { vi: 'Nghiêm trọng', en: 'Critical' },
      high: { vi: 'Cao', en: 'High' },
      medium: { vi: 'Trung bình', en: 'Medium' },
      low: { vi: 'Thấp', en: 'Low' },
    },
  },
  {
    // No readings are told of these: only the cases are sorted by them.
    feed: 'field-reports',
    caseKind: 'field-report',
    thing: { vi: 'Lĩnh vực phản ánh', en: 'Subject' },
    names: {
      'giao-thong': { vi: 'Giao thông', en: 'Traffic' },
      'trat-tu-do-thi': { vi: 'Trật tự đô thị', en: 'Order in the streets' },
      'moi-truong': { vi: 'Môi trường', en: 'Environment' },
      'ha-tang-do-thi': { vi: 'Hạ tầng đô thị', en: 'Streets and utilities' },
      'an-ninh-trat-tu': { vi: 'An ninh, trật tự', en: 'Public security' },
      'dich-vu-cong': { vi: 'Dịch vụ công', en: 'Public services' },
    },
  },
  { feed: 'systems', thing: { vi: 'Hệ thống', en: 'System' } },
  {
    feed: 'help-desk',
    caseKind: 'ticket',
    thing: { vi: 'Loại yêu cầu', en: 'Kind of ticket' },
    names: {
      'tai-khoan': { vi: 'Tài khoản', en: 'Accounts' },
      'phan-mem': { vi: 'Phần mềm', en: 'Software' },
      'may-tinh': { vi: 'Máy tính', en: 'Computers' },
      mang: { vi: 'Mạng', en: 'Network' },
      'chu-ky-so': { vi: 'Chữ ký số', en: 'Digital signatures' },
      'one-stop': { vi: 'Hệ thống một cửa', en: 'One-stop system' },
    },
  },
  {
    feed: 'press',
    caseKind: 'press-item',
    thing: { vi: 'Chủ đề', en: 'Topic' },
    names: {
      'giao-thong': { vi: 'Giao thông', en: 'Traffic' },
      'do-thi-xay-dung': { vi: 'Đô thị, xây dựng', en: 'City and building' },
      'moi-truong': { vi: 'Môi trường', en: 'Environment' },
      'kinh-te': { vi: 'Kinh tế', en: 'Economy' },
      'van-hoa-du-lich': { vi: 'Văn hóa, du lịch', en: 'Culture and tourism' },
      'giao-duc': { vi: 'Giáo dục', en: 'Education' },
      'y-te': { vi: 'Y tế', en: 'Health' },
      'cai-cach-hanh-chinh': { vi: 'Cải cách hành chính', en: 'Administrative reform' },
      'not-told': { vi: 'Nguồn không nêu chủ đề', en: 'No topic told' },
    },
  },
];
