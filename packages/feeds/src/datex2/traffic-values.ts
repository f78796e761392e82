/** A value of DATEX II's basic data, and what it becomes. */
export interface TrafficValue {
  /** Elements from the basic data down to the one with the number. */
  readonly path: readonly string[];
  readonly metric: string;
  /** UCUM. */
  readonly unit: string;
  /** Our unit over the standard's. */
  readonly factor: number;
}

const value = (metric: string, unit: string, path: readonly string[], factor = 1): TrafficValue => ({
  path,
  metric,
  unit,
  factor,
});

/**
 * What is read of the standard's basic data, in the units that its data dictionary gives: km/h, seconds, metres, vehicles
 * an hour, per cent, degrees Celsius. Version 2 and version 3 share these names.
 */
export const trafficValues: readonly TrafficValue[] = [
  value('flow', '{vehicle}/h', ['vehicleFlow', 'vehicleFlowRate']),
  value('speed', 'km/h', ['averageVehicleSpeed', 'speed']),
  value('occupancy', '1', ['occupancy', 'percentage'], 0.01),
  value('density', '{vehicle}/km', ['concentration', 'concentrationOfVehicles']),
  value('density', '{vehicle}/km', ['density', 'vehiclesPerKilometre']),
  value('headway', 's', ['averageTimeHeadway', 'duration']),
  value('distance-headway', 'm', ['averageDistanceHeadway', 'distance']),
  value('travel-time', 's', ['travelTime', 'duration']),
  value('travel-time-free-flow', 's', ['freeFlowTravelTime', 'duration']),
  value('travel-time-expected', 's', ['normallyExpectedTravelTime', 'duration']),
  value('speed-free-flow', 'km/h', ['freeFlowSpeed', 'speed']),
  value('temperature', 'Cel', ['temperature', 'airTemperature', 'temperature']),
  value('humidity', '1', ['humidity', 'relativeHumidity', 'percentage'], 0.01),
];
