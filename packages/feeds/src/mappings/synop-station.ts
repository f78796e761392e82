import { shipped } from './shipped-mapping.ts';

/**
 * A weather station whose data logger writes TOA5: four header lines, the second with the names, and the times of the logger's
 * own clock, without an offset: the source's zone reads them.
 */
export const synopStation = shipped(
  'toa5-synop',
  'csv',
  [
    'TIMESTAMP',
    'Station_ID',
    'AirTempK',
    'AirTempMaxK',
    'AirTempMinK',
    'DewPointTempK',
    'RH',
    'BP',
    'BP_Change',
    'Rain_mm_Tot',
    'WSpeed',
    'WindGust',
    'WindDir',
    'SlrJ',
    'SlrJ24',
  ],
  {
    mapping: 1,
    name: 'Weather station, TOA5',
    shape: 'series',
    skipLines: 1,
    skipRows: 2,
    timeFormats: ['iso'],
    series: {
      feed: 'weather',
      at: 'TIMESTAMP',
      entity: 'Station_ID',
      values: [
        { column: 'AirTempK', metric: 'temperature', unit: 'K', keepAs: 'Cel' },
        { column: 'AirTempMaxK', metric: 'temperature-max', unit: 'K', keepAs: 'Cel' },
        { column: 'AirTempMinK', metric: 'temperature-min', unit: 'K', keepAs: 'Cel' },
        { column: 'DewPointTempK', metric: 'dew-point', unit: 'K', keepAs: 'Cel' },
        { column: 'RH', metric: 'humidity', unit: '%', keepAs: '1' },
        { column: 'BP', metric: 'pressure', unit: 'Pa', keepAs: 'hPa' },
        { column: 'BP_Change', metric: 'pressure-change', unit: 'Pa', keepAs: 'hPa' },
        { column: 'Rain_mm_Tot', metric: 'rain', unit: 'mm' },
        { column: 'WSpeed', metric: 'wind-speed', unit: 'm/s' },
        { column: 'WindGust', metric: 'wind-gust', unit: 'm/s' },
        { column: 'WindDir', metric: 'wind-direction', unit: 'deg' },
        { column: 'SlrJ', metric: 'radiation', unit: 'J/m2' },
        { column: 'SlrJ24', metric: 'radiation-day', unit: 'J/m2' },
      ],
    },
  },
);
