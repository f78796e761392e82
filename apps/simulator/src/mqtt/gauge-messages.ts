import { mqttSchema, type MqttPlan } from '@flagtower/contracts';

import type { CityModel } from '../city-model.ts';
import { rainAndWater, waterSpots } from '../environment/rain-and-water.ts';
import { ngsiDocument } from '../readings/ngsi-entity.ts';

export interface GaugeMessage {
  readonly topic: string;
  /** An NGSI-LD entity, as its gauge alone would tell it. */
  readonly payload: string;
}

/** What rain gauges and flood points tell at a moment, each in a topic of its own. @returns by the moment, epoch milliseconds */
export function gaugeMessages(city: CityModel, now: number): (at: number) => GaugeMessage[] {
  const spots = waterSpots(city, now);
  return (at) =>
    rainAndWater(city, spots, at).map((entity) => ({
      topic: `${city.id}/environment/${entity.type}/${entity.id}`,
      payload: ngsiDocument([entity]),
    }));
}

/** How the service has to listen to `gaugeMessages`. */
export function gaugePlan({ id }: Pick<CityModel, 'id'>): MqttPlan {
  return mqttSchema.parse({ topics: [`${id}/environment/{kind}/{gauge}`], format: 'ngsi' });
}
