import type { CommuneChange } from './commune-change.ts';

/**
 * 1 March 2020, Resolution 895/NQ-UBTVQH14: 584 communes became 579. Who went where is the city's proposal of December
 * 2019 as told by the press (Thanh Niên, 12/2019), which the lists of 2 February 2020 and 1 August 2021 bear out; of Ngô
 * Thì Nhậm the larger part (0.18 of 0.19 km²) went to Phạm Đình Hổ.
 */
export const changesOf2020: readonly CommuneChange[] = [
  ['00241', null, '00241 00250 00253*'],
  ['00247', null, '00247 00253*'],
  ['09727', 'Xuân Đình', '09727 09736'],
  ['09733', 'Sen Phương', '09733 09730'],
  ['10282', 'Nam Tiến', '10282 10285'],
];
