import type { CityInput } from './city-input.ts';

/**
 * The bands of the national air-quality index, dated: Decision 1459/QĐ-TCMT of 12 November 2019 put VN_AQI in the place of the AQI
 * of Decision 878/QĐ-TCMT of 1 July 2011, of which the colours are not known to us. Both texts leave a control room's levels open:
 * those are ours. From 201 on, plants are to consider a lower output and from 301 on outdoor crowds stop (letter of the city,
 * December 2025, as told by the press): both are critical.
 */
export const airQuality: CityInput['airQuality'] = {
  center: 'environment',
  feed: 'air',
  metric: 'airQualityIndex',
  scales: [
    {
      names: { vi: 'AQI theo Quyết định 878/QĐ-TCMT', en: 'AQI of Decision 878/QĐ-TCMT' },
      basis: { vi: 'Quyết định số 878/QĐ-TCMT ngày 01/7/2011', en: 'Decision 878/QĐ-TCMT of 1 July 2011' },
      validFrom: '2011-07-01',
      validTo: '2019-11-11',
      bands: [
        { from: 0, to: 50, names: { vi: 'Tốt', en: 'Good' }, color: null, level: 'normal' },
        { from: 51, to: 100, names: { vi: 'Trung bình', en: 'Moderate' }, color: null, level: 'normal' },
        { from: 101, to: 200, names: { vi: 'Kém', en: 'Poor' }, color: null, level: 'watch' },
        { from: 201, to: 300, names: { vi: 'Xấu', en: 'Bad' }, color: null, level: 'critical' },
        { from: 301, to: null, names: { vi: 'Nguy hại', en: 'Hazardous' }, color: null, level: 'critical' },
      ],
    },
    {
      names: { vi: 'VN_AQI theo Quyết định 1459/QĐ-TCMT', en: 'VN_AQI of Decision 1459/QĐ-TCMT' },
      basis: { vi: 'Quyết định số 1459/QĐ-TCMT ngày 12/11/2019', en: 'Decision 1459/QĐ-TCMT of 12 November 2019' },
      validFrom: '2019-11-12',
      validTo: null,
      bands: [
        { from: 0, to: 50, names: { vi: 'Tốt', en: 'Good' }, color: '#00E400', level: 'normal' },
        { from: 51, to: 100, names: { vi: 'Trung bình', en: 'Moderate' }, color: '#FFFF00', level: 'normal' },
        { from: 101, to: 150, names: { vi: 'Kém', en: 'Poor' }, color: '#FF7E00', level: 'watch' },
        { from: 151, to: 200, names: { vi: 'Xấu', en: 'Bad' }, color: '#FF0000', level: 'warning' },
        { from: 201, to: 300, names: { vi: 'Rất xấu', en: 'Very bad' }, color: '#8F3F97', level: 'critical' },
        { from: 301, to: 500, names: { vi: 'Nguy hại', en: 'Hazardous' }, color: '#7E0023', level: 'critical' },
      ],
    },
  ],
};
