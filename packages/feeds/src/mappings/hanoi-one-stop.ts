import { portalStatuses, type Mapping } from '@flagtower/contracts';

import { shipped } from './shipped-mapping.ts';

/** The words of Vietnamese one-stop software for how a dossier came in. */
export const channelWords = {
  'Trực tuyến': 'online',
  'Nộp trực tuyến': 'online',
  'Cổng dịch vụ công': 'online',
  'Cổng DVC': 'online',
  'Dịch vụ công trực tuyến': 'online',
  'Tại nhà': 'at-home',
  'Tiếp nhận tại nhà': 'at-home',
  'Trực tiếp': 'desk',
  'Nộp trực tiếp': 'desk',
  'Một cửa': 'desk',
  'Bộ phận một cửa': 'desk',
  'Bưu chính': 'post',
  'Bưu chính công ích': 'post',
  'Dịch vụ bưu chính': 'post',
  'Bưu điện': 'post',
  'Ki-ốt': 'kiosk',
  Kiosk: 'kiosk',
  'Thư điện tử': 'email',
  Email: 'email',
  'Điện thoại': 'phone',
  'Nội bộ': 'internal',
  Khác: 'other',
  // KenhThucHien, as systems exchange it.
  '1': 'desk',
  '2': 'online',
  '3': 'post',
};

/** The ten statuses of a dossier on the public-service portal, by name and by number; of a pause what it waits for. */
export const portalSteps: NonNullable<Mapping['steps']> = Object.fromEntries(
  portalStatuses.flatMap(({ code, names, step, reason }) => {
    const meaning = reason === undefined ? step : { step, reason };
    return [names.vi, String(code)].map((word) => [word, meaning]);
  }),
);

const zone = 'Asia/Ho_Chi_Minh';
const timeFormats = ['dd/MM/yyyy HH:mm:ss', 'dd/MM/yyyy HH:mm', 'dd/MM/yyyy', 'iso'];

const shared = {
  dossier: 'Mã hồ sơ',
  procedure: 'Mã thủ tục',
  unit: 'Đơn vị',
  channel: { column: 'Kênh nộp', values: channelWords },
  due: 'Hạn trả',
};

const caseFields = { ...shared, received: 'Ngày tiếp nhận', handled: 'Ngày trả', status: 'Trạng thái' };

/** A row per dossier: the list that every one-stop software can export. */
export const hanoiOneStopCases = shipped(
  'hanoi-one-stop-cases',
  'csv',
  ['Mã hồ sơ', 'Mã thủ tục', 'Đơn vị', 'Kênh nộp', 'Ngày tiếp nhận', 'Hạn trả', 'Ngày trả', 'Trạng thái'],
  {
    mapping: 1,
    name: 'Một cửa: danh sách hồ sơ',
    shape: 'cases',
    zone,
    timeFormats,
    fields: caseFields,
    steps: portalSteps,
    dossierCodes: 'vietnam',
  },
);

/** Back in progress after a supplement or a payment means that the clock goes on; where nothing paused, nothing resumes. */
export const eventSteps: NonNullable<Mapping['steps']> = {
  ...portalSteps,
  'Đang xử lý': 'resumed',
  '4': 'resumed',
  'Đã bổ sung': 'resumed',
  'Đã nộp phí': 'resumed',
  'Tiếp tục xử lý': 'resumed',
  'Chuyển xử lý': 'transferred',
  'Chuyển đơn vị': 'transferred',
  'Mở lại': 'reopened',
  'Mở lại hồ sơ': 'reopened',
  'Hẹn lại ngày trả': 'amended',
  'Điều chỉnh thông tin': 'amended',
};

/** A row per change of status: unit, channel and due date act from the time of the row that tells them. */
export const hanoiOneStopEvents = shipped(
  'hanoi-one-stop-events',
  'csv',
  ['Mã hồ sơ', 'Mã thủ tục', 'Đơn vị', 'Kênh nộp', 'Thời điểm', 'Trạng thái', 'Hạn trả'],
  {
    mapping: 1,
    name: 'Một cửa: nhật ký trạng thái',
    shape: 'events',
    zone,
    timeFormats,
    fields: { ...shared, at: 'Thời điểm', status: 'Trạng thái' },
    steps: eventSteps,
    dating: 'change',
    dossierCodes: 'vietnam',
  },
);
