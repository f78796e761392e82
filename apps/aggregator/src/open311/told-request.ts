import type { City, Instant } from '@flagtower/contracts';
import type { ServiceRequestRow } from '@flagtower/store';

/** A field report in the words of GeoReport v2. The ledger keeps no text, person, address or position of one. */
export type ToldRequest = {
  /** Key of the dossier in our ledger: codes of two sources may be the same. */
  readonly service_request_id: string;
  readonly status: 'open' | 'closed';
  /** `null`: the source told none. */
  readonly service_code: string | null;
  readonly service_name: string | null;
  /** Name of the unit; its code where the city does not know it; `null`: no unit was told. */
  readonly agency_responsible: string | null;
  readonly requested_datetime: Instant;
  readonly updated_datetime: Instant;
  /** As told; what a rule of ours computed is no promise of the agency. */
  readonly expected_datetime: Instant | null;
  readonly extended_attributes: { readonly source: string; readonly code: string; readonly simulated: boolean };
};

export function toldRequest(city: City, row: ServiceRequestRow, simulated: boolean): ToldRequest {
  return {
    service_request_id: row.id,
    status: row.standing === 'closed' ? 'closed' : 'open',
    service_code: row.procedure,
    service_name: row.procedure === null ? null : serviceName(city, row.procedure),
    agency_responsible: row.unitNames?.vi ?? row.unit,
    requested_datetime: row.receivedAt,
    updated_datetime: row.updatedAt,
    expected_datetime: row.duePrecision === 'computed' ? null : row.dueAt,
    extended_attributes: { source: row.source, code: row.code, simulated },
  };
}

/** A service that field reports are about; `metadata` is `false`: no further attribute is asked for. */
export type ToldService = {
  readonly service_code: string;
  readonly service_name: string;
  readonly description: string;
  readonly metadata: false;
  readonly type: 'batch';
  readonly keywords: string;
  readonly group: string;
};

export function toldService(city: City, code: string, simulated: boolean): ToldService {
  const known = city.procedures.find((procedure) => procedure.code === code);
  return {
    service_code: code,
    service_name: serviceName(city, code),
    description: '',
    metadata: false,
    type: 'batch',
    keywords: simulated ? 'simulated' : '',
    group: known?.groupNames.vi ?? '',
  };
}

/** The code itself where the city has no name for it. */
function serviceName({ procedures }: City, code: string): string {
  return procedures.find((procedure) => procedure.code === code)?.names.vi ?? code;
}
