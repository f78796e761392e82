import { ownWords } from '../text/own-words.ts';
import { wordTable } from '../text/word-table.ts';

/** How an attribute of a data model is measured. */
export interface AttributeModel {
  readonly metric: string;
  /** UCUM, in which the metric is kept; `null`: as it is told. */
  readonly unit: string | null;
  /** Whether the data model itself says the unit, so that a value without one is in it. */
  readonly declared: boolean;
  /** The number that a word stands for; `undefined`: a word that is not read. Absent: its values are no words. */
  readonly words?: (word: string) => number | undefined;
}

export interface EntityModel {
  /** The feed that its readings belong to, unless the operator names another. */
  readonly feed: string;
  readonly attributes: Readonly<Record<string, AttributeModel>>;
}

const declared = (metric: string, unit: string): AttributeModel => ({ metric, unit, declared: true });
const told = (metric: string, unit: string | null = null): AttributeModel => ({ metric, unit, declared: false });
const named = (unit: string, ...names: readonly string[]): Record<string, AttributeModel> =>
  Object.fromEntries(names.map((name) => [name, declared(name, unit)]));

const weather = {
  temperature: declared('temperature', 'Cel'),
  relativeHumidity: declared('humidity', '1'),
  windSpeed: declared('windSpeed', 'm/s'),
  windDirection: declared('windDirection', 'deg'),
  precipitation: declared('precipitation', 'mm'),
};
/** Weights in a volume; the models leave their unit to the reading. */
const pollutants = Object.fromEntries(
  [
    'no',
    'no2',
    'nox',
    'so2',
    'o3',
    'pm1',
    'pm4',
    'pm10',
    'pm25',
    'tsp',
    'c6h6',
    'nh3',
    'sh2',
    'h2s',
    'pb',
    'as',
    'cd',
    'ni',
  ].map((name) => [name, told(name, 'ug/m3')]),
);
const water = {
  ...Object.fromEntries(
    ['level', 'currentLevel', 'alertLevel', 'dangerLevel', 'referenceLevel', 'measuredDistance', 'height'].map(
      (name) => [name, told(name, 'm')],
    ),
  ),
  flow: told('water-flow', 'm3/s'),
};
const spots = [
  'availableSpotNumber',
  'occupiedSpotNumber',
  'totalSpotNumber',
  'extraSpotNumber',
  'outOfServiceSlotNumber',
];

/** Whether a device answers. The data model leaves the words to the maker: those that makers use. */
const deviceState: AttributeModel = {
  ...declared('online', '1'),
  words: wordTable({ ok: 1, online: 1, on: 1, active: 1, offline: 0, off: 0, inactive: 0, error: 0, failed: 0 }),
};

const models: Readonly<Record<string, EntityModel>> = {
  TrafficFlowObserved: {
    feed: 'traffic',
    attributes: {
      averageVehicleSpeed: declared('speed', 'km/h'),
      averageHeadwayTime: declared('headway', 's'),
      averageGapDistance: declared('averageGapDistance', 'm'),
      averageVehicleLength: declared('averageVehicleLength', 'm'),
      occupancy: declared('occupancy', '1'),
      // Vehicles of the whole period, which is no rate.
      intensity: declared('intensity', '1'),
    },
  },
  AirQualityObserved: {
    feed: 'air',
    attributes: { ...weather, ...pollutants, co: told('co', 'mg/m3'), ...named('1', 'airQualityIndex', 'reliability') },
  },
  WeatherObserved: {
    feed: 'weather',
    attributes: { ...weather, atmosphericPressure: declared('atmosphericPressure', 'hPa') },
  },
  NoiseLevelObserved: {
    feed: 'noise',
    attributes: named(
      'dB',
      'LAS',
      'LAeq',
      'LAeq_d',
      'LAmax',
      'LAmin',
      'LA10',
      'LA50',
      'LA90',
      'LAE',
      'LCpeak',
      'LAF',
      'LAFmax',
    ),
  },
  OnStreetParking: { feed: 'parking', attributes: { ...named('1', ...spots), occupancy: declared('occupancy', '1') } },
  OffStreetParking: { feed: 'parking', attributes: { ...named('1', ...spots), occupancy: declared('occupancy', '1') } },
  WaterObserved: { feed: 'water', attributes: water },
  FloodMonitoring: { feed: 'water', attributes: water },
  TouristDestination: { feed: 'tourism', attributes: {} },
  TourismPresenceObserved: { feed: 'tourism', attributes: named('1', 'visitorCount') },
  RoadAccident: {
    feed: 'accidents',
    attributes: named(
      '1',
      'numPassengersDead',
      'numPassengersInjured',
      'numPedestrianDead',
      'numPedestrianInjured',
      'totalDeadPeopleWithin24Hours',
      'totalDeadPeopleWithin30Days',
      'totalInjured',
    ),
  },
  RoadSegment: {
    feed: 'roads',
    attributes: {
      ...named('km/h', 'maximumAllowedSpeed', 'minimumAllowedSpeed'),
      ...named('1', 'totalLaneNumber', 'bridgeCount', 'culvertCount'),
    },
  },
  Device: { feed: 'devices', attributes: { deviceState } },
  BikeHireDockingStation: {
    feed: 'bikes',
    attributes: named('1', 'availableBikeNumber', 'freeSlotNumber', 'outOfServiceSlotNumber', 'totalSlotNumber'),
  },
};

/**
 * The Smart Data Models that we read, and the units that they declare. An attribute that is not listed is kept under its own name
 * where its value is a number, in the unit that it tells.
 */
export const entityModels: Readonly<Record<string, EntityModel>> = ownWords(
  Object.fromEntries(
    Object.entries(models).map(([type, { feed, attributes }]) => [type, { feed, attributes: ownWords(attributes) }]),
  ),
);

/** Numbers that name a lane or an hour and measure nothing. */
export const notMeasured: ReadonlySet<string> = new Set(['laneId', 'hour', 'year', 'month', 'postalCode']);
