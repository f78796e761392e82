import type { Language } from '@flagtower/charts';

import type { RaiseFault, RaiseField } from './raise-draft.ts';

interface RaiseWords {
  readonly title: string;
  readonly intro: string;
  readonly way: string;
  readonly labels: Readonly<Record<RaiseField, string>>;
  readonly hints: Readonly<Record<'text' | 'center' | 'unit' | 'place' | 'point', string>>;
  readonly map: Readonly<Record<'how' | 'picture' | 'closer' | 'wider', string>>;
  readonly choose: string;
  readonly ofKind: (center: string) => string;
  readonly noUnit: string;
  readonly faults: Readonly<Record<RaiseFault, string>>;
  readonly unknown: string;
  readonly look: string;
  readonly send: string;
  readonly mayNot: string;
  readonly signIn: string;
}

export const raiseWords: Readonly<Record<Language, RaiseWords>> = {
  vi: {
    title: 'Báo sự cố',
    intro: 'Sự cố vào danh sách chung ngay, kèm tên người báo; sự cố cùng loại ở gần được gộp làm một.',
    way: 'Báo một sự cố',
    labels: {
      text: 'Chuyện gì đang xảy ra',
      kind: 'Loại',
      severity: 'Mức',
      center: 'Trung tâm xử lý',
      unit: 'Phường, xã',
      place: 'Nơi, bằng lời',
      point: 'Tọa độ trên bản đồ',
    },
    hints: {
      text: 'Từ 3 đến 500 ký tự; không ghi tên, số điện thoại của người dân.',
      center: 'Để trống thì theo loại sự cố.',
      unit: 'Chỉ để biết tìm ở đâu; địa bàn quá rộng để gộp sự cố.',
      place: 'Tên đường, nút giao, tòa nhà; không ghi tên người.',
      point: 'Vĩ độ, kinh độ, ví dụ 21.0285, 105.8542. Có tọa độ thì sự cố mới được gộp theo nơi.',
    },
    map: {
      how: 'Bấm vào bản đồ để chọn nơi; tọa độ và phường, xã được điền theo. Phóng to để chọn cho đúng. Ranh giới là sơ đồ.',
      picture: 'Bản đồ để chọn nơi xảy ra sự cố',
      closer: 'Phóng to',
      wider: 'Thu nhỏ',
    },
    choose: 'Chọn…',
    ofKind: (center) => `Theo loại: ${center}`,
    noUnit: 'Không rõ, hoặc nhiều nơi',
    faults: {
      missing: 'Cần điền mục này.',
      short: 'Quá ngắn: ít nhất 3 ký tự.',
      wrong: 'Không dùng được: quá dài hoặc có ký tự lạ.',
      'no-point': 'Không phải tọa độ. Viết vĩ độ trước, kinh độ sau, với dấu chấm thập phân.',
      far: 'Nơi này ở ngoài thành phố. Vĩ độ viết trước, kinh độ sau.',
    },
    unknown: 'Thành phố không có mục này.',
    look: 'Chưa gửi: xem lại các mục được đánh dấu.',
    send: 'Báo sự cố',
    mayNot: 'Cần đăng nhập với vai trò phụ trách dữ liệu để báo sự cố.',
    signIn: 'Đăng nhập',
  },
  en: {
    title: 'Raise an incident',
    intro:
      'It is on the common list at once, with the name of who raised it; what is near and of the same kind becomes one.',
    way: 'Raise an incident',
    labels: {
      text: 'What is happening',
      kind: 'Kind',
      severity: 'Severity',
      center: 'Center that looks after it',
      unit: 'Ward or commune',
      place: 'Place, in words',
      point: 'Point on the map',
    },
    hints: {
      text: '3 to 500 characters; no names or numbers of citizens.',
      center: 'Left as it is, the kind decides.',
      unit: 'Says where to look; a unit is too wide to merge incidents by.',
      place: 'A street, a junction, a building; no names of people.',
      point: 'Latitude, longitude, such as 21.0285, 105.8542. Only with a point is it merged by place.',
    },
    map: {
      how: 'Press the map to pick the place; the point and the unit are filled in. Go closer to be more exact. Borders are schematic.',
      picture: 'Map to pick where the incident is',
      closer: 'Closer',
      wider: 'Wider',
    },
    choose: 'Choose…',
    ofKind: (center) => `By its kind: ${center}`,
    noUnit: 'Not known, or several',
    faults: {
      missing: 'This has to be filled in.',
      short: 'Too short: 3 characters at least.',
      wrong: 'It cannot be used: too long, or strange characters.',
      'no-point': 'This is no point. Latitude first, then longitude, with decimal points.',
      far: 'This is outside the city. Latitude comes first, then longitude.',
    },
    unknown: 'The city does not have this.',
    look: 'Not sent: look at the marked fields again.',
    send: 'Raise it',
    mayNot: 'Sign in as a steward to raise an incident.',
    signIn: 'Sign in',
  },
};
