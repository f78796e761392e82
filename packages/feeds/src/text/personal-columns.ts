import { bareHeader } from '../inspect/header-words.ts';

/**
 * What columns about people are called, without diacritics and joined: the exchange's own field names (ChuHoSo, SoDinhDanh …)
 * and what offices write. None of them is ever read: a mapping would have to name it, and what it gives is not a code.
 */
const names = [
  'chuhoso',
  'tenchuhoso',
  'hoten',
  'hovaten',
  'tennguoinop',
  'nguoinop',
  'nguoinophoso',
  'nguoiyeucau',
  'congdan',
  'tencongdan',
  'loaidinhdanh',
  'sodinhdanh',
  'cccd',
  'socccd',
  'cmnd',
  'socmnd',
  'hochieu',
  'sohochieu',
  'masothue',
  'ngaysinh',
  'namsinh',
  'gioitinh',
  'dienthoai',
  'sodienthoai',
  'sdt',
  'didong',
  'phone',
  'phonenumber',
  'mobile',
  'email',
  'thudientu',
  'diachi',
  'diachithuongtru',
  'diachilienhe',
  'noio',
  'noithuongtru',
  'address',
  'fullname',
  'name',
  'applicant',
  'applicantname',
  'birthdate',
  'dateofbirth',
  'trichyeu',
  'trichyeuhoso',
  'noidunghoso',
  'taikhoan',
  'canbo',
  'canboxuly',
  'nguoixuly',
  'canbotiepnhan',
];
const known = new Set(names);

/** Whether a column's name says that it holds something of a person, or free text that may name one. */
export function isPersonalColumn(name: string): boolean {
  // Of a path into JSON any step may say so: what is inside the applicant is the applicant's.
  const steps = name.startsWith('$') ? name.split(/[.[\]"']+/) : [name];
  return steps.some((step) => known.has(bareHeader(step).replaceAll(' ', '')));
}
