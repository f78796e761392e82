import type { CityInput } from './city-input.ts';

/**
 * The eight functional centers of the city's plan of February 2019 (Plan 39/KH-UBND), by their numbers there, and two
 * themes that have no center of their own. English names are ours; the order is that of the plan.
 */
export const centers: CityInput['centers'] = [
  {
    id: 'security',
    no: 1,
    names: {
      vi: 'Trung tâm Giám sát bảo mật, an toàn thông tin',
      en: 'Information Security Monitoring Center',
    },
    short: { vi: 'An toàn TT', en: 'Security' },
    leads: [
      'security.incidents.open',
      'security.incidents.overdue',
      'security.resolved-in-time',
      'security.systems.up-share',
    ],
  },
  {
    id: 'it-support',
    no: 2,
    names: {
      vi: 'Trung tâm Hỗ trợ cho cán bộ sử dụng công nghệ thông tin của Thành phố',
      en: 'IT Support Center for City Officials',
    },
    short: { vi: 'Hỗ trợ CNTT', en: 'IT support' },
    leads: ['tickets.open', 'tickets.overdue', 'tickets.first-response.median', 'tickets.received'],
  },
  {
    id: 'press',
    no: 3,
    names: {
      vi: 'Trung tâm Quản lý thông tin báo chí và thông tin truyền thông',
      en: 'Press and Media Information Management Center',
    },
    short: { vi: 'Báo chí', en: 'Press' },
    leads: ['press.replies.overdue', 'press.replies.open', 'press.negative-share', 'press.items'],
  },
  {
    id: 'traffic',
    no: 4,
    names: {
      vi: 'Trung tâm Giám sát, điều hành giao thông và phòng chống tội phạm nơi công cộng',
      en: 'Traffic Monitoring and Control and Public-Place Crime Prevention Center',
    },
    short: { vi: 'Giao thông', en: 'Traffic' },
    leads: ['traffic.congestion-points', 'traffic.incidents.active', 'transit.punctuality', 'traffic.speed.mean'],
  },
  {
    id: 'analytics',
    no: 5,
    names: { vi: 'Trung tâm Phân tích dữ liệu', en: 'Data Analysis Center' },
    short: { vi: 'Phân tích dữ liệu', en: 'Data analysis' },
    leads: ['sources.live', 'sources.lost', 'sources.completeness', 'sources.quarantined'],
  },
  {
    id: 'feedback',
    no: 6,
    names: {
      vi: 'Trung tâm Hỏi đáp ý kiến phục vụ người dân',
      en: 'Citizen Question-and-Feedback Center',
    },
    short: { vi: 'Hỏi đáp dân', en: 'Feedback' },
    leads: [
      'field-reports.overdue',
      'field-reports.open',
      'field-reports.on-time-rate.handled',
      'field-reports.satisfied-rate',
    ],
  },
  {
    id: 'public-service',
    no: 7,
    names: {
      vi: 'Trung tâm Quản lý Dịch vụ công Thành phố',
      en: 'City Public Service Management Center',
    },
    short: { vi: 'Dịch vụ công', en: 'Public services' },
    leads: ['dossiers.overdue', 'dossiers.on-time-rate.handled', 'dossiers.online-rate', 'dossiers.received'],
  },
  {
    id: 'emergency',
    no: 8,
    names: {
      vi: 'Trung tâm tiếp nhận và xử lý thông tin cấp cứu, phòng cháy chữa cháy, tìm kiếm cứu nạn, cứu hộ, y tế',
      en: 'Emergency, Fire, Search-and-Rescue and Health Information Center',
    },
    short: { vi: 'Cấp cứu · y tế', en: 'Emergency · health' },
    leads: ['calls.reach-time.median', 'calls.hour', 'health.beds.occupied-share', 'health.dengue.week'],
  },
  {
    id: 'tourism',
    no: null,
    names: { vi: 'Du lịch (toàn Thành phố)', en: 'Tourism (city-wide)' },
    short: { vi: 'Du lịch', en: 'Tourism' },
    leads: [
      'tourism.sites.crowded',
      'tourism.sites.visitors',
      'tourism.rooms.occupied-share',
      'tourism.visitors.international',
    ],
  },
  {
    id: 'environment',
    no: null,
    names: { vi: 'Môi trường (toàn Thành phố)', en: 'Environment (city-wide)' },
    short: { vi: 'Môi trường', en: 'Environment' },
    leads: ['air.index.worst', 'air.stations.bad', 'flood.points', 'rain.most'],
  },
];
