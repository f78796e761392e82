import { shipped } from './shipped-mapping.ts';

/**
 * OpenDengue (Clarke et al., Sci Data 11:296, 2024), spatial extract. Its rows tell the same cases by country and province, by
 * year, month and week; provinces by month are read, and nothing is added across resolutions.
 */
export const openDengue = shipped(
  'opendengue',
  'csv',
  ['full_name', 'calendar_start_date', 'dengue_total', 'S_res', 'T_res'],
  {
    mapping: 1,
    name: 'OpenDengue: provinces by month',
    shape: 'series',
    series: {
      feed: 'surveillance',
      at: 'calendar_start_date',
      entity: 'full_name',
      values: [{ column: 'dengue_total', metric: 'dengue-cases', unit: '{case}' }],
      only: { S_res: ['Admin1'], T_res: ['Month'] },
    },
  },
);
