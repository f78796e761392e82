import type { Mapping } from '@flagtower/contracts';

import { fold } from '../text/tidy.ts';

export type GuessedField = keyof Mapping['fields'];

/** What columns are called, by field, the surest word first; without diacritics, as headers often come. */
export const headerWords: readonly (readonly [GuessedField, readonly string[]])[] = [
  [
    'dossier',
    [
      'ma ho so',
      'so ho so',
      'so bien nhan',
      'concept name',
      'case id',
      'case key',
      'dossier',
      'unique key',
      'service request id',
      'request id',
      'ma bien nhan',
      'case',
      'reference',
    ],
  ],
  ['recordId', ['ma su kien', 'event id', 'identity id', 'concept instance', 'row id']],
  ['version', ['phien ban', 'version', 'revision']],
  [
    'due',
    [
      'han tra',
      'ngay hen tra',
      'hen tra',
      'han xu ly',
      'han giai quyet',
      'deadline',
      'due date',
      'due',
      'target date',
      'expected datetime',
    ],
  ],
  ['submitted', ['ngay nop', 'thoi gian nop', 'ngay dang ky', 'submitted', 'submission date']],
  [
    'received',
    [
      'ngay tiep nhan',
      'thoi gian tiep nhan',
      'ngay nhan',
      'received',
      'created date',
      'startdate',
      'start date',
      'opened',
      'requested datetime',
      'created',
    ],
  ],
  ['returned', ['ngay tra ket qua', 'returned']],
  [
    'handled',
    [
      'ngay xu ly xong',
      'ngay co ket qua',
      'ngay hoan thanh',
      'ngay ket thuc',
      'ngay tra',
      'closed date',
      'completed',
      'enddate',
      'end date',
      'closed',
      'handled',
      'closed datetime',
      'resolved',
    ],
  ],
  ['withdrawn', ['ngay rut', 'withdrawn']],
  ['refused', ['ngay tu choi', 'refused', 'rejected']],
  ['status', ['trang thai', 'tinh trang', 'status', 'state', 'lifecycle transition']],
  ['channel', ['kenh nop', 'hinh thuc nop', 'hinh thuc tiep nhan', 'kenh tiep nhan', 'kenh', 'channel']],
  [
    'procedure',
    [
      'ma thu tuc',
      'ma tthc',
      'thu tuc',
      'ten thu tuc',
      'procedure',
      'service code',
      'service name',
      'complaint type',
      'tthc',
    ],
  ],
  [
    'unit',
    [
      'ma don vi',
      'don vi',
      'co quan',
      'phong ban',
      'department',
      'agency responsible',
      'agency',
      'unit',
      'office',
      'org group',
    ],
  ],
  [
    'activity',
    [
      'hoat dong',
      'buoc xu ly',
      'cong viec',
      'noi dung xu ly',
      'concept name',
      'activity',
      'task',
      'action',
      'event type',
      'type',
    ],
  ],
  [
    'at',
    ['thoi diem', 'thoi gian', 'time timestamp', 'timestamp', 'event time', 'occurred at', 'datetime', 'time', 'date'],
  ],
];

/** A header for comparing: no diacritics, no `case:`, signs as blanks. */
export function bareHeader(name: string): string {
  return fold(name)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^case /, '')
    .trim();
}
