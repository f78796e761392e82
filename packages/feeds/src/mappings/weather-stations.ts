import { shipped } from './shipped-mapping.ts';

/** A list of weather stations with their WIGOS identifiers (WMO), which the readings of a station name too. */
export const weatherStations = shipped(
  'wigos-stations',
  'csv',
  ['station_name', 'wigos_station_identifier', 'latitude', 'longitude'],
  {
    mapping: 1,
    name: 'Weather stations, WIGOS',
    shape: 'catalogue',
    catalogue: {
      itemType: 'station',
      code: 'wigos_station_identifier',
      names: { und: 'station_name' },
      group: 'facility_type',
      point: { longitude: 'longitude', latitude: 'latitude' },
    },
  },
);
