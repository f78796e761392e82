import type { Language } from '@flagtower/charts';

type Names = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** Figures by id, short enough for a row; the catalogue has the long names. */
export const kpiNames: Names = {
  vi: {
    'dossiers.received': 'Tiếp nhận',
    'dossiers.received-online': 'Nộp trực tuyến',
    'dossiers.handled': 'Đã giải quyết',
    'dossiers.handled-on-time': 'Giải quyết đúng hạn',
    'dossiers.handled-late': 'Giải quyết trễ hạn',
    'dossiers.open': 'Đang mở',
    'dossiers.in-progress': 'Đang giải quyết',
    'dossiers.paused': 'Tạm dừng',
    'dossiers.overdue': 'Quá hạn',
    'dossiers.near-due': 'Sắp đến hạn',
    'dossiers.withdrawn': 'Rút hồ sơ',
    'dossiers.refused': 'Không tiếp nhận',
    'dossiers.reopened': 'Mở lại',
    'dossiers.transferred-in': 'Chuyển đến',
    'dossiers.transferred-out': 'Chuyển đi',
    'dossiers.online-rate': 'Tỷ lệ trực tuyến',
    'dossiers.on-time-rate.handled': 'Đúng hạn trên hồ sơ đã giải quyết',
    'dossiers.on-time-rate.index': 'Đúng hạn theo chỉ số 766',
  },
  en: {
    'dossiers.received': 'Received',
    'dossiers.received-online': 'Received online',
    'dossiers.handled': 'Handled',
    'dossiers.handled-on-time': 'Handled on time',
    'dossiers.handled-late': 'Handled late',
    'dossiers.open': 'Open',
    'dossiers.in-progress': 'In progress',
    'dossiers.paused': 'Paused',
    'dossiers.overdue': 'Overdue',
    'dossiers.near-due': 'Near due',
    'dossiers.withdrawn': 'Withdrawn',
    'dossiers.refused': 'Refused',
    'dossiers.reopened': 'Reopened',
    'dossiers.transferred-in': 'Transferred in',
    'dossiers.transferred-out': 'Transferred out',
    'dossiers.online-rate': 'Online rate',
    'dossiers.on-time-rate.handled': 'On time of handled',
    'dossiers.on-time-rate.index': 'On time by index 766',
  },
};

/** Centers and themes by id, as short as a tile of the ribbon. */
export const centerShortNames: Names = {
  vi: {
    'public-service': 'Dịch vụ công',
    traffic: 'Giao thông',
    emergency: 'Cấp cứu · y tế',
    feedback: 'Hỏi đáp dân',
    analytics: 'Phân tích dữ liệu',
    press: 'Báo chí',
    'it-support': 'Hỗ trợ CNTT',
    security: 'An toàn TT',
    tourism: 'Du lịch',
    environment: 'Môi trường',
  },
  en: {
    'public-service': 'Public service',
    traffic: 'Traffic',
    emergency: 'Emergency',
    feedback: 'Feedback',
    analytics: 'Data analysis',
    press: 'Press',
    'it-support': 'IT support',
    security: 'Security',
    tourism: 'Tourism',
    environment: 'Environment',
  },
};

/** Channels by the codes that sources use for them. */
export const channelNames: Names = {
  vi: {
    online: 'Trực tuyến',
    'in-person': 'Trực tiếp',
    counter: 'Trực tiếp',
    desk: 'Trực tiếp',
    post: 'Bưu chính',
    'at-home': 'Trực tuyến, tại nhà',
    kiosk: 'Ki-ốt',
    email: 'Thư điện tử',
    phone: 'Điện thoại',
    internal: 'Nội bộ',
    other: 'Khác',
  },
  en: {
    online: 'Online',
    'in-person': 'At the desk',
    counter: 'At the desk',
    desk: 'At the desk',
    post: 'By post',
    'at-home': 'Online, at home',
    kiosk: 'Kiosk',
    email: 'E-mail',
    phone: 'Telephone',
    internal: 'Internal',
    other: 'Other',
  },
};
