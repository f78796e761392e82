import { FlagtowerError } from '@flagtower/contracts';

import { canadaServices, canadaStandards } from './canada-services.ts';
import { cefIncidents } from './cef-incidents.ts';
import { hanoiOneStopCases, hanoiOneStopEvents } from './hanoi-one-stop.ts';
import { incidentList } from './incidents.ts';
import { nyc311 } from './nyc311.ts';
import { templateDossiers, templateEvents } from './one-stop-template.ts';
import { openDengue } from './open-dengue.ts';
import { open311 } from './open311.ts';
import { receiptWaboCsv, receiptWaboXes } from './receipt-wabo.ts';
import { securityCases } from './security-cases.ts';
import type { ShippedMapping } from './shipped-mapping.ts';
import { standardOcel } from './standard-ocel.ts';
import { standardXes } from './standard-xes.ts';
import { synopStation } from './synop-station.ts';
import { supportTicketHistories, supportTickets } from './tickets.ts';
import { weatherStations } from './weather-stations.ts';

/** Every mapping that comes with the product, most particular first. */
export const shippedMappings: readonly ShippedMapping[] = [
  receiptWaboXes,
  receiptWaboCsv,
  nyc311,
  openDengue,
  synopStation,
  weatherStations,
  canadaServices,
  canadaStandards,
  open311,
  cefIncidents,
  supportTickets,
  supportTicketHistories,
  securityCases,
  incidentList,
  templateDossiers,
  templateEvents,
  hanoiOneStopCases,
  hanoiOneStopEvents,
  standardXes,
  standardOcel,
];

/** @throws FlagtowerError `UNKNOWN_MAPPING` */
export function shippedMapping(id: string): ShippedMapping {
  const found = shippedMappings.find((it) => it.id === id);
  if (found !== undefined) return found;
  throw new FlagtowerError('UNKNOWN_MAPPING', 'No mapping of this name comes with the product', {
    place: 'mapping',
    remedy: `Give a file, or one of ${shippedMappings.map((it) => it.id).join(', ')}`,
  });
}
